/** All that is known of names, indexed by the first word of each phrase; read once, on first use. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import { tokenize } from '../text/tokens.ts'
import { buildDemonyms, type Demonyms } from './demonyms.ts'
import {
  capitals,
  cities,
  type CityNaming,
  countries,
  countryRows,
  holders,
  type Naming,
  organisations,
  places,
  seats,
  subdivisions,
} from './registries.ts'
import { respell } from './spelling.ts'
import type { ActorType, PlaceType, Thing } from './thing.ts'
import { addPhrase, newTrie, type TrieNode } from './trie.ts'

interface GroupHead {
  /** Indefinite, nominative: `مسؤولون`. */
  name: string
  /** people may be a source by themselves («مصادر مطلعة»), forces and states need a country; a side is the country itself: «الجانب التركي». */
  kind: 'people' | 'force' | 'states' | 'side'
  singular: boolean
}

/** What a phrase of the lexicon opens or names. `definite` is the form with «ال»: «اللجنة». */
export type Entry =
  | { use: 'thing'; thing: Thing; canonical: boolean; needsCue: boolean }
  | { use: 'title'; office: string }
  | { use: 'organisation'; head: string; type: ActorType; definite: boolean }
  | { use: 'place'; head: string; type: PlaceType; partOfName: boolean; definite: boolean }
  | { use: 'group'; group: GroupHead; definite: boolean }
  | { use: 'government'; head: string; definite: boolean }

export interface NamesLexicon {
  phrases: TrieNode<Entry>
  portfolios: TrieNode<string>
  demonyms: Demonyms
  countries: ReadonlyMap<string, Thing>
  /** Who held an office. */
  holders: readonly Thing[]
  /** Folded words that are given or family names. */
  nameUnits: ReadonlyMap<string, string>
  /** Everyday words: `stop` never belongs to a name. */
  common: ReadonlyMap<string, string>
  contexts: ReadonlyMap<string, ReadonlySet<string>>
  groupAdjectives: ReadonlySet<string>
}

/** Inhabitants (thousands) from which a town's bare name is trusted: in the region, elsewhere. */
const TRUSTED_TOWN = { near: 90, far: 900, farPhrase: 150 }
const NEAR = new Set('IQ SY LB JO PS IL EG SD LY TN DZ MA MR SA YE OM AE QA BH KW IR TR'.split(' '))

const GOVERNMENT_HEADS = ['حكومة', 'إدارة', 'نظام', 'سلطات']

/** Letters and single spaces: what most phrases are, and quick to cut. */
const PLAIN = /^[\u0621-\u064a]+(?: [\u0621-\u064a]+)*$/u

/** The words of a phrase as the text's are compared. */
export const wordsOf = (phrase: string): string[] =>
  PLAIN.test(phrase)
    ? phrase.split(' ').map((word) => respell(fold(word)))
    : tokenize(phrase)
        .filter(({ kind }) => kind !== 'mark')
        .map(({ text }) => respell(text))

export const namesLexicon = lazily(buildLexicon)

function buildLexicon(): NamesLexicon {
  const rows = countryRows()
  const nations = countries(rows)
  const demonyms = buildDemonyms(rows)
  const nameUnits = new Map(
    ['names/person-units.tsv', 'names/given-names.tsv'].flatMap((file) =>
      readLexicon<'unit' | 'use'>(file).map(({ unit, use }): [string, string] => [respell(fold(unit)), use]),
    ),
  )
  const common = readCommonWords()
  const phrases = newTrie<Entry>()
  const addThing = ({ phrase, thing, canonical, needsCue }: Naming): void => {
    for (const words of caseVariants(wordsOf(phrase)))
      addPhrase(phrases, words, { use: 'thing', thing, canonical, needsCue })
  }
  const officers = holders()
  for (const list of [nations.namings, capitals(nations.byIso), organisations(), places(), seats(), officers])
    for (const naming of list) addThing(naming)
  const isWord = (words: readonly string[]): boolean =>
    words.every(
      (word) =>
        nameUnits.has(word) ||
        common.has(word) ||
        common.has(word.replace(/^ال/u, '')) ||
        demonyms.byWord.has(word),
    )
  for (const naming of subdivisions())
    addThing({ ...naming, needsCue: !NEAR.has(naming.thing.country!) || isWord(wordsOf(naming.phrase)) })
  for (const naming of cities()) addThing({ ...naming, needsCue: !isTrusted(naming, isWord) })
  addHeads(phrases)
  const portfolios = newTrie<string>()
  for (const { portfolio } of readLexicon<'portfolio'>('names/portfolios.tsv'))
    addPhrase(portfolios, wordsOf(portfolio), portfolio)
  return {
    phrases,
    portfolios,
    demonyms,
    countries: nations.byIso,
    holders: [...new Set(officers.map(({ thing }) => thing))],
    nameUnits,
    common,
    contexts: readContexts(),
    groupAdjectives: new Set(
      readLexicon<'adjective'>('names/group-adjectives.tsv').map(({ adjective }) => respell(fold(adjective))),
    ),
  }
}

function isTrusted(
  { phrase, thing, thousands }: CityNaming,
  isWord: (words: readonly string[]) => boolean,
): boolean {
  const words = wordsOf(phrase)
  const [first = ''] = words
  if (first.length < 3 || (first.length < 4 && words.length === 1 && thousands < 300)) return false
  if (isWord(words) && !(thousands > 2000 && words.length === 1)) return false
  if (NEAR.has(thing.country!)) return words.length > 1 ? thousands > 20 : thousands >= TRUSTED_TOWN.near
  return thousands >= (words.length > 1 ? TRUSTED_TOWN.farPhrase : TRUSTED_TOWN.far)
}

/** «أبو مازن» is also «أبي مازن»; «الإخوان المسلمون» also «المسلمين». */
function* caseVariants(words: readonly string[]): Generator<readonly string[]> {
  yield words
  const father = words.indexOf('ابو')
  if (father >= 0 && words.length > 1) {
    yield words.with(father, 'ابي')
    yield words.with(father, 'ابا')
  }
  if (words.some((word) => /.{3}ون$/u.test(word) && word.startsWith('ال')))
    yield words.map((word) => (word.startsWith('ال') ? word.replace(/(.{3})ون$/u, '$1ين') : word))
}

function addHeads(phrases: TrieNode<Entry>): void {
  const both = (head: string, entry: (definite: boolean) => Entry): void => {
    const words = wordsOf(head)
    addPhrase(phrases, words, entry(false))
    if (!head.startsWith('ال')) addPhrase(phrases, [`ال${words[0]}`, ...words.slice(1)], entry(true))
  }
  for (const { title, class: office } of readLexicon<'title' | 'class'>('names/titles.tsv'))
    addPhrase(phrases, wordsOf(title), { use: 'title', office })
  for (const { head, type } of readLexicon<'head' | 'type'>('names/organisation-heads.tsv'))
    both(head, (definite) => ({ use: 'organisation', head, type: type as ActorType, definite }))
  for (const { head, type, span } of readLexicon<'head' | 'type' | 'span'>('names/place-heads.tsv'))
    both(head, (definite) => ({
      use: 'place',
      head,
      type: type as PlaceType,
      partOfName: span === 'name',
      definite,
    }))
  for (const { name, forms, kind } of readLexicon<'name' | 'forms' | 'kind'>('names/groups.tsv'))
    for (const form of valuesIn(forms)) {
      const singular = form === valuesIn(forms)[0] && form !== name
      const group: GroupHead = { name, kind: kind as GroupHead['kind'], singular }
      both(form, (definite) => ({ use: 'group', group, definite }))
    }
  for (const head of GOVERNMENT_HEADS) both(head, (definite) => ({ use: 'government', head, definite }))
}

/** Of two words that fold alike, «أمام» and «إمام», the stricter use holds. */
function readCommonWords(): Map<string, string> {
  const common = new Map<string, string>()
  for (const { word, use } of readLexicon<'word' | 'use'>('names/common-words.tsv')) {
    const key = respell(fold(word))
    if (common.get(key) !== 'stop') common.set(key, use)
  }
  return common
}

function readContexts(): Map<string, Set<string>> {
  const contexts = new Map<string, Set<string>>()
  for (const { use, word } of readLexicon<'use' | 'word'>('names/contexts.tsv')) {
    const words = contexts.get(use) ?? new Set()
    contexts.set(use, words.add(respell(fold(word))))
  }
  return contexts
}
