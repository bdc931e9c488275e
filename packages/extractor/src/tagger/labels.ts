/** The labels of words: outside, or begin and inside of a name. */
export const TYPES = ['PER', 'LOC', 'ORG'] as const
export type NameType = (typeof TYPES)[number]

/** Outside is 0; the odd label begins a name, the even one behind it goes on. */
export const LABELS: readonly string[] = ['O', ...TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])]
export const L = LABELS.length

/** A name goes on only where one of its type began. */
export const allowed = (from: number, to: number): boolean =>
  to === 0 || to % 2 === 1 || from === to || from === to - 1
