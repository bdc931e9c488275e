/**
 * The module's own scanner: a folded text becomes words, numbers, numeric groups and marks, in one
 * pass over code units. Numbers that belong to something else (URLs, phone numbers, prices, scores)
 * come out as `opaque`, so that no rule ever sees them.
 */
import { foldSegment } from './fold-segment.ts'

export interface Token {
  /** `group` is digits joined by separators: `27/9/2024`, `2014-2015`, `10:30`. */
  readonly kind: 'word' | 'number' | 'group' | 'mark' | 'opaque'
  /** Folded; of a number, without the letters glued before it. */
  readonly text: string
  /** Letters glued before the digits: `ال` in `الـ12`, `و` in `و2017`. */
  readonly prefix: string
  /** Folded offsets. */
  readonly start: number
  readonly end: number
}

export interface Scanned {
  readonly text: string
  readonly tokens: readonly Token[]
  /** UTF-16 offset in the untouched text of a folded offset; an end is the end of the last unit before it. */
  readonly startOf: (folded: number) => number
  readonly endOf: (folded: number) => number
}

const PREFIXES = new Set([
  'ال',
  'وال',
  'بال',
  'فال',
  'كال',
  'لل',
  'ولل',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'وب',
  'ول',
  'وبال',
])
const SEPARATORS = new Set(
  ['/', '-', '–', '—', '−', '‐', '‑', '.', ',', ':', '\\'].map((c) => c.charCodeAt(0)),
)
/** What glues a number to a sign before it: then it is a price, a phone number, a tag. */
const STICKY = new Set(['#', '@', '=', '&', '%', '+', '$', '€', '£', '_', '/', '-', '.', ':', '*'])

const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isLatin = (c: number): boolean => (c >= 97 && c <= 122) || c === 95
const isArabic = (c: number): boolean => c >= 0x621 && c <= 0x6d3
const isSpace = (c: number): boolean => c === 32 || c === 9
const isBreak = (c: number): boolean => c === 10 || c === 13 || c === 0x2028 || c === 0x2029

/**
 * Fold and tokenise a stretch of a text, the whole of it by default.
 *
 * @example scan('وبنهاية 2026').tokens.map((t) => t.text) // ['وبنهايه', '2026']
 */
export function scan(original: string, from = 0, until = original.length): Scanned {
  const { text, map } = foldSegment(original, from, until)
  const tokens: Token[] = []
  const push = (kind: Token['kind'], start: number, end: number, prefix = '', whole = start): void => {
    tokens.push({ kind, text: text.slice(start, end), prefix, start: whole, end })
  }
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) {
      i++
    } else if (isBreak(code)) {
      // Two line ends make a paragraph, and one a line of a dateline: no date runs across either.
      if (tokens.at(-1)?.text !== '\n') push('mark', i, i + 1)
      i++
    } else if (isArabic(code)) {
      const end = endOfRun(text, i, isArabic)
      push('word', i, end)
      i = end
    } else if (isDigit(code)) {
      i = pushNumber(text, i, tokens, push)
    } else if (isLatin(code)) {
      const end = endOfRun(text, i, (c) => isLatin(c) || isDigit(c))
      i = isUrl(text, i) ? endOfRun(text, i, (c) => !isSpace(c) && !isBreak(c) && !isArabic(c)) : end
      push('opaque', i > end ? end : i - 1, i)
    } else {
      push('mark', i, i + 1)
      i++
    }
  }
  return {
    text,
    tokens,
    startOf: (folded) => from + map[folded]!,
    endOf: (folded) => endAfter(original, from + map[folded - 1]!, from + map[folded]!),
  }
}

/** Marks and the tatweel of «هـ» belong to the last letter, invisible controls after it do not. */
function endAfter(original: string, last: number, next: number): number {
  let end = last + 1
  for (let i = end; i < next; i++) {
    const code = original.charCodeAt(i)
    if ((code >= 0x64b && code <= 0x65f) || code === 0x670 || code === 0x640) end = i + 1
  }
  return end
}

function endOfRun(text: string, from: number, holds: (code: number) => boolean): number {
  let end = from + 1
  while (end < text.length && holds(text.charCodeAt(end))) end++
  return end
}

function isUrl(text: string, at: number): boolean {
  return text.startsWith('http', at) || text.startsWith('www.', at)
}

type Push = (kind: Token['kind'], start: number, end: number, prefix?: string, whole?: number) => void

/** A number or a maximal group of them, with the letters glued before. Returns where it ends. */
function pushNumber(text: string, start: number, tokens: Token[], push: Push): number {
  let end = start
  let groups = 0
  do {
    end = endOfRun(text, end, isDigit)
    groups++
    if (!SEPARATORS.has(text.charCodeAt(end)) || !isDigit(text.charCodeAt(end + 1))) break
    end++
  } while (end < text.length)
  const before = start > 0 ? text[start - 1]! : ' '
  const after = text.charCodeAt(end)
  const isTime = after === 116 && isDigit(text.charCodeAt(end + 1))
  const glued = STICKY.has(before) && !isAfterWord(text, start)
  if (glued || isLatin(before.charCodeAt(0)) || (isLatin(after) && !isTime)) {
    push('opaque', start, end)
    return end
  }
  if (isTime) {
    push(groups === 1 ? 'number' : 'group', start, end)
    const rest = endOfRun(text, end, (c) => isLatin(c) || isDigit(c) || c === 58 || c === 46 || c === 43)
    push('opaque', end, rest)
    return rest
  }
  const prefix = takePrefix(tokens, start)
  push(groups === 1 ? 'number' : 'group', start, end, prefix?.text ?? '', prefix?.start ?? start)
  return end
}

/** `سبتمبر/2024`: a separator after an Arabic word or digit joins parts of a date. */
function isAfterWord(text: string, start: number): boolean {
  const sign = text[start - 1]
  if (sign !== '/' && sign !== '-' && sign !== '.' && sign !== ':') return false
  const code = start > 1 ? text.charCodeAt(start - 2) : 32
  return isArabic(code) || isSpace(code) || isDigit(code) || isBreak(code) || code === 40 || code === 41
}

/** Letters just before the digits, `الـ12` and `الـ 12` alike, leave the token list and join the number. */
function takePrefix(tokens: Token[], start: number): Token | undefined {
  const last = tokens.at(-1)
  if (last?.kind !== 'word' || start - last.end > 1 || !PREFIXES.has(last.text)) return undefined
  return tokens.pop()
}
