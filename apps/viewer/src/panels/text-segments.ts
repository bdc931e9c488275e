/** An article's text cut for reading: paragraphs, the sentence in focus cut out of them, and words that name something. */
import type { ArticleView } from '@mithaq/model'

type Mark = ArticleView['marks'][number]

/** Some letters, and what they name if they name something. */
interface Piece {
  start: number
  text: string
  names: Pick<Mark, 'node' | 'label'> | null
}

interface Segment {
  start: number
  /** Part of the sentence in focus. */
  marked: boolean
  pieces: Piece[]
}

export interface Paragraph {
  start: number
  segments: Segment[]
  /** Furniture of the page that the extractor did not read. */
  boilerplate: boolean
}

/** Offsets are UTF-16 units into `text`; joined, the segments are the text without its line breaks. */
export function paragraphsOf(
  { text, boilerplate, marks }: Pick<ArticleView, 'text' | 'boilerplate' | 'marks'>,
  focus: { start: number; end: number } | null,
): Paragraph[] {
  const words = namingWords(marks)
  return [...text.matchAll(/[^\r\n]+/gu)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index: start }) => ({
      start,
      segments: segmentsOf(line, start, focus).map(({ from, until, marked }) => ({
        start: from,
        marked,
        pieces: piecesOf(text, from, until, words),
      })),
      boilerplate: boilerplate.some((part) => start >= part.start && start < part.end),
    }))
}

function segmentsOf(line: string, start: number, focus: { start: number; end: number } | null) {
  const end = start + line.length
  const from = focus === null ? end : Math.min(Math.max(focus.start, start), end)
  const until = focus === null ? end : Math.min(Math.max(focus.end, from), end)
  return [
    { from: start, until: from, marked: false },
    { from, until, marked: true },
    { from: until, until: end, marked: false },
  ].filter((segment) => segment.from < segment.until)
}

/** Actors, places and dates as they stand in the text; of names within names the whole one. */
function namingWords(marks: readonly Mark[]): Mark[] {
  const words: Mark[] = []
  const naming = marks.filter(({ label }) => label === 'Actor' || label === 'Place' || label === 'Date')
  for (const mark of naming.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (mark.start >= (words.at(-1)?.end ?? 0)) words.push(mark)
  return words
}

function piecesOf(text: string, from: number, until: number, words: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const cut = (end: number, names: Piece['names']): void => {
    if (at < end) pieces.push({ start: at, text: text.slice(at, end), names })
    at = Math.max(at, end)
  }
  for (const { start, end, node, label } of words) {
    if (end <= from || start >= until) continue
    cut(start, null)
    cut(Math.min(end, until), { node, label })
  }
  cut(until, null)
  return pieces
}
