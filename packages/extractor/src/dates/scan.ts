/**
 * The module's own scanner: a text becomes words, numbers, numeric groups and marks, in one pass over
 * code units. Numbers that belong to something else (URLs, phone numbers, prices, scores) come out as
 * `opaque`, so that no rule ever sees them.
 */
import { fold, foldWithMap } from '@mithaq/model'
import { BREAK, charClasses, DIGIT, INVISIBLE, LATIN, LETTER, SPACE } from './char-class.ts'
import type { Reading } from './words.ts'
import { wordAt } from './words.ts'

export interface Token {
  /** `group` is digits joined by separators: `27/9/2024`, `2014-2015`, `10:30`. */
  readonly kind: 'word' | 'number' | 'group' | 'mark' | 'opaque'
  /** Folded; of a number, without the letters glued before it. */
  readonly text: string
  /** Letters glued before the digits: `ال` in `الـ12`, `و` in `و2017`. */
  readonly prefix: string
  /** Offsets in the text that was scanned. */
  readonly start: number
  readonly end: number
  readonly readings: readonly Reading[]
  /** May be the heart of a time expression. */
  readonly isAnchor: boolean
}

export interface Scanned {
  readonly tokens: readonly Token[]
  /** False where nothing can be a time expression. */
  readonly hasAnchor: boolean
  /** The untouched text's offsets at which a token's start and end lie. */
  readonly startOf: (offset: number) => number
  readonly endOf: (offset: number) => number
}

const same = (offset: number): number => offset

/**
 * Tokenise a stretch of a text, the whole of it by default.
 *
 * @example scan('وبنهاية 2026').tokens.map((t) => t.text) // ['وبنهايه', '2026']
 */
export function scan(text: string, from = 0, until = text.length): Scanned {
  const plain = new Scanner(text, from, until)
  if (plain.run()) return { tokens: plain.tokens, hasAnchor: plain.hasAnchor, startOf: same, endOf: same }
  // Invisible controls may stand anywhere, within numbers too: take them out and map back.
  const { text: folded, map } = foldWithMap(text.slice(from, until))
  const cleaned = new Scanner(folded, 0, folded.length)
  cleaned.run()
  return {
    tokens: cleaned.tokens,
    hasAnchor: cleaned.hasAnchor,
    startOf: (offset) => from + map[offset]!,
    endOf: (offset) => endAfter(text, from + map[offset - 1]!, from + map[offset]!),
  }
}

/** Marks and the tatweel of «هـ» belong to the last letter, invisible controls after it do not. */
function endAfter(text: string, last: number, next: number): number {
  let end = last + 1
  for (let i = end; i < next; i++) if (charClasses()[text.charCodeAt(i)] === LETTER) end = i + 1
  return end
}

const PREFIXES = new Set('ال وال بال فال كال لل ولل و ف ب ل ك وب ول وبال'.split(' '))
const SEPARATORS = new Set(Array.from('/-–—−‐‑.,:\\٫٬', (sign) => sign.charCodeAt(0)))
/** What glues a number to a sign before it: then it is a price, a phone number, a tag. */
const STICKY = new Set('#@=&%+$€£_/-.:*')
/** What may join a number to the part of a date before it. */
const JOINS = new Set('/-.:')
const NONE: readonly Reading[] = []
const LOWER_T = 116
const UPPER_T = 84

class Scanner {
  readonly tokens: Token[] = []
  hasAnchor = false
  private readonly text: string
  private readonly from: number
  private readonly until: number
  private readonly classes = charClasses()

  constructor(text: string, from: number, until: number) {
    this.text = text
    this.from = from
    this.until = until
  }

  /** False as soon as an invisible control is met. */
  run(): boolean {
    for (let at = this.from; at < this.until;) {
      switch (this.classAt(at)) {
        case LETTER:
          at = this.word(at)
          break
        case SPACE:
          at++
          break
        case DIGIT:
          at = this.number(at)
          break
        case LATIN:
          at = this.latin(at)
          break
        case BREAK:
          at = this.push('mark', '\n', at, at + 1)
          break
        case INVISIBLE:
          return false
        default:
          at = this.push('mark', this.text[at]!, at, at + 1)
      }
    }
    return true
  }

  private classAt(at: number): number {
    return at >= this.from && at < this.until ? this.classes[this.text.charCodeAt(at)]! : SPACE
  }

  private push(
    kind: Token['kind'],
    text: string,
    start: number,
    end: number,
    prefix = '',
    readings = NONE,
    isAnchor = false,
  ): number {
    this.tokens.push({ kind, text, prefix, start, end, readings, isAnchor })
    if (isAnchor) this.hasAnchor = true
    return end
  }

  /** The end of a run of one class. */
  private runOf(kind: number, from: number): number {
    const { classes, text, until } = this
    let end = from + 1
    while (end < until && classes[text.charCodeAt(end)] === kind) end++
    return end
  }

  private word(start: number): number {
    const end = this.runOf(LETTER, start)
    const last = this.tokens.at(-1)
    if (last?.text === 'و' && last.kind === 'word' && start - last.end === 1)
      return this.looseAnd(last, start, end)
    const { folded, readings, isAnchor } = wordAt(this.text, start, end)
    // A tatweel by itself is a dash of the typesetter's.
    if (folded !== '') this.push('word', folded, start, end, '', readings, isAnchor)
    return end
  }

  /** «و العشرين» is written as two words and is one. */
  private looseAnd(and: Token, start: number, end: number): number {
    const written = `و${this.text.slice(start, end)}`
    const { folded, readings, isAnchor } = wordAt(written, 0, written.length)
    this.tokens.pop()
    const gap = start - and.start - 1
    const spaced = readings.map(({ entry, clitics, cut, definite }) => {
      return { entry, clitics, cut: cut === 0 ? 0 : cut + gap, definite }
    })
    return this.push('word', folded, and.start, end, '', spaced, isAnchor)
  }

  private latin(start: number): number {
    let end = start
    while (this.classAt(end) === LATIN || this.classAt(end) === DIGIT) end++
    const isUrl = this.text.startsWith('http', start) || this.text.startsWith('www.', start)
    if (isUrl) {
      while (end < this.until && ![SPACE, BREAK, LETTER].includes(this.classAt(end))) end++
    }
    return this.push('opaque', '', start, end)
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
    if (isForeign || (start > this.from && STICKY.has(text[start - 1]!) && !this.joins(start)))
      return this.push('opaque', '', start, end)
    const prefix = this.takePrefix(start)
    this.push(
      isGroup ? 'group' : 'number',
      fold(text.slice(start, end)),
      prefix?.start ?? start,
      end,
      prefix?.text,
      NONE,
      true,
    )
    return isTime ? this.time(end) : end
  }

  /** The rest of `2024-09-27T10:30:00Z`. */
  private time(start: number): number {
    let end = start
    while ([LATIN, DIGIT].includes(this.classAt(end)) || ':.+'.includes(this.text[end] ?? ' ')) end++
    return this.push('opaque', '', start, end)
  }

  /** `سبتمبر/2024`: a separator after a word, a digit or a space joins parts of a date. */
  private joins(start: number): boolean {
    if (!JOINS.has(this.text[start - 1]!)) return false
    const kind = this.classAt(start - 2)
    return kind !== LATIN && (kind !== 0 || '()'.includes(this.text[start - 2]!))
  }

  /** Letters just before the digits, `الـ12` and `الـ 12` alike, leave the token list and join the number. */
  private takePrefix(start: number): Token | undefined {
    const last = this.tokens.at(-1)
    if (last?.kind !== 'word' || start - last.end > 1 || !PREFIXES.has(last.text)) return undefined
    return this.tokens.pop()
  }
}
