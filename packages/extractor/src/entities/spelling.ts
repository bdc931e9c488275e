/** One spelling for the words that newsrooms write two ways, on top of folding. */
import { foldKey } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'

const rules = lazily(() => readLexicon<'from' | 'to'>('names/spellings.tsv'))

/** Letters one of which every rule's left side opens with, to pass over most words at once. */
const MAY_DIFFER = /[ديشمو]|اميرك|انكليز|اورب/u

/** @example respell('الاميركيه') // 'الامريكيه' */
export function respell(folded: string): string {
  if (!MAY_DIFFER.test(folded)) return folded
  let word = folded
  for (const { from, to } of rules())
    if (word.includes(from) && !word.includes(to)) word = word.replace(from, to)
  return word
}

/** The word as names are compared: folded and respelled. */
export const spell = (word: string): string => respell(foldKey(word))
