/** Answers about words, kept: news repeats itself, and a word's readings never change. */

/** Bounds the memory that hostile text can take. In words. */
const LIMIT = 60_000

/** The function, asked once a word; forgets all when it knows too many. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>()
  return (word) => {
    const kept = known.get(word)
    if (kept !== undefined || known.has(word)) return kept as T
    if (known.size >= LIMIT) known = new Map()
    const made = answer(word)
    known.set(word, made)
    return made
  }
}
