/**
 * The module's own scanner: a text becomes words, numbers, numeric groups and marks, in one pass over
 * code units. Numbers that belong to something else (URLs, phone numbers, prices, scores) come out as
 * `opaque`, so that no rule ever sees them.
 */
import { fold } from '@mithaq/model'
import { lazily } from '../read-lexicon.ts'
import {
  BREAK,
  charClasses,
  DIGIT,
  INVISIBLE,
  LATIN,
  letterNumber,
  LIGATURE,
  MARK,
  SPACE,
} from './char-class.ts'
import type { Word } from './words.ts'
import { LONGEST_FORM, plain, UNKNOWN, WordFinder, wordOf } from './words.ts'

/** Tokens by number: what each is, and where it stands in the text. */
export interface Tokens {
  readonly text: string
  readonly length: number
  readonly words: readonly Word[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const PREFIXES = new Set('ال وال بال فال كال لل ولل و ف ب ل ك وب ول وبال'.split(' '))
/** Of longer words nobody asks how they are spelt. */
const LONGEST_WORD = 60
const SEPARATORS = new Set(Array.from('/-–—−‐‑.,:\\٫٬', (sign) => sign.charCodeAt(0)))
/** What glues a number to a sign before it: then it is a price, a phone number, a tag. */
const STICKY = new Set('#@=&%+$€£_/-.:*')
/** What may join a number to the part of a date before it. */
const JOINS = new Set('/-.:')
const LOWER_T = 116
const UPPER_T = 84
const STOP = 46
const DASH = 45
const WAW = letterNumber('و')

/** A stretch without an end is cut at a space: no real sentence is longer. */
const LONGEST = 4000
/** No dates in digits are longer, `23-26/05/2019`; of longer groups the digits do not matter. */
const LONGEST_GROUP = 13

const OPAQUE = plain('opaque')
const LINE_END = plain('mark', '\n')
const finder = lazily(() => new WordFinder())
const marks = new Map<number, Word>()

function markOf(code: number): Word {
  const known = marks.get(code)
  if (known !== undefined) return known
  const text = String.fromCharCode(code)
  const mark = wordOf(fold(text), 'mark')
  marks.set(code, mark)
  return mark
}

/** Reads a text segment by segment: lines and sentences, which no time expression crosses. */
export class Scanner implements Tokens {
  /** The text without invisible controls, once one was met. */
  text: string
  /** How many tokens the segment has; the lists are longer where an earlier one had more. */
  length = 0
  readonly words: Word[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  hasAnchor = false
  /** Where the next segment begins. */
  private at = 0
  /** The end of the last word if that was a «و» by itself. */
  private and = -1
  private removed: number[] = []
  private readonly classes = charClasses()
  private readonly finder = finder()

  constructor(text: string) {
    this.text = text
  }

  /**
   * Read the next segment; false where the text has ended.
   *
   * @example new Scanner('وبنهاية 2026').next() // words: نهاية after وب, 2026
   */
  next(): boolean {
    const from = this.at
    if (from >= this.text.length) return false
    const { classes } = this
    let { text } = this
    let at = this.begin(from)
    while (at < text.length) {
      const code = text.charCodeAt(at)
      const kind = classes[code]!
      if (kind < MARK) at = this.word(at)
      else if (kind === SPACE) {
        at++
        if (at - from > LONGEST) break
      } else if (kind === DIGIT) at = this.number(at)
      else if (kind === LATIN) at = this.latin(at)
      else if (kind === INVISIBLE) {
        text = this.removeInvisible(at)
        at = this.begin(from)
      } else {
        this.push(kind === BREAK ? LINE_END : markOf(code), at, ++at)
        if (kind !== MARK || (code === STOP && this.isFullStop(at - 1))) break
      }
    }
    this.at = at
    return true
  }

  /** The offset in the untouched text at which a token's start lies. */
  startOf(offset: number): number {
    return this.removed.length === 0 ? offset : offset + this.removedBefore(offset)
  }

  endOf(offset: number): number {
    return this.removed.length === 0 ? offset : offset + this.removedBefore(offset - 1)
  }

  private begin(from: number): number {
    this.length = 0
    this.hasAnchor = false
    this.and = -1
    return from
  }

  private classAt(at: number): number {
    return this.classes[this.text.charCodeAt(at)] ?? SPACE
  }

  private push(word: Word, start: number, end: number): number {
    const at = this.length++
    this.words[at] = word
    this.starts[at] = start
    this.ends[at] = end
    if (word.isAnchor) this.hasAnchor = true
    return end
  }

  /** The end of a run of one class. */
  private runOf(kind: number, from: number): number {
    let end = from + 1
    while (this.classAt(end) === kind) end++
    return end
  }

  private word(start: number): number {
    const { text, classes, finder } = this
    const { letters } = finder
    // «و العشرين» is written as two words and is one.
    const isAfterAnd = this.and === start - 1 && this.ends[this.length - 1] === this.and
    const first = isAfterAnd ? 1 : 0
    if (isAfterAnd) letters[0] = WAW
    let length = first
    let hasLigature = false
    let end = start
    let kind = classes[text.charCodeAt(start)]!
    do {
      if (kind > 0) {
        if (length < LONGEST_FORM) letters[length] = kind
        length++
        if (kind === LIGATURE) hasLigature = true
      }
      end++
      kind = end < text.length ? classes[text.charCodeAt(end)]! : SPACE
    } while (kind < MARK)
    // A tatweel by itself is a dash of the typesetter's.
    if (length === first) return this.push(markOf(DASH), start, end)
    if (length === 1 && letters[0] === WAW) this.and = end
    const begin = isAfterAnd ? this.starts[--this.length]! : start
    const word = hasLigature
      ? finder.findFolded((isAfterAnd ? 'و' : '') + fold(text.slice(start, end)))
      : finder.find(length)
    return this.push(word, begin, end)
  }

  private latin(start: number): number {
    const { text } = this
    let end = start
    while (this.classAt(end) === LATIN || this.classAt(end) === DIGIT) end++
    if (text.startsWith('http', start) || text.startsWith('www.', start)) {
      while (end < text.length && !this.endsAddress(this.classAt(end))) end++
    }
    return this.push(OPAQUE, start, end)
  }

  private endsAddress(kind: number): boolean {
    return kind < MARK || kind === SPACE || kind === BREAK
  }

  /** A number or a maximal group of them, with the letters glued before. */
  private number(start: number): number {
    const { text } = this
    let end = this.runOf(DIGIT, start)
    let isGroup = false
    while (SEPARATORS.has(text.charCodeAt(end)) && this.classAt(end + 1) === DIGIT) {
      end = this.runOf(DIGIT, end + 1)
      isGroup = true
    }
    const after = text.charCodeAt(end)
    const isTime = (after === LOWER_T || after === UPPER_T) && this.classAt(end + 1) === DIGIT
    const isForeign = this.classAt(start - 1) === LATIN || (this.classAt(end) === LATIN && !isTime)
    if (isForeign || (start > 0 && STICKY.has(text[start - 1]!) && !this.joins(start)))
      return this.push(OPAQUE, start, end)
    const written = isGroup && end - start > LONGEST_GROUP ? '' : digitsOf(text, start, end)
    const prefix = this.takePrefix(start)
    const word = plain(isGroup ? 'group' : 'number', written, true, true, prefix)
    this.push(word, prefix === '' ? start : this.starts[this.length]!, end)
    return isTime ? this.time(end) : end
  }

  /** The rest of `2024-09-27T10:30:00Z`. */
  private time(start: number): number {
    let end = start
    while ([LATIN, DIGIT].includes(this.classAt(end)) || ':.+'.includes(this.text[end] ?? ' ')) end++
    return this.push(OPAQUE, start, end)
  }

  /** `سبتمبر/2024`: a separator after a word, a digit or a space joins parts of a date. */
  private joins(start: number): boolean {
    if (!JOINS.has(this.text[start - 1]!)) return false
    const kind = this.classAt(start - 2)
    return kind !== LATIN && (kind !== MARK || '()'.includes(this.text[start - 2]!))
  }

  /** Letters just before the digits, `الـ12` and `الـ 12` alike, leave the token list and join the number. */
  private takePrefix(start: number): string {
    const last = this.length - 1
    if (last < 0 || start - this.ends[last]! > 1) return ''
    const word = this.words[last]!
    if (word.kind !== 'word') return ''
    const letters = foldedAt(this, last)
    if (!PREFIXES.has(letters)) return ''
    this.length = last
    return letters
  }

  /** A stop before a space ends a sentence, unless after a single letter: «ق. م». */
  private isFullStop(at: number): boolean {
    return (
      this.classAt(at + 1) === SPACE && at > 1 && this.classAt(at - 2) !== SPACE && this.text[at - 2] !== '.'
    )
  }

  /** They may stand anywhere, within numbers too. */
  private removeInvisible(from: number): string {
    let kept = this.text.slice(0, from)
    for (let at = from; at < this.text.length;) {
      let end = at
      while (end < this.text.length && this.classAt(end) !== INVISIBLE) end++
      kept += this.text.slice(at, end)
      for (; this.classAt(end) === INVISIBLE; end++) this.removed.push(kept.length)
      at = end
    }
    this.text = kept
    return kept
  }

  private removedBefore(offset: number): number {
    let low = 0
    let high = this.removed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.removed[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

function digitsOf(text: string, start: number, end: number): string {
  const written = text.slice(start, end)
  return /^[!-~]+$/u.test(written) ? written : fold(written)
}

/** The folded text of a word; the lexicon's are known, the others' seldom asked for. */
export function foldedAt({ words, text, starts, ends }: Tokens, at: number): string {
  const word = words[at]!
  if (word !== UNKNOWN) return word.text
  return ends[at]! - starts[at]! > LONGEST_WORD ? '' : fold(text.slice(starts[at], ends[at])).replace(' ', '')
}
