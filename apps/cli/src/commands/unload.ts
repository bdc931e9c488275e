import type { Command } from 'commander'
import type { StoreFlags } from '../store/read-settings.ts'
import { examples, prose } from './help.ts'
import { withStoreOptions } from './options.ts'

export function registerUnload(program: Command): void {
  const command = program
    .command('unload')
    .summary('take articles out of the graph')
    .description(
      prose(`Take articles out of the graph with all that they alone asserted; what others still say stays. An article
is named by its id, as \`mithaq query 'MATCH (a:Article) RETURN a.id, a.title'\` lists them. One that is not there
is reported and makes the exit code 1.`),
    )
    .argument('<articles...>', 'ids, e.g. article:2f1c9e…; article: may be left out')
    .addHelpText('after', examples([['One article', 'mithaq unload article:0123456789abcdef']]))
  withStoreOptions(command).action(async (articles: string[], flags: StoreFlags) => {
    const { runUnload } = await import('../actions/run-unload.ts')
    await runUnload(articles, flags)
  })
}
