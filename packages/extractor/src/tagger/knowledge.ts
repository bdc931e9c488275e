/** What the model knows of words before it reads a text: lists they are on, how common they are, how name-like they look. */
import { hashOf, mix } from './hash.ts'
import { type HashTable, slotOf } from './hash-table.ts'

/** The lists a word may be on, a bit each. */
export const LISTS = [
  'given',
  'family',
  'unit',
  'country',
  'capital',
  'city',
  'subdivision',
  'place',
  'placePart',
  'demonym',
  'title',
  'titlePart',
  'orgHead',
  'placeHead',
  'org',
  'orgPart',
  'common',
  'stop',
  'portfolio',
  'group',
  'holder',
  'placeCue',
  'actorCue',
  'regional',
  'job',
  'verb',
  'fullName',
  'club',
  'firm',
  'media',
  'body',
  'famous',
] as const
export type List = (typeof LISTS)[number]

export const TOPICS = ['sport', 'trade', 'war', 'state', 'culture'] as const

/** What a phrase may name, a bit each; the last says that longer phrases begin so. */
export const PHRASE = { person: 1, country: 2, place: 4, organisation: 8, title: 16, prefix: 128 } as const

interface WordTable extends HashTable {
  readonly lists: Uint32Array
  /** log2 of how often it was read. */
  readonly frequency: Uint8Array
  /** What a passage with the word is about, 0 where it tells nothing. */
  readonly topic: Uint8Array
}

interface PhraseTable extends HashTable {
  readonly uses: Uint8Array
}

export interface Knowledge {
  readonly words: WordTable
  readonly phrases: PhraseTable
  /** Weights of hashed letter n-grams, `LIKENESS` numbers each, for each of the shares. */
  readonly letters: Int8Array
}

/**
 * Words fall into shares, and how those of one share look is learned from the plain words of the others: a word that was
 * read in training must look as it would had it never been read, for so will most names look later.
 */
export const SHARES = 5
export const shareOf = (word: string): number => (Math.imul(hashOf(word), 0x9e3779b1) >>> 0) % SHARES

/** Person, place, common word. */
export const LIKENESS = 3
export const LETTER_SCALE = 24

/** Slots of the letter n-grams of a word, of two to five letters, its edges included. */
export function letterSlots(word: string, slots: number): number[] {
  const framed = `<${word}>`
  const found: number[] = []
  for (let from = 0; from < framed.length; from++) {
    // The hash of a longer one goes on from that of the shorter.
    let hash = hashOf(framed, from, from + 1)
    for (let size = 2; size <= 5 && from + size <= framed.length; size++) {
      hash = Math.imul(hash ^ framed.charCodeAt(from + size - 1), 0x01000193) | 0
      found.push(((mix(size, hash) >>> 0) % slots) * LIKENESS)
    }
  }
  return found
}

/** How much a word looks like a name of a person, of a place, and like a common word: log odds. */
export function likenessOf(
  { letters }: Knowledge,
  word: string,
): [person: number, place: number, common: number] {
  let [person, place, common] = [0, 0, 0]
  const size = letters.length / SHARES
  const from = shareOf(word) * size
  for (const slot of letterSlots(word.slice(0, 24), size / LIKENESS)) {
    person += letters[from + slot]!
    place += letters[from + slot + 1]!
    common += letters[from + slot + 2]!
  }
  return [person / LETTER_SCALE, place / LETTER_SCALE, common / LETTER_SCALE]
}

export const phraseUses = ({ phrases }: Knowledge, hash: number): number => {
  const slot = slotOf(phrases, hash)
  return slot < 0 ? 0 : phrases.uses[slot]!
}
