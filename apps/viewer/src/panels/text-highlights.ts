/**
 * What is said and what is promised as CSS custom highlights: ranges over the text as it stands, so that overlapping spans
 * need no markup. Where a browser has none, the text reads on without.
 */
import type { ArticleView } from '@mithaq/model'

type Mark = ArticleView['marks'][number]

const nameOf = (label: Mark['label']): string => `mithaq-${label.toLowerCase()}`

/** What is said holds what is promised: the later is drawn over the earlier. */
const LAYERS: readonly Mark['label'][] = ['Statement', 'Commitment']

/** Highlight what is said and promised below `root`; returns the function that takes them away. */
export function highlightMarks(root: HTMLElement, marks: readonly Mark[]): () => void {
  if (!('highlights' in CSS)) return () => {}
  const texts = textsBelow(root)
  const ranges = new Map<Mark['label'], Range[]>()
  for (const mark of marks) {
    if (!LAYERS.includes(mark.label)) continue
    const found = texts.flatMap((text) => rangeIn(text, mark) ?? [])
    ranges.set(mark.label, [...(ranges.get(mark.label) ?? []), ...found])
  }
  for (const [label, all] of ranges) {
    const highlight = new Highlight(...all)
    highlight.priority = LAYERS.indexOf(label)
    CSS.highlights.set(nameOf(label), highlight)
  }
  return () => {
    for (const label of ranges.keys()) CSS.highlights.delete(nameOf(label))
  }
}

/** The narrowest mark at a point of the page: from a word to what it names. */
export function markAt(
  root: HTMLElement,
  marks: readonly Mark[],
  point: { x: number; y: number },
): Mark | undefined {
  const caret = document.caretPositionFromPoint?.(point.x, point.y)
  const text = textsBelow(root).find(({ node }) => node === caret?.offsetNode)
  if (!caret || text === undefined) return undefined
  const at = text.start + caret.offset
  return marks
    .filter(({ start, end }) => start <= at && at < end)
    .reduce<Mark | undefined>(
      (best, mark) => (best === undefined || width(mark) < width(best) ? mark : best),
      undefined,
    )
}

const width = ({ start, end }: Mark): number => end - start

interface PlacedText {
  node: Text
  /** Offset of its first letter in the article. */
  start: number
}

function textsBelow(root: HTMLElement): PlacedText[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
    const node = element.firstChild
    return node instanceof Text ? [{ node, start: Number(element.dataset['start']) }] : []
  })
}

function rangeIn({ node, start }: PlacedText, mark: Mark): Range | null {
  const from = Math.max(mark.start - start, 0)
  const until = Math.min(mark.end - start, node.length)
  if (from >= until) return null
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, until)
  return range
}
