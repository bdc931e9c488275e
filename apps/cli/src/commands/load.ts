import type { Command } from 'commander'
import type { LoadFlags } from '../actions/run-load.ts'
import { examples, prose } from './help.ts'
import { withInputOptions } from './input-options.ts'
import { pathsOrStdin, withStoreOptions } from './options.ts'

export function registerLoad(program: Command): void {
  const command = program
    .command('load')
    .summary('put articles into the graph')
    .description(
      prose(`Put articles into a graph database: Neo4j, or without one the embedded store in .mithaq/.

Takes the records that \`mithaq extract\` prints, and articles themselves, which are extracted on the way
(the same files, folders and standard input). Loading again what is there changes nothing; a changed
article takes back what it no longer says. In the end the links between commitments are drawn, as \`mithaq link\`
finds them.`),
    )
    .argument('[paths...]', 'files, folders, or - for standard input')
    .option('--same-as <file>', 'lines that join or split entities; see lexicon/names/README.md')
    .option('--copies', 'tell which article is an earlier report, carried again')
    .option('--watch', 'go on with what comes into the folders or changes there, until Ctrl-C')
    .addHelpText(
      'after',
      examples([
        ['Articles straight into the embedded store', 'mithaq load news/'],
        [
          'Into a Neo4j',
          'NEO4J_PASSWORD=… mithaq load graphs.jsonl --to neo4j://localhost:7687 --user neo4j',
        ],
        ['A folder that fills', 'mithaq load inbox/ --watch'],
        ['One after the other', 'mithaq extract - < articles.jsonl | mithaq load -'],
      ]),
    )
  withStoreOptions(withInputOptions(command)).action(
    async (paths: string[], flags: LoadFlags, command: Command) => {
      const { runLoad } = await import('../actions/run-load.ts')
      await runLoad(pathsOrStdin(paths, command), flags)
    },
  )
}
