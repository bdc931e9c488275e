/** Phrases of a lexicon found among tokens: the longest at a place wins, in time of its length. */
import { remember } from '../remember.ts'
import { type Token, tokenize } from './tokens.ts'

interface PhraseMatch<T> {
  value: T
  /** Token after the phrase. */
  end: number
}

/** Looks a phrase up at a token; `limit` is the token it may not cross. */
export type PhraseBook<T> = (
  tokens: readonly Token[],
  at: number,
  limit: number,
) => PhraseMatch<T> | undefined

interface Entry<T> {
  words: readonly string[]
  /** A last word of one letter is a proclitic of the word that follows: «وفقا ل» in «وفقاً للظروف». */
  proclitic: string
  value: T
}

/**
 * A book of phrases. The first word may carry و or ف («ووفقاً لـ»).
 *
 * @example phraseBook([['في حال', 'if']])(tokenize('وفي حال انسحبت'), 0, 3) // { value: 'if', end: 2 }
 */
export function phraseBook<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [phrase, value] of phrases) {
    const words = tokenize(phrase).map(({ text }) => text)
    const proclitic = words.length > 1 && words.at(-1)!.length === 1 ? words.pop()! : ''
    const entries = byFirst.get(words[0]!) ?? []
    entries.push({ words, proclitic, value })
    byFirst.set(words[0]!, entries)
  }
  for (const entries of byFirst.values())
    entries.sort((a, b) => b.words.length - a.words.length || b.proclitic.length - a.proclitic.length)
  const openedBy = remember((word): readonly Entry<T>[] =>
    ('وف'.includes(word[0]!) ? [word, word.slice(1)] : [word]).flatMap((first) => byFirst.get(first) ?? []),
  )
  return (tokens, at, limit) => {
    for (const { words, proclitic, value } of openedBy(tokens[at]!.form)) {
      const end = at + words.length
      if (end > limit || words.some((expected, k) => k > 0 && tokens[at + k]!.text !== expected)) continue
      if (proclitic === '') return { value, end }
      const next = end < limit ? tokens[end]!.text : ''
      if (next.startsWith(proclitic)) return { value, end: next === proclitic ? end + 1 : end }
    }
    return undefined
  }
}
