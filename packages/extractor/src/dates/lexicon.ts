/** The words of time: `lexicon/dates/*.tsv` as one index by first word. */
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import type { Calendar, Edge, Season, Unit, Which } from './expression.ts'
import type { Bound, Category, Values } from './node.ts'
import { splitForm } from './split-form.ts'

const FILES = ['months', 'weekdays', 'numbers', 'units', 'words', 'bounds', 'names'] as const

export interface Entry<C extends Category = Category> {
  readonly category: C
  readonly value: Values[C]
  /** The folded words after the first. */
  readonly rest: readonly string[]
}

type Column = 'category' | 'value' | 'forms' | 'note'

/** How a cell of the column `value` reads, where it is more than a flag. */
const READ: { [C in Category]?: (cell: string) => Values[C] } = {
  month: (cell) => {
    const [calendar, month, weak, day] = cell.split(' ')
    return {
      calendar: calendar as Calendar,
      month: Number(month),
      ...(day !== undefined && { day: Number(day) }),
      weak: weak === 'weak',
      rare: weak === 'rare',
    }
  },
  unit: (cell) => {
    const [unit, count] = cell.split(' ')
    return { unit: unit as Unit, count: count === 'n' ? 'n' : count === '2' ? 2 : 1 }
  },
  dayword: (cell) => ({ offset: Number.parseInt(cell, 10), weak: cell.endsWith('weak') }),
  edge: (cell) => ({ edge: Number.parseInt(cell, 10) as Edge, weak: cell.endsWith('weak') }),
  weekday: Number,
  ones: Number,
  teen: Number,
  tens: Number,
  hundreds: Number,
  thousands: Number,
  ordinal: Number,
  firstday: Number,
  dualof: (cell) => cell as Unit,
  fraction: Number,
  decadename: Number,
  which: (cell) => Number(cell) as Which,
  following: (cell) => Number(cell) as -1 | 1,
  season: (cell) => cell as Season,
  rate: (cell) => cell as Unit,
  era: (cell) => cell as Calendar | 'bc',
  bound: (cell) => cell as Bound,
  onwards: (cell) => cell as Bound,
}

/**
 * Entries by the folded first word of their form.
 *
 * @example lexicon().get('كانون') // entries for «كانون الأول» and «كانون الثاني»
 */
export const lexicon = lazily(() => {
  const entries = new Map<string, Entry[]>()
  for (const file of FILES) {
    for (const row of readLexicon<Column>(`dates/${file}.tsv`)) {
      const category = row.category as Category
      const value = READ[category]?.(row.value) ?? true
      for (const form of valuesIn(row.forms)) addEntry(entries, form, category, value)
    }
  }
  // Inner words of phrases are words of the lexicon too: a phrase is one stretch of them.
  for (const { rest } of [...entries.values()].flat()) {
    for (const word of rest)
      if (!entries.has(word)) entries.set(word, [{ category: 'inner', value: true, rest: [] }])
  }
  // Longer forms first, so that the node that covers more is made first.
  for (const list of entries.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return entries
})

function addEntry(
  entries: Map<string, Entry[]>,
  form: string,
  category: Category,
  value: Entry['value'],
): void {
  const [first, ...rest] = splitForm(form)
  if (first === undefined) return
  const list = entries.get(first) ?? []
  const known = list.some((entry) => entry.category === category && entry.rest.join(' ') === rest.join(' '))
  if (!known) list.push({ category, value, rest })
  entries.set(first, list)
}
