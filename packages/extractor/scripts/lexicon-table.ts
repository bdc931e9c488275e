/** Reading and writing of lexicon files by the scripts: tab-separated, `#` for remarks, `|` within a cell. */
import { readFileSync } from 'node:fs'

export type Row = Readonly<Record<string, string>>

export function readTable(file: URL): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
  const [header = [], ...body] = rows
  return body.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

export const values = (row: Row | undefined, column: string): string[] =>
  row?.[column] ? row[column].split('|') : []
