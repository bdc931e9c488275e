/** Which line of the lexicon a word, a name or a cue was read by. */
import { type Entity, fold } from '@mithaq/model'
import { numberedRows, type Row, valuesIn } from '../read-lexicon.ts'
import type { LexiconLine } from './explanation.ts'

type Columns = 'word' | 'pos' | 'past' | 'cue' | 'type' | 'phrase' | Authority
type Authority = 'names' | 'wikidata' | 'geonames' | 'iso' | 'code'

interface Numbered {
  line: number
  entry: string
  row: Row<Columns>
}

/** The files that were asked, taken apart once a process. */
const files = new Map<string, readonly Numbered[]>()

function linesOf(file: string): readonly Numbered[] {
  const lines = files.get(file) ?? [...numberedRows<Columns>(file)]
  files.set(file, lines)
  return lines
}

function firstLine(file: string, matches: (row: Row<Columns>) => boolean): LexiconLine | null {
  const found = linesOf(file).find(({ row }) => matches(row))
  return found ? { file, line: found.line, entry: found.entry } : null
}

/** @param word as the lexicon has it */
export const triggerLine = (word: string): LexiconLine | null =>
  firstLine('triggers.tsv', (row) => row.word === word)

/** The line of a verb of saying by its lemma, of a noun or phrase by its folded words. */
export const cueLine = (type: 'verb' | 'phrase' | 'paper' | 'noun', cue: string): LexiconLine | null =>
  firstLine('cues.tsv', (row) => row.type === type && fold(row.cue) === fold(cue))

export const modalLine = (words: string): LexiconLine | null =>
  firstLine('modals.tsv', ({ phrase }) => fold(phrase) === words)

export const verbLine = (lemma: string): LexiconLine | null =>
  firstLine('verbs.tsv', ({ past }) => past.replace(/^-/u, '') === lemma)

/** The registries in which an entity may stand, those with identifiers of an authority first. */
const REGISTRIES = [
  'countries',
  'capitals',
  'subdivisions',
  'cities',
  'places',
  'organisations',
  'holders',
].map((name) => `names/${name}.tsv`)

/** Where the lexicon has an entity: by its identifier, else by its name. */
export function entityLine({ sameAs, iso, kind, type, name }: Entity): LexiconLine | null {
  const numbers = new Set(sameAs.map((uri) => /(?:Q)?\d+(?=\/?$)/u.exec(uri)?.[0]))
  const isIt = (row: Row<Columns>): boolean =>
    numbers.has(row.wikidata || 'none') ||
    numbers.has(row.geonames || 'none') ||
    (iso !== undefined && (row.code || 'none') === iso) ||
    (kind === 'actor' && type === 'Country' && (row.iso || 'none') === iso && row.wikidata !== '')
  const isCalled = (row: Row<Columns>): boolean => valuesIn(row.names)[0] === name.ar
  const find = (test: typeof isIt): LexiconLine | null => {
    for (const file of REGISTRIES) {
      const found = firstLine(file, test)
      if (found) return found
    }
    return null
  }
  return find(isIt) ?? find(isCalled)
}
