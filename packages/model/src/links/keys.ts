/** By what a database finds the undertakings and deeds that may be one. */
import type { Content } from './content.ts'
import type { Wholes } from './wholes.ts'

export interface LinkKeys {
  /** Under what it is kept. */
  kept: string[]
  /** Under what those are looked for that it may be linked with. */
  sought: string[]
}

/**
 * Of two that can be linked, one is kept under a key under which the other seeks, and the other way round. They have
 * somebody in common who is bound or acts, or to whom such a one belongs, and two things of the action (words, places,
 * numbers), or one where no more is said. A key is short and of letters and digits alone, so that an index of words takes
 * it; now and then two that have nothing in common share one.
 *
 * @param actors who is bound, or who did it
 * @param wholes all that the actors and the places are part of, up to the top
 * @example linkKeysOf(['actor:Q43'], linkContentOf({ action: { ar: 'سحب القوات من العراق' }, … }), wholes).kept // ['1ywq2p4', …]
 */
export function linkKeysOf(actors: readonly string[], content: Content, wholes: Wholes): LinkKeys {
  const { heads, words, places, quantity, unit } = content
  // An action that says nothing is one with no other.
  if ((heads[0] ?? '') === '') return { kept: [], sought: [] }
  const things = [
    ...words,
    ...places.map(({ id }) => Array.from(wholes.above(id))),
    ...(quantity === undefined ? [] : [[`${quantity.value} ${unit}`]]),
  ]
  const marks = [...new Set(things.flat())].sort()
  // Two words that may be read as one are two things that another says in one word.
  const doubled = marks.filter((mark) => things.filter((thing) => thing.includes(mark)).length > 1)
  const pairs = marks.flatMap((mark, i) => marks.slice(i + 1).map((other) => `${mark} ${other}`))
  const isBrief = words.length <= 1
  const [one, brief, twice] = ['one', 'brief', 'twice'].map(
    (kind) => (some: readonly string[]) => some.map((mark) => `${kind} ${mark}`),
  ) as [Under, Under, Under]
  const owners = new Set(actors.flatMap((actor) => [...wholes.above(actor)]))
  const keys = (names: readonly string[]): string[] => [
    ...new Set([...owners].flatMap((owner) => names.map((name) => hash(`${owner} ${name}`)))),
  ]
  return {
    kept: keys([...pairs, ...one(marks), ...twice(doubled), ...(isBrief ? brief(marks) : [])]),
    sought: keys(isBrief ? one(marks) : [...pairs, ...brief(marks), ...twice(marks), ...one(doubled)]),
  }
}

type Under = (marks: readonly string[]) => string[]

/** FNV-1a, of 32 bits. */
function hash(text: string): string {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return (state >>> 0).toString(36)
}
