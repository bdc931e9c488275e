/** Words as the scanner meets them: every way they can be one that the lexicon knows. */
import { lazily } from '../read-lexicon.ts'
import { ALPHABET, LETTER_BITS, letterNumber } from './char-class.ts'
import type { Entry } from './lexicon.ts'
import { lexicon } from './lexicon.ts'
import type { Category } from './node.ts'
import { GRAMMAR } from './rules/all.ts'

export interface Reading {
  readonly entry: Entry
  /** Proclitics taken off, in order: '', 'و', 'وب', 'ل'. */
  readonly clitics: string
  /** Letters of the word taken off before the mention begins. */
  readonly cut: number
  readonly definite: boolean
  /** The category's number, -1 where no rule has it. */
  readonly symbol: number
}

/** What a token is, wherever it stands; a word of the lexicon is the same one each time. */
export interface Word {
  /** `group` is digits joined by separators: `27/9/2024`, `2014-2015`, `10:30`. */
  readonly kind: 'word' | 'number' | 'group' | 'mark' | 'opaque'
  /** Folded; of a number, without the letters glued before it; of a word that the lexicon lacks, ''. */
  readonly text: string
  /** Letters glued before the digits: `ال` in `الـ12`, `و` in `و2017`. */
  readonly prefix: string
  /** What it may be in a time expression by itself; where one ends; and with the words after it. */
  readonly leaves: readonly Reading[]
  readonly endings: readonly Reading[]
  readonly phrases: readonly Reading[]
  /** What it says of a date after it, of a date before it, and of the tense of its clause. */
  readonly before: readonly Reading[]
  readonly after: readonly Reading[]
  readonly tense: readonly Reading[]
  /** «نُشر»: the date after it is the page's own. */
  readonly isPublishCue: boolean
  /** May be the heart of a time expression. */
  readonly isAnchor: boolean
  /** Some node of the chart may begin with it. */
  readonly isLeaf: boolean
  /** A later word of some phrase. */
  readonly isInner: boolean
  /** May be part of one: the chart is filled between words that are not. */
  readonly isLive: boolean
}

type Categories = ReadonlySet<Category>

/** Without one of these, or a number, there is no time expression. */
const ANCHORS: Categories = new Set([
  'month',
  'weekday',
  'unit',
  'dualof',
  'dayword',
  'daypart',
  'season',
  'decadename',
  'fraction',
  'rate',
  'millennium',
])

/** What bears out, before it, that a word which may be a date is one. */
export const CUES: Categories = new Set([
  'cue',
  'bound',
  'of',
  'to',
  'opener',
  'between',
  'before',
  'after',
  'since',
  'within',
  'for',
  'matching',
  'label',
  'edge',
  'futurecue',
])

const AFTER: Categories = new Set(['counted', 'onwards'])
const TENSE: Categories = new Set(['futurecue', 'pastcue', 'notfuture'])
const NONE: readonly Reading[] = []

/** A token that is no word of the lexicon. */
export const plain = (
  kind: Word['kind'],
  text = '',
  isLive = false,
  isAnchor = false,
  prefix = '',
): Word => ({
  kind,
  text,
  prefix,
  leaves: NONE,
  endings: NONE,
  phrases: NONE,
  before: NONE,
  after: NONE,
  tense: NONE,
  isPublishCue: false,
  isAnchor,
  isLeaf: isLive,
  isInner: false,
  isLive,
})

export const UNKNOWN = plain('word')

/** The later words of phrases that rules build on. */
const phraseWords = lazily(() => {
  const entries = [...lexicon().values()].flat()
  return new Set(entries.flatMap(({ category, rest }) => (GRAMMAR.symbols.has(category) ? rest : [])))
})

/** A word or a sign of the lexicon by its folded text. */
export function wordOf(text: string, kind: 'word' | 'mark' = 'word'): Word {
  const readings: Reading[] = []
  readWord(text, readings)
  const of = (categories: Categories): readonly Reading[] =>
    readings.filter(({ entry }) => categories.has(entry.category))
  const parts = readings.filter(({ symbol }) => symbol >= 0)
  const leaves = parts.filter(({ entry }) => entry.rest.length === 0)
  const isInner = phraseWords().has(text)
  return {
    kind,
    text,
    prefix: '',
    leaves,
    endings: leaves.filter(({ symbol }) => GRAMMAR.ends[symbol]),
    phrases: parts.filter(({ entry }) => entry.rest.length > 0),
    before: of(CUES),
    after: of(AFTER),
    // Verbs and what is like them carry no article and no preposition.
    tense: of(TENSE).filter(({ clitics, definite }) => !definite && !/[بلك]/u.test(clitics)),
    isPublishCue: readings.some(({ entry }) => entry.category === 'publishcue'),
    isAnchor: readings.some(({ entry }) => ANCHORS.has(entry.category)),
    isLeaf: parts.length > 0,
    isInner,
    isLive: parts.length > 0 || (isInner && kind === 'word'),
  }
}

/** No form of the lexicon, its proclitics included, is longer. */
export const LONGEST_FORM = 24

/**
 * The first words of all forms as a tree of letters. Most words of a text are out by their first three
 * letters, which `opens` tells before the tree is walked.
 */
interface Stems {
  /** For each two first letters the set of third ones, as bits. */
  readonly opens: Int32Array
  /** `next[state << LETTER_BITS | letter]`: 0 where no form goes on so, 1 the root. */
  readonly next: Uint16Array
  /** The number of the form that ends at a state, from 1 on. */
  readonly forms: Uint16Array
  readonly count: number
}

const ROOT = 1

const stems = lazily((): Stems => {
  const words = [...lexicon().keys()].filter((form) => /^\p{L}+$/u.test(form))
  const states = words.reduce((sum, form) => sum + form.length, 2)
  const opens = new Int32Array(1 << (2 * LETTER_BITS))
  const next = new Uint16Array(states << LETTER_BITS)
  const forms = new Uint16Array(states)
  let last = ROOT
  for (const [i, form] of words.entries()) {
    const letters = Array.from(form, letterNumber)
    let state = ROOT
    for (const letter of letters) state = next[(state << LETTER_BITS) | letter] ||= ++last
    forms[state] = i + 1
    const [first, second, third] = letters
    if (third !== undefined) opens[(first! << LETTER_BITS) | second!]! |= 1 << third
  }
  return { opens, next, forms, count: words.length }
})

const [ALEF, LAM, WAW, FA, BA, KAF] = Array.from('الوفبك', letterNumber) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/**
 * Finds words by their letters, spelt out in `letters`. A stem and what was taken off before it tell
 * which word it is, so that nothing has to be cut out of the text, folded or compared.
 */
export class WordFinder {
  readonly letters = new Uint8Array(LONGEST_FORM)
  private readonly known: (Word | undefined)[]
  private readonly stems = stems()
  private length = 0

  constructor() {
    this.known = Array<Word | undefined>((this.stems.count + 1) << 5)
  }

  /** The word of the first `length` letters. */
  find(length: number): Word {
    if (length > LONGEST_FORM) return UNKNOWN
    this.length = length
    const key = this.keyOfWord()
    return key === 0 ? UNKNOWN : (this.known[key] ?? this.read(key))
  }

  findFolded(text: string): Word {
    for (let i = 0; i < text.length && i < LONGEST_FORM; i++) this.letters[i] = letterNumber(text[i]!)
    return this.find(text.length)
  }

  private read(key: number): Word {
    let text = ''
    for (let i = 0; i < this.length; i++) text += ALPHABET[this.letters[i]! - 1]!
    const word = wordOf(text)
    this.known[key] = word
    return word
  }

  /** The keys are one for each stem and each row of proclitics; 0 where no form of the lexicon is left. */
  private keyOfWord(): number {
    const first = this.letters[0]!
    const key = this.keyOfNoun(0, 0)
    if (key !== 0) return key
    if (this.length > 2 && (first === WAW || first === FA)) {
      const and = first === WAW ? 10 : 20
      const rest = this.keyOfNoun(1, and) || this.keyOfPhrase(1, and)
      if (rest !== 0) return rest
    }
    return this.keyOfPhrase(0, 0)
  }

  /** After a preposition. */
  private keyOfPhrase(from: number, before: number): number {
    const first = this.letters[from]!
    if (this.length - from < 3 || (first !== BA && first !== LAM && first !== KAF)) return 0
    // للعام is ل + العام.
    const article = first === LAM && this.letters[from + 1] === LAM ? this.keyOf(from + 2, before + 8) : 0
    return article || this.keyOfNoun(from + 1, before + (first === BA ? 2 : first === LAM ? 4 : 6))
  }

  private keyOfNoun(from: number, before: number): number {
    const key = this.keyOf(from, before)
    if (key !== 0 || this.length - from <= 3) return key
    const isDefinite = this.letters[from] === ALEF && this.letters[from + 1] === LAM
    return isDefinite ? this.keyOf(from + 2, before + 1) : 0
  }

  private keyOf(from: number, before: number): number {
    const { letters, length } = this
    const { opens, next, forms } = this.stems
    if (length - from > 2) {
      const third = opens[(letters[from]! << LETTER_BITS) | letters[from + 1]!]! >>> letters[from + 2]!
      if ((third & 1) === 0) return 0
    }
    let state = ROOT
    for (let i = from; i < length && state !== 0; i++) state = next[(state << LETTER_BITS) | letters[i]!]!
    const form = forms[state]!
    return form === 0 ? 0 : (form << 5) | before
  }
}

function readWord(word: string, into: Reading[]): void {
  readArticle(word, '', 0, into)
  const first = word[0]!
  if (word.length > 2 && (first === 'و' || first === 'ف')) {
    const rest = word.slice(1)
    readArticle(rest, first, 1, into)
    readPreposition(rest, first, 1, into)
  }
  readPreposition(word, '', 0, into)
}

function readPreposition(word: string, before: string, cut: number, into: Reading[]): void {
  const letter = word[0]!
  if (word.length < 3 || (letter !== 'ب' && letter !== 'ل' && letter !== 'ك')) return
  // للعام is ل + العام.
  if (letter === 'ل' && word[1] === 'ل') look(word.slice(2), before + letter, cut + 1, true, into)
  readArticle(word.slice(1), before + letter, cut + 1, into)
}

function readArticle(word: string, clitics: string, cut: number, into: Reading[]): void {
  look(word, clitics, cut, false, into)
  if (word.length > 3 && word[0] === 'ا' && word[1] === 'ل') look(word.slice(2), clitics, cut, true, into)
}

function look(stem: string, clitics: string, cut: number, definite: boolean, into: Reading[]): void {
  for (const entry of lexicon().get(stem) ?? []) {
    const symbol = GRAMMAR.symbols.get(entry.category) ?? -1
    // «باب» is a door and not in August.
    const isChance = stem.length <= 2 && entry.category === 'month' && /[بلك]/u.test(clitics)
    if (!isChance) into.push({ entry, clitics, cut, definite, symbol })
  }
}
