/** Words, numbers and marks of a text, folded, each with its place in the untouched text. */
import { foldWithMap } from '@mithaq/model'
import { type Form, formOf } from '../remember.ts'

export interface Token {
  /** Folded: `الولايات` `المتحده` `2025` `،`; a Latin comma is `،` too. */
  text: string
  /** By which what is known of the word is asked. */
  form: Form
  /** UTF-16 offsets into the untouched text. */
  start: number
  end: number
  kind: 'word' | 'number' | 'mark'
}

export const isComma = (token: Token | undefined): boolean => token?.text === '،'

/** Token indices, end exclusive. */
export interface TokenRange {
  start: number
  end: number
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
const isSpace = (c: number): boolean =>
  c === 0x20 || (c >= 0x09 && c <= 0x0d) || c === 0x85 || c === 0x2028 || c === 0x2029
const LETTER = /\p{L}/u
const isLetter = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x620 && c <= 0x64a) ||
  (c > 0x7f && (c < 0x600 || c > 0x61f) && LETTER.test(String.fromCharCode(c)))

/** Marks that a typesetter left at a word's end are no part of it. */
const isControl = (c: number): boolean =>
  (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c === 0xfeff

/** Marks by what newspapers mean by them: some set the Latin comma, some two apostrophes about what is said. */
const MEANT = new Map([
  [',', '،'],
  [';', '؛'],
  ['?', '؟'],
  ["''", '"'],
  ["' '", '"'],
])

const isApostrophe = (source: string, i: number): boolean => source.charCodeAt(i) === 0x27

/** «قال ''لن نقبل''»: two apostrophes are one mark, even set apart where no word touches them. */
function endOfMark(source: string, from: number): number {
  if (!isApostrophe(source, from)) return from + 1
  if (isApostrophe(source, from + 1)) return from + 2
  const stands = (i: number): boolean => !isLetter(source.charCodeAt(i))
  const isPair = source.charCodeAt(from + 1) === 0x20 && isApostrophe(source, from + 2)
  return isPair && stands(from - 1) && stands(from + 3) ? from + 3 : from + 1
}

/**
 * Cut a text into tokens, in one pass. A number keeps its decimal point or thousands mark, a word
 * takes letters alone (`الـ12` is two tokens), every other visible character is a mark.
 */
export function tokenize(text: string): Token[] {
  const folded = foldWithMap(text)
  const tokens: Token[] = []
  const source = folded.text
  for (let i = 0; i < source.length;) {
    const code = source.charCodeAt(i)
    if (isSpace(code)) {
      i++
      continue
    }
    const kind = isDigit(code) ? 'number' : isLetter(code) ? 'word' : 'mark'
    let end = i + 1
    if (kind === 'word') while (end < source.length && isLetter(source.charCodeAt(end))) end++
    else if (kind === 'number') end = endOfNumber(source, end)
    else end = endOfMark(source, i)
    let last = folded.map[end]!
    while (last > folded.map[i]! + 1 && isTrailing(text.charCodeAt(last - 1))) last--
    const written = source.slice(i, end)
    const form = formOf(MEANT.get(written) ?? written)
    tokens.push({ text: form.text, form, start: folded.map[i]!, end: last, kind })
    i = end
  }
  return tokens
}

const isTrailing = (c: number): boolean => isSpace(c) || isControl(c)

function endOfNumber(source: string, from: number): number {
  let end = from
  while (end < source.length) {
    const code = source.charCodeAt(end)
    const joins = (code === 0x2e || code === 0x2c) && isDigit(source.charCodeAt(end + 1))
    if (!isDigit(code) && !joins) break
    end++
  }
  return end
}

/** First token that starts at or after an offset; `tokens.length` when none does. Binary search. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const QUOTE_MARKS = new Set(['"', '«', '»', '“', '”'])

/** A mark that opens or closes a quotation. */
export const isQuoteMark = (token: Token | undefined): boolean => QUOTE_MARKS.has(token?.text ?? '')

/** The word before a token, quotation marks between left out: «أنها «لن تتهاون»»; '' at the text's begin. */
export function wordBefore(tokens: readonly Token[], at: number): string {
  let before = at - 1
  while (before >= 0 && isQuoteMark(tokens[before])) before--
  return tokens[before]?.text ?? ''
}

/** By token the last, and so the innermost, of the ranges that cover it. */
export function innermost<T>(
  tokens: readonly Token[],
  ranges: readonly (readonly [TokenRange, T])[],
): (T | undefined)[] {
  const layer = tokens.map((): T | undefined => undefined)
  for (const [{ start, end }, value] of ranges) layer.fill(value, start, end)
  return layer
}
