/** The corpus of time expressions, read by the bench and by the extractor's tests alike. */
import { readFileSync } from 'node:fs'
import { edtfToInterval } from '../../packages/model/src/index.ts'

export interface Case {
  /**
   * `tune` rows were looked at while the rules were written; `held` rows, and later `fresh` ones, were
   * written before and looked at once at the end; `open` rows are known to be read wrongly.
   */
  readonly part: 'tune' | 'held' | 'fresh' | 'open'
  readonly group: string
  readonly reference: string
  readonly text: string
  readonly expected: readonly Expected[]
}

interface Expected {
  /** Absent for phrases, which are the mention and the words that bind it. */
  readonly quote?: string
  readonly edtf: string
  readonly bound?: string
}

function rowsOf(name: string): Record<string, string>[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')
  const [header = [], ...rows] = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
  return rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

const partOf = (row: Record<string, string>): Case['part'] => row['part'] as Case['part']

/** One case a surface form: `value -> many forms` unrolled. */
export function phrases(): Case[] {
  return rowsOf('phrases.tsv').flatMap((row) => {
    const [edtf = '', bound] = row['edtf']!.split(' ')
    const expected = [bound === undefined ? { edtf } : { edtf, bound }]
    return row['forms']!.split('|').map((text) => ({
      part: partOf(row),
      group: row['group']!,
      reference: row['reference']!,
      text,
      expected,
    }))
  })
}

/** Whole news sentences with every mention in them, in order. */
export function sentences(): Case[] {
  return rowsOf('sentences.tsv').map((row) => ({
    part: partOf(row),
    group: 'sentence',
    reference: row['reference']!,
    text: row['text']!,
    expected: row['expected']!.split(';')
      .filter(Boolean)
      .map((mention) => {
        const cut = mention.lastIndexOf('=')
        return { quote: mention.slice(0, cut), edtf: mention.slice(cut + 1) }
      }),
  }))
}

/** Texts in which nothing is a date. */
export function negatives(): Case[] {
  return rowsOf('negatives.tsv').map((row) => ({
    part: partOf(row),
    group: 'negative',
    reference: '2024-09-27',
    text: row['text']!,
    expected: [],
  }))
}

/** What two names of one time have in common: their days, else the name itself. */
export function valueOf(edtf: string): string {
  const interval = edtfToInterval(edtf)
  return interval === null ? edtf : `${interval.from ?? '..'}/${interval.until ?? '..'}`
}
