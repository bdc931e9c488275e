/**
 * The one place that reads `lexicon/`: tab-separated, one header line, `#` for remarks, `|` between
 * values of one cell. Words are read when a stage first needs them, once a process.
 */
import { readWords } from '#data'

/** A line of a lexicon by column; a cell left empty, or a column the file lacks, reads ''. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/** A lexicon file as lines, for those too long to take apart before a word asks for a row. */
export interface Table {
  columns: readonly string[]
  lines: readonly string[]
}

/** The lines of a lexicon file, header and remarks apart. */
export function readTable(name: string): Table {
  const lines = readWords(name).split('\n')
  const header = lines.findIndex((line) => line !== '' && !line.startsWith('#'))
  const body = lines.slice(header + 1)
  if (body.at(-1) === '') body.pop()
  const plain = body.some((line) => line === '' || line.startsWith('#'))
    ? body.filter((line) => line !== '' && !line.startsWith('#'))
    : body
  return { columns: (lines[header] ?? '').split('\t'), lines: plain }
}

/** One line of a table by column. */
export function rowOf<Column extends string>({ columns }: Table, line: string): Row<Column> {
  const cells = line.split('\t')
  const row: Record<string, string> = {}
  for (const [i, column] of columns.entries()) row[column] = cells[i] ?? ''
  return row as Row<Column>
}

/**
 * The rows of a lexicon file.
 *
 * @param name path below `lexicon/`, e.g. `verbs.tsv`
 * @example readLexicon<'word' | 'kind'>('boilerplate.tsv')
 */
export function readLexicon<Column extends string>(name: string): Row<Column>[] {
  const table = readTable(name)
  return table.lines.map((line) => rowOf<Column>(table, line))
}

/** The same with the place of each in its file, for whoever explains what was read. */
export function* numberedRows<Column extends string>(
  name: string,
): Generator<{ line: number; entry: string; row: Row<Column> }> {
  const lines = readWords(name).split('\n')
  let columns: readonly string[] | undefined
  for (const [i, entry] of lines.entries()) {
    if (entry === '' || entry.startsWith('#')) continue
    if (columns === undefined) columns = entry.split('\t')
    else yield { line: i + 1, entry, row: rowOf<Column>({ columns, lines }, entry) }
  }
}

/** The values of one cell. */
export const valuesIn = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

/** Reads once, on first use. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
