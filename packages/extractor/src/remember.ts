/** Answers about words, kept: news repeats itself, and a word's readings never change. */

/** Bounds the memory that hostile text can take. In words. */
const LIMIT = 60_000

/** Stands for an answer that is undefined, so that one look tells it from none. */
const NOTHING = Symbol('nothing')

/** The function, asked once a word; forgets all when it knows too many. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  let known = new Map<string, T | typeof NOTHING>()
  return (word) => {
    const kept = known.get(word)
    if (kept !== undefined) return kept === NOTHING ? (undefined as T) : kept
    if (known.size >= LIMIT) known = new Map()
    const made = answer(word)
    known.set(word, made === undefined ? NOTHING : made)
    return made
  }
}
