import { loadQuestions } from '@mithaq/loader'
import type { Question, Table } from '@mithaq/model'
import { formatTable } from '../output/format-table.ts'
import type { TableFormat } from '../output/format-table.ts'
import { note } from '../output/note.ts'
import { write } from '../output/stdout.ts'
import { askFor } from '../store/ask-for.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export interface QueryFlags extends StoreFlags {
  param: readonly string[]
  format: TableFormat
  limit: number
  timeout: number
}

/** Ask the store what the words of the command line stand for. */
export async function runQuery(asked: string, flags: QueryFlags): Promise<void> {
  const { cypher, params } = askFor(asked, flags.param)
  const table = await withStore(flags, 'read', (store) =>
    store.query(cypher, params, { maxRows: flags.limit, timeoutMs: flags.timeout * 1000 }),
  )
  await write(formatTable(table, flags.format))
  if (table.truncated) note(`Only the first ${table.rows.length} rows: --limit takes more.`)
}

/** Print the named questions. */
export async function listQuestions({ format }: Pick<QueryFlags, 'format'>): Promise<void> {
  const table: Table = {
    columns: ['name', 'question', 'parameters'],
    rows: loadQuestions().map((question) => [`@${question.name}`, question.titleEn, parameters(question)]),
    truncated: false,
  }
  await write(formatTable(table, format))
}

const parameters = ({ params }: Question): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
