import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { EXAMPLES_DIRECTORY } from '../places.ts'
import type { ViewerFlags } from '../serve/run-viewer.ts'
import { examples, prose } from './help.ts'
import { port } from './options.ts'

/** The examples that tell one story; the others are for measuring. */
const STORY = /^0[1-8]-.*\.txt$/u

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
    .action(async (flags: ViewerFlags & { store: string }) => {
      const [{ withStore }, { loadSources }, { runViewer }, { describeLoad }, { note }] = await Promise.all([
        import('../store/with-store.ts'),
        import('../store/load-sources.ts'),
        import('../serve/run-viewer.ts'),
        import('../output/describe-load.ts'),
        import('../output/note.ts'),
      ])
      const { port, open, store: directory } = flags
      await withStore({ store: directory }, 'write', async (store) => {
        const { report, skipped } = await loadSources(store, storyPaths())
        skipped.settle()
        note(`Examples: ${describeLoad(report)}`)
        await runViewer(store, { open, port })
      })
    })
}

const storyPaths = (): string[] =>
  readdirSync(EXAMPLES_DIRECTORY)
    .filter((name) => STORY.test(name))
    .sort()
    .map((name) => join(EXAMPLES_DIRECTORY, name))
