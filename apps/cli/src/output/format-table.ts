import type { Table } from '@mithaq/model'
import type { Cell } from './csv.ts'
import { jsonLine, jsonList } from './json.ts'
import { csvForStdout, tableForStdout } from './show-table.ts'

export type TableFormat = 'table' | 'json' | 'csv'

/** The answer to a question as text: JSON as a list of objects, one a line. */
export function formatTable({ columns, rows }: Table, format: TableFormat): string {
  if (format === 'json') {
    return jsonList(
      rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]))),
    )
  }
  const print = format === 'csv' ? csvForStdout : tableForStdout
  return print(columns, rows.map(toCells))
}

/** A list or a node has no place in a cell but as JSON. */
const toCells = (row: readonly unknown[]): Cell[] =>
  row.map((value) =>
    typeof value === 'object' && value !== null ? jsonLine(value) : (value as Exclude<Cell, undefined>),
  )
