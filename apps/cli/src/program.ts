import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { registerCommitments } from './commands/commitments.ts'
import { registerDemo } from './commands/demo.ts'
import { registerDoctor } from './commands/doctor.ts'
import { registerExplain } from './commands/explain.ts'
import { registerExport } from './commands/export.ts'
import { registerExtract } from './commands/extract.ts'
import { registerFetch } from './commands/fetch.ts'
import { registerLink } from './commands/link.ts'
import { registerLoad } from './commands/load.ts'
import { registerQuery } from './commands/query.ts'
import { registerScore } from './commands/score.ts'
import { registerServe } from './commands/serve.ts'
import { registerUnload } from './commands/unload.ts'
import { examples, prose } from './commands/help.ts'

/** The command line as data: one file a command in `commands/`, each registering itself. */
export function createProgram(): Command {
  const program = new Command('mithaq')
    .description(
      prose(`Mithaq (ميثاق) reads Arabic political news and answers: who committed to what, to whom, where, by when,
on what condition, and according to whom?`),
    )
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .showHelpAfterError('(--help explains)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, 'mithaq: ')) })
    .exitOverride()
    .addHelpText(
      'after',
      `${examples([
        ['See it at work on the examples', 'mithaq demo'],
        [
          'From an article to an answer',
          'mithaq load article.txt --published 2024-09-27 && mithaq commitments',
        ],
      ])}
Without NEO4J_URI the graph is kept in .mithaq/; NEO4J_URI, NEO4J_USERNAME,
NEO4J_PASSWORD and NEO4J_DATABASE, also from a .env, or --to, name a Neo4j.
Results go to stdout, notes to stderr.
Exit codes: 0 done, 1 it failed or something was left out, 2 wrong usage.`,
    )
  for (const register of COMMANDS) register(program)
  return program
}

const COMMANDS: readonly ((program: Command) => void)[] = [
  registerExtract,
  registerExplain,
  registerFetch,
  registerLink,
  registerLoad,
  registerUnload,
  registerQuery,
  registerCommitments,
  registerServe,
  registerExport,
  registerDemo,
  registerScore,
  registerDoctor,
]
