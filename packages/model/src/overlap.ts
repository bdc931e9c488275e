/** How much two spans have in common: by what the clauses of two readers are paired. */

export interface Extent {
  start: number
  end: number
}

const lengthOf = ({ start, end }: Extent): number => end - start

/** Units that both spans cover. */
export function shared(a: Extent, b: Extent): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Intersection over union, 0 to 1. */
export function iou(a: Extent, b: Extent): number {
  const common = shared(a, b)
  return common === 0 ? 0 : common / (lengthOf(a) + lengthOf(b) - common)
}

/** The part of the shorter span that the other covers, 0 to 1. */
export function containment(a: Extent, b: Extent): number {
  const common = shared(a, b)
  return common === 0 ? 0 : common / Math.min(lengthOf(a), lengthOf(b))
}

/**
 * The criterion for "the same commitment": half of what the two clauses cover together is common, or one
 * lies in the other (four fifths of it at least) and is no mere splinter of it (a fifth at least).
 * Annotators and extractor differ in whether the verb of saying or a trailing phrase is in the clause.
 */
export function sameClause(a: Extent, b: Extent): boolean {
  const part = iou(a, b)
  return part >= 0.5 || (part >= 0.2 && containment(a, b) >= 0.8)
}
