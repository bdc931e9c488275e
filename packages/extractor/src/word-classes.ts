/** Small classes of words that rules ask for, from `lexicon/classes.tsv`. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon } from './read-lexicon.ts'
import { type Form, remember } from './remember.ts'

const classes = lazily(() => {
  const words = new Map<string, Set<string>>()
  for (const row of readLexicon<'class' | 'word'>('classes.tsv'))
    words.set(row.class, (words.get(row.class) ?? new Set()).add(fold(row.word)))
  return new Map([...words].map(([name, members]) => [name, remember((word) => members.has(fold(word)))]))
})

/**
 * Whether a word, folded or as written, belongs to a class.
 *
 * @example isOfClass('leaves', 'غادر') // true
 */
export const isOfClass = (name: string, word: string | Form): boolean => classes().get(name)?.(word) ?? false
