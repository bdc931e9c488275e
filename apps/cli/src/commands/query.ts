import type { Question, Table } from '@mithaq/model'
import type { Command } from 'commander'
import type { Cell } from '../output/csv.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { examples, prose } from './help.ts'
import { formatOption, positive, withStoreOptions } from './options.ts'

const FORMATS = ['table', 'json', 'csv'] as const
type Format = (typeof FORMATS)[number]

interface Flags extends StoreFlags {
  param: readonly string[]
  format: Format
  list?: true
  limit: number
  timeout: number
}

export function registerQuery(program: Command): void {
  const command = program
    .command('query')
    .summary('ask the graph in Cypher, or by a named question')
    .description(
      prose(`Ask the graph a question: Cypher as it is, or @NAME for one of the named questions. Only reads.

A parameter's value is taken as JSON where it is JSON (10, true, "10"), else as the text it is; a named
question takes it by the kind of its own default.`),
    )
    .argument('[question]', 'Cypher, or @NAME; @ alone lists the named questions')
    .option(
      '--param <name=value>',
      'a parameter; may be given again',
      (pair, all: string[]) => [...all, pair],
      [],
    )
    .option('--list', 'list the named questions')
    .addOption(formatOption(FORMATS))
    .option('--limit <rows>', 'most rows', positive, 1_000)
    .option('--timeout <seconds>', 'most time', positive, 60)
    .addHelpText(
      'after',
      examples([
        ['The named questions with their parameters', 'mithaq query @'],
        [
          'Who is bound most',
          "mithaq query 'MATCH (a:Actor)-[:COMMITS_TO]->(c) RETURN a.name, count(c) AS n ORDER BY n DESC'",
        ],
        ['A parameter', "mithaq query 'MATCH (a:Actor {name: $name}) RETURN a.id' --param name=العراق"],
      ]),
    )
  withStoreOptions(command).action(async (asked: string | undefined, flags: Flags, command: Command) => {
    const [{ write }, { formatTable }] = await Promise.all([
      import('../output/stdout.ts'),
      import('../output/format-table.ts'),
    ])
    if (flags.list || asked === '@') {
      await write(formatTable(await listQuestions(), flags.format))
      return
    }
    if (asked === undefined)
      command.error('error: no question: give Cypher, @NAME, or @ for a list', { exitCode: 2 })
    const [{ askFor }, { withStore }, { note }] = await Promise.all([
      import('../store/ask-for.ts'),
      import('../store/with-store.ts'),
      import('../output/note.ts'),
    ])
    const { cypher, params } = askFor(asked, flags.param)
    const table = await withStore(flags, 'read', (store) =>
      store.query(cypher, params, { maxRows: flags.limit, timeoutMs: flags.timeout * 1000 }),
    )
    await write(formatTable(table, flags.format))
    if (table.truncated) note(`Only the first ${table.rows.length} rows: --limit takes more.`)
  })
}

async function listQuestions(): Promise<Table> {
  const { loadQuestions } = await import('@mithaq/loader')
  return {
    columns: ['name', 'question', 'parameters'],
    rows: loadQuestions().map((question) => [`@${question.name}`, question.titleEn, parameters(question)]),
    truncated: false,
  }
}

const parameters = ({ params }: Question): Cell =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
