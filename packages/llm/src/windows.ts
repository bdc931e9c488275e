/** An article in parts that a model can hold: whole sentences, without the furniture of the page at either end. */
import type { Article, Extent } from '@mithaq/model'

/** In UTF-16 units: some thousand tokens of Arabic, and of a dense text as many commitments as an answer has room for. */
export const WINDOW = 3_000

/**
 * The parts of an article to ask about, in text order. A sentence longer than a part is cut where it must be.
 *
 * @param most letters in one part
 */
export function windowsOf(
  { sentences, sections }: Pick<Article, 'sentences' | 'sections'>,
  most = WINDOW,
): Extent[] {
  const furniture = sections.filter(({ kind }) => kind === 'boilerplate')
  const windows: Extent[] = []
  let next = 0
  for (const [start, end] of sentences) {
    while (next < furniture.length && furniture[next]!.end <= start) next++
    if (next < furniture.length && furniture[next]!.start <= start) continue
    const last = windows.at(-1)
    if (last && end - last.start <= most) last.end = end
    else windows.push(...pieces(start, end, most))
  }
  return windows
}

function pieces(start: number, end: number, most: number): Extent[] {
  const cut: Extent[] = []
  for (let at = start; at < end; at += most) cut.push({ start: at, end: Math.min(end, at + most) })
  return cut
}
