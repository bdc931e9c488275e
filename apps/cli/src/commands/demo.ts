import type { Command } from 'commander'
import type { DemoFlags } from '../actions/run-demo.ts'
import { examples, prose } from './help.ts'
import { port } from './options.ts'

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .summary('extract the examples, load them and open the viewer')
    .description(
      prose(`Extract the articles of examples/ (invented news), load them into the embedded store and open the viewer.
Everything stays on this machine.`),
    )
    .option('--port <port>', 'where to listen (default: 4848, or any when that is taken)', port)
    .option('--store <dir>', 'folder of the embedded store', '.mithaq')
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', examples([['Without a browser', 'mithaq demo --no-open']]))
    .action(async (flags: DemoFlags) => {
      const { runDemo } = await import('../actions/run-demo.ts')
      await runDemo(flags)
    })
}
