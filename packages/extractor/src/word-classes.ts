/** Small classes of words that rules ask for, from `lexicon/classes.tsv`. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon } from './read-lexicon.ts'
import { type Form, remember } from './remember.ts'

/** By folded word. */
const classes = lazily(() => {
  const known = new Map<string, Set<string>>()
  for (const row of readLexicon<'class' | 'word'>('classes.tsv')) {
    const word = fold(row.word)
    known.set(word, (known.get(word) ?? new Set()).add(row.class))
  }
  return known
})

const NONE: ReadonlySet<string> = new Set()
const classesOf = remember((word): ReadonlySet<string> => classes().get(fold(word)) ?? NONE)

/**
 * Whether a word, folded or as written, belongs to a class.
 *
 * @example isOfClass('leaves', 'غادر') // true
 */
export function isOfClass(name: string, word: string | Form): boolean {
  const known = classesOf(word)
  return known !== NONE && known.has(name)
}
