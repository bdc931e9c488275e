/** Groups of features to train without, so that it shows what each is worth. */
import type { Knowledge } from '../../src/tagger/knowledge.ts'

/** What each leaves out. Where features are not trained, the tagger finds no weight for them; what is known travels in the model. */
const GROUPS = {
  lists: 'the lists of the lexicon that a word or a phrase is on',
  letters: "how much a word's letters look like a name",
  topics: 'what the passage is about',
  context: 'the words up to two away, each by itself and in pairs',
  pairs: 'pairs of a word and its neighbours',
  near: 'what stands near but not beside: past marks, the word that announces, the quotation',
  document: "the neighbours of the stem's other mentions",
  'second-look': "what the first look made of the stem's other mentions",
} as const
type Group = keyof typeof GROUPS

/** Groups left out; a recipe that ships leaves out none. */
export type Without = ReadonlySet<Group>
export const NOTHING: Without = new Set()

/**
 * @param names of groups
 * @throws RangeError on a name that is none
 */
export function readWithout(names: readonly string[]): Without {
  for (const name of names)
    if (!Object.hasOwn(GROUPS, name))
      throw new RangeError(`--without=${name}: no such group; there are ${Object.keys(GROUPS).join(', ')}`)
  return new Set(names as Group[])
}

/** What is known of words, as if one had not looked: the tables stay, and say nothing. */
export function forget(knowledge: Knowledge, without: Without): Knowledge {
  const { words, phrases, letters } = knowledge
  if (without.has('lists')) {
    words.lists.fill(0)
    phrases.uses.fill(0)
  }
  if (without.has('letters')) letters.fill(0)
  return knowledge
}
