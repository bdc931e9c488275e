/** Small classes of words that rules ask for, from `lexicon/classes.tsv`. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon } from './read-lexicon.ts'

const members = lazily(
  () => new Set(readLexicon<'class' | 'word'>('classes.tsv').map((row) => `${row.class} ${fold(row.word)}`)),
)

/**
 * Whether a word, folded or as written, belongs to a class.
 *
 * @example isOfClass('leaves', 'غادر') // true
 */
export const isOfClass = (name: string, word: string): boolean => members().has(`${name} ${fold(word)}`)
