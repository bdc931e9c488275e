/**
 * Answers about words, kept: news repeats itself, and a word's readings never change. What is known of a word hangs
 * on the word, so that a token that has found its form once asks all questions without a search.
 */

/** A word as it is written, folded, with the answers to the questions asked of it, by their number. */
export interface Form {
  readonly text: string
  readonly answers: unknown[]
}

/** Bounds the memory that hostile text can take. In words. */
const LIMIT = 24_000
let forms = new Map<string, Form>()
/** So many are asked of a word. */
let questions = 0

/** The form of a word; all are forgotten when there are too many, and live on in the tokens that hold them. */
export function formOf(text: string): Form {
  const known = forms.get(text)
  if (known !== undefined) return known
  if (forms.size >= LIMIT) forms = new Map()
  const form = { text: ownCopy(text), answers: Array.from({ length: questions }) }
  forms.set(form.text, form)
  return form
}

/** A long part of a text is kept by the engine as a view of the whole, which would never be let go. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Array.from(text).join(''))

/** Stands for an answer that is undefined: it was asked. */
const NOTHING = Symbol('nothing')

/** The function, asked once a word. */
export function remember<T>(answer: (word: string) => T): (word: string | Form) => T {
  const question = questions++
  return (word) => {
    const { text, answers } = typeof word === 'string' ? formOf(word) : word
    const kept = answers[question]
    if (kept !== undefined) return (kept === NOTHING ? undefined : kept) as T
    const made = answer(text)
    answers[question] = made === undefined ? NOTHING : made
    return made
  }
}

/** The function, asked once an article or a part of one: what it made is kept as long as what it was asked of. */
export function rememberOf<K extends object, T extends object>(answer: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, T>()
  return (of) => {
    let known = made.get(of)
    if (known === undefined) made.set(of, (known = answer(of)))
    return known
  }
}
