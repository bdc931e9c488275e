/** An article's text cut for reading: paragraphs, and the sentence in focus cut out of them. */
import type { ArticleView } from '@mithaq/model'

interface Segment {
  start: number
  text: string
  /** Part of the sentence in focus. */
  marked: boolean
}

export interface Paragraph {
  start: number
  segments: Segment[]
  /** Furniture of the page that the extractor did not read. */
  boilerplate: boolean
}

/** Offsets are UTF-16 units into `text`; joined, the segments are the text without its line breaks. */
export function paragraphsOf(
  { text, boilerplate }: Pick<ArticleView, 'text' | 'boilerplate'>,
  focus: { start: number; end: number } | null,
): Paragraph[] {
  return [...text.matchAll(/[^\r\n]+/gu)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index: start }) => ({
      start,
      segments: segmentsOf(line, start, focus),
      boilerplate: boilerplate.some((part) => start >= part.start && start < part.end),
    }))
}

function segmentsOf(line: string, start: number, focus: { start: number; end: number } | null): Segment[] {
  const end = start + line.length
  const from = focus === null ? end : Math.min(Math.max(focus.start, start), end)
  const until = focus === null ? end : Math.min(Math.max(focus.end, from), end)
  const cut = (a: number, b: number, marked: boolean): Segment[] =>
    a < b ? [{ start: a, text: line.slice(a - start, b - start), marked }] : []
  return [...cut(start, from, false), ...cut(from, until, true), ...cut(until, end, false)]
}
