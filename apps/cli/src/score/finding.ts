/** What went wrong, one line each, for the person who tunes. */

export interface Finding {
  what: 'actor' | 'place' | 'date' | 'commitment'
  /** In the gold and not found; found and not in the gold; found with something about it wrong. */
  outcome: 'miss' | 'false alarm' | 'wrong'
  quote: string
  start: number
  /** What is wrong and what it should be, or what the false alarm is. */
  detail: string
  /** The sentence around it, for reading. */
  sentence: string
}

/** The sentence that holds an offset, from the article's own segmentation; the paragraph where none does. */
export function sentenceAt(
  text: string,
  sentences: readonly (readonly [number, number])[],
  offset: number,
): string {
  const found = sentences.find(([start, end]) => start <= offset && offset < end)
  if (found) return text.slice(found[0], found[1])
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end === -1 ? undefined : end)
}
