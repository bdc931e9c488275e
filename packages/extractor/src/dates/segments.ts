/** Stretches that no time expression crosses: lines and sentences. What is read at a time stays small. */

/** Longer stretches without an end are cut at a space: no real sentence is longer. */
const LONGEST = 4000

const ENDS = new Set(Array.from('\n\r\u2028\u2029؟!?؛;', (sign) => sign.charCodeAt(0)))
/** From here on up to the marks of typesetting there are letters and no ends. */
const LETTERS = 0x620
const STOP = '.'.charCodeAt(0)

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0

/**
 * Cut a text; together the pieces are the text.
 *
 * @example [...segments('قال الأحد. وأضاف')] // [[0, 10], [10, 16]]
 */
export function* segments(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0
  let space = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= LETTERS && code < 0x2000 && i - start < LONGEST) continue
    const isLong = i - start >= LONGEST
    if (isSpace(code)) {
      space = i
      if (!isLong) continue
    }
    const isEnd = ENDS.has(code) || (code === STOP && isFullStop(text, i))
    if (!isEnd && !isLong) continue
    const end = isEnd || space <= start ? i + 1 : space + 1
    yield [start, end]
    start = end
    i = Math.max(i, end - 1)
  }
  if (start < text.length) yield [start, text.length]
}

/** A stop before a space ends a sentence, unless after a single letter: «ق. م». */
function isFullStop(text: string, at: number): boolean {
  return (
    isSpace(text.charCodeAt(at + 1)) && at > 1 && !isSpace(text.charCodeAt(at - 2)) && text[at - 2] !== '.'
  )
}
