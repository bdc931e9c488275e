import { csvRows } from './csv.ts'
import type { Cell } from './csv.ts'
import { renderTable } from './table.ts'

/** A table for where stdout leads: fitted and bidi-safe on a terminal, plain text in a pipe. */
export const tableForStdout = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  renderTable(columns, rows, { width: process.stdout.columns, isolate: process.stdout.isTTY })

export const csvForStdout = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvRows([columns, ...rows])
