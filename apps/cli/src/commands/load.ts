import type { Command } from 'commander'
import type { StoreFlags } from '../store/read-settings.ts'
import { examples, prose } from './help.ts'
import { day, pathsOrStdin, withStoreOptions } from './options.ts'

interface Flags extends StoreFlags {
  published?: string
}

export function registerLoad(program: Command): void {
  const command = program
    .command('load')
    .summary('put articles into the graph')
    .description(
      prose(`Put articles into a graph database: Neo4j, or without one the embedded store in .mithaq/.

Takes the records that \`mithaq extract\` prints, and articles themselves, which are extracted on the way
(the same files, folders and standard input). Loading again what is there changes nothing; a changed
article takes back what it no longer says.`),
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .option('--published <day>', 'day of publication for articles that come without one', day)
    .addHelpText(
      'after',
      examples([
        ['Articles straight into the embedded store', 'mithaq load news/'],
        [
          'Into a Neo4j',
          'NEO4J_PASSWORD=… mithaq load graphs.jsonl --to neo4j://localhost:7687 --user neo4j',
        ],
        ['One after the other', 'mithaq extract - < articles.jsonl | mithaq load -'],
      ]),
    )
  withStoreOptions(command).action(async (paths: string[], flags: Flags, command: Command) => {
    const sources = pathsOrStdin(paths, command)
    const [{ loadSources }, { withStore }, { nameOfStore }, { describeLoad }, { write }] = await Promise.all([
      import('../store/load-sources.ts'),
      import('../store/with-store.ts'),
      import('../store/read-settings.ts'),
      import('../output/describe-load.ts'),
      import('../output/stdout.ts'),
    ])
    await withStore(flags, 'write', async (store, settings) => {
      const { report, skipped } = await loadSources(store, sources, flags)
      await write(`${describeLoad(report)} in ${nameOfStore(settings)}\n`)
      skipped.settle()
    })
  })
}
