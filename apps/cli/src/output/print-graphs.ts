import type { ArticleGraph } from '@mithaq/model'
import { csvRows } from './csv.ts'
import { jsonLine, jsonPretty } from './json.ts'
import { fullCells, fullColumns, rowsOfGraph, shortTable } from './ledger.ts'
import { tableForStdout } from './show-table.ts'
import { write } from './stdout.ts'

type Graphs = AsyncIterable<ArticleGraph>

/** Records as `extract` prints them; all but the table hold one record at a time. */
export const printers = { jsonl: printLines, json: printList, csv: printCsv, table: printTable }

async function printLines(graphs: Graphs): Promise<void> {
  for await (const graph of graphs) await write(`${jsonLine(graph)}\n`)
}

async function printList(graphs: Graphs): Promise<void> {
  let before = '[\n'
  for await (const graph of graphs) {
    await write(before + jsonPretty(graph))
    before = ',\n'
  }
  await write(before === '[\n' ? '[]\n' : '\n]\n')
}

async function printCsv(graphs: Graphs): Promise<void> {
  await write(csvRows([fullColumns]))
  for await (const graph of graphs) {
    const rows = rowsOfGraph(graph).map(fullCells)
    if (rows.length > 0) await write(csvRows(rows))
  }
}

async function printTable(graphs: Graphs): Promise<void> {
  const rows = []
  for await (const graph of graphs) rows.push(...rowsOfGraph(graph))
  const { columns, cells } = shortTable(rows)
  if (cells.length > 0) await write(tableForStdout(columns, cells))
}
