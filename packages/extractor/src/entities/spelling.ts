/** One spelling for the words that newsrooms write two ways, on top of folding. */
import { foldKey } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'

const rules = lazily(() => readLexicon<'from' | 'to'>('names/spellings.tsv'))

/** @example respell('الاميركيه') // 'الامريكيه' */
export function respell(folded: string): string {
  let word = folded
  for (const { from, to } of rules())
    if (word.includes(from) && !word.includes(to)) word = word.replace(from, to)
  return word
}

/** The word as names are compared: folded and respelled. */
export const spell = (word: string): string => respell(foldKey(word))
