/** Where an article says what a model claims to quote: letter by letter, else by folds, on the borders of words. */
import { type Extent, foldWithMap, type Span } from '@mithaq/model'

/** More places than a name has in one part of an article are not looked at. */
const MOST_PLACES = 100

/** A text as quotations are compared: folded, without quotation marks, with one space between words, and its map back. */
interface Keyed {
  text: string
  /** By unit of `text`: where it begins and ends in the original. */
  starts: readonly number[]
  ends: readonly number[]
}

export class QuoteFinder {
  readonly #text: string
  readonly #part: Extent
  readonly #exact: Keyed
  readonly #folded: Keyed
  readonly #known = new Map<string, readonly Span[]>()

  /** @param part where to look, and nowhere else: what the model was shown */
  constructor(text: string, part: Extent) {
    this.#text = text
    this.#part = part
    const shown = text.slice(part.start, part.end)
    this.#exact = asItIs(shown)
    this.#folded = keyed(shown)
  }

  /**
   * Every place where the words stand, in text order: as they are, or where they stand nowhere so, by folds. What is
   * glued before a word («ولقطر») is no hindrance, a word that goes on («قطرات») is.
   */
  find(words: string): readonly Span[] {
    const known = this.#known.get(words)
    if (known) return known
    const bare = trimmed(words)
    const key = trimmed(keyed(words).text)
    let places = bare === '' ? [] : this.#search(this.#exact, bare)
    if (places.length === 0 && key !== '') places = this.#search(this.#folded, key)
    // «للتحالف» is quoted as «التحالف».
    if (places.length === 0 && key.startsWith('ال')) places = this.#search(this.#folded, `لل${key.slice(2)}`)
    this.#known.set(words, places)
    return places
  }

  /** The place nearest to another, inside it if there is one; null where the words stand nowhere. */
  nearest(words: string, to: Extent): Span | null {
    const distance = ({ start, end }: Span): number => Math.max(0, to.start - end + 1, start - to.end + 1)
    return this.find(words).reduce<Span | null>(
      (best, place) => (best && distance(best) <= distance(place) ? best : place),
      null,
    )
  }

  #search({ text, starts, ends }: Keyed, key: string): Span[] {
    const found: Span[] = []
    for (let at = text.indexOf(key); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(key, at + 1)) {
      if (!isWord(text, at, at + key.length)) continue
      const start = this.#part.start + starts[at]!
      const end = this.#part.start + ends[at + key.length - 1]!
      found.push({ start, end, quote: this.#text.slice(start, end) })
    }
    return found
  }
}

function asItIs(text: string): Keyed {
  const starts = Array.from({ length: text.length }, (_, i) => i)
  return { text, starts, ends: starts.map((at) => at + 1) }
}

const QUOTES = new Set('"\'«»“”„‘’‹›`')
/** Signs that are typed one for the other. */
const SIGNS = new Map([
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  ['–', '-'],
  ['—', '-'],
])

function keyed(original: string): Keyed {
  const { text, map } = foldWithMap(original)
  const after = endsOf(map, text.length)
  const starts: number[] = []
  const ends: number[] = []
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!
    if (QUOTES.has(unit)) continue
    const isSpace = unit.trim() === ''
    if (isSpace && (key === '' || key.endsWith(' '))) continue
    key += isSpace ? ' ' : (SIGNS.get(unit) ?? unit)
    starts.push(map[i]!)
    ends.push(after[i]!)
  }
  return { text: key, starts, ends }
}

/** Where each folded unit ends in the original: the units of one ligature end together. */
function endsOf(map: Uint32Array, length: number): number[] {
  const ends = Array.from<number>({ length })
  for (let i = length - 1; i >= 0; i--) ends[i] = map[i + 1]! > map[i]! ? map[i + 1]! : ends[i + 1]!
  return ends
}

const EDGE = new Set(` \t\r\n\u00a0.,;:!?،؛؟…-–—()[]${[...QUOTES].join('')}`)

/** Without the spaces and marks at either end. */
function trimmed(words: string): string {
  let start = 0
  let end = words.length
  while (start < end && EDGE.has(words[start]!)) start++
  while (end > start && EDGE.has(words[end - 1]!)) end--
  return words.slice(start, end)
}

const LETTER = /[\p{L}\p{M}\p{N}]/u
const isLetter = (unit: string | undefined): boolean => unit !== undefined && LETTER.test(unit)
/** What Arabic writes together with the word behind it. */
const GLUED = /^[وف]?(?:لل|[بلكس]?(?:ال)?)$/u
const LONGEST_GLUED = 4

function isWord(text: string, start: number, end: number): boolean {
  if (isLetter(text[end])) return false
  let from = start
  while (from > 0 && start - from <= LONGEST_GLUED && isLetter(text[from - 1])) from--
  return GLUED.test(text.slice(from, start))
}
