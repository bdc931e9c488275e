/** What stands between quotation marks, of every kind newspapers use, unclosed ones included. */
import { rememberOf } from '../remember.ts'
import { innermost, type Token, type TokenRange } from './tokens.ts'

const PAIRS = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['‹', '›'],
  ['‘', '’'],
])
const CLOSERS = new Set(PAIRS.values())
/** Marks that open and close alike, or stand for either in sloppy copy. */
const STRAIGHT = new Set(['"', '”', '“', '＂'])

/** No writer nests deeper; hostile text may. */
const DEEPEST = 6

export interface Quote extends TokenRange {
  /** False when the paragraph ended before the mark that should close it. */
  closed: boolean
}

/**
 * Quotations as ranges of tokens without their marks, in text order; nested ones after the outer.
 * A quotation ends with its paragraph at the latest, so that one lost mark does not swallow the rest.
 *
 * @param paragraphEnds token indices where a paragraph ends, ascending
 */
export function findQuotes(tokens: readonly Token[], paragraphEnds: readonly number[]): Quote[] {
  const quotes: Quote[] = []
  const open: { mark: string; start: number }[] = []
  let paragraph = 0
  const close = (end: number, closed: boolean): void => {
    const { start } = open.pop()!
    if (end > start) quotes.push({ start, end, closed })
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    while (paragraph < paragraphEnds.length && i >= paragraphEnds[paragraph]!) {
      while (open.length > 0) close(paragraphEnds[paragraph]!, false)
      paragraph++
    }
    if (token.kind !== 'mark') continue
    const closes = open.findLastIndex(
      ({ mark }) => PAIRS.get(mark) === token.text || (STRAIGHT.has(mark) && STRAIGHT.has(token.text)),
    )
    if (closes >= 0 && (CLOSERS.has(token.text) || STRAIGHT.has(token.text))) {
      while (open.length > closes + 1) close(i, false)
      close(i, true)
    } else if ((PAIRS.has(token.text) || STRAIGHT.has(token.text)) && open.length < DEEPEST)
      open.push({ mark: token.text, start: i + 1 })
  }
  while (open.length > 0) close(tokens.length, false)
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)
}

interface Quoted {
  readonly tokens: readonly Token[]
  readonly quotes: readonly Quote[]
}

const quotesOf = rememberOf(({ tokens, quotes }: Quoted) =>
  innermost(
    tokens,
    quotes.map((quote) => [quote, quote] as const),
  ),
)

/** The innermost quotation that a token stands in: asked of many tokens, so read off and not searched for. */
export const quoteAt = (doc: Quoted, at: number): Quote | undefined => quotesOf(doc)[at]
