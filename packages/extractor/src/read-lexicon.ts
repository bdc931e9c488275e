/**
 * The one place that reads `lexicon/`: tab-separated, one header line, `#` for remarks, `|` between
 * values of one cell. Words are read when a stage first needs them, once a process.
 */
import { readFileSync } from 'node:fs'

const LEXICON = new URL('../lexicon/', import.meta.url)

/** A line of a lexicon by column; a cell left empty, or a column the file lacks, reads ''. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/**
 * The rows of a lexicon file.
 *
 * @param name path below `lexicon/`, e.g. `verbs.tsv`
 * @example readLexicon<'word' | 'kind'>('boilerplate.tsv')
 */
export function readLexicon<Column extends string>(name: string): Row<Column>[] {
  const lines = readFileSync(new URL(name, LEXICON), 'utf8').split('\n')
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
  const [header = [], ...body] = rows
  return body.map((cells) => {
    const row: Record<string, string> = {}
    for (const [i, column] of header.entries()) row[column] = cells[i] ?? ''
    return row as Row<Column>
  })
}

/** The values of one cell. */
export const valuesIn = (cell: string): string[] => (cell === '' ? [] : cell.split('|'))

/** Reads once, on first use. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
