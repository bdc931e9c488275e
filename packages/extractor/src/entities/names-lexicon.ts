/** All that is known of names, indexed by the first word of each phrase; read once, on first use. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon, readTable, valuesIn } from '../read-lexicon.ts'
import { tokenize } from '../text/tokens.ts'
import { buildDemonyms, type Demonyms } from './demonyms.ts'
import { PhraseIndex } from './phrase-index.ts'
import {
  capitals,
  cities,
  countries,
  type HolderColumn,
  holders,
  type Naming,
  organisations,
  places,
  type Registry,
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

/** What follows a class noun of places: a known place alone, two ends of a road, also an adjective. */
type Takes = '' | 'known' | 'ends' | 'adjective'

/** What a phrase of the lexicon opens or names. `definite` is the form with «ال»: «اللجنة». */
export type Entry =
  | { use: 'thing'; thing: Thing; canonical: boolean; needsCue: boolean }
  | { use: 'title'; office: string }
  | { use: 'organisation'; head: string; type: ActorType; definite: boolean }
  /** «حركتا»: two bodies whose names follow. */
  | { use: 'bodies'; head: string; type: ActorType }
  | { use: 'place'; head: string; type: PlaceType; partOfName: boolean; takes: Takes; definite: boolean }
  | { use: 'group'; group: GroupHead; definite: boolean }
  | { use: 'government'; head: string; definite: boolean }

export interface NamesLexicon {
  phrases: PhraseIndex<Entry>
  portfolios: TrieNode<string>
  demonyms: Demonyms
  countries: ReadonlyMap<string, Thing>
  /** By the state that is governed from it. */
  capitals: ReadonlyMap<string, Thing>
  /** Who held an office. */
  holders: Registry<HolderColumn>
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

const asWritten = ({ needsCue }: Naming): boolean => needsCue

function buildLexicon(): NamesLexicon {
  const nations = countries()
  const rows = nations.table.lines.map((_, i) => nations.row(i))
  const byIso = new Map(rows.map(({ iso }, i) => [iso, nations.thing(i)]))
  const demonyms = buildDemonyms(rows)
  const nameUnits = readNameUnits()
  const common = readCommonWords()
  const isWord = (words: readonly string[]): boolean =>
    words.every(
      (word) =>
        nameUnits.has(word) ||
        common.has(word) ||
        common.has(word.replace(/^ال/u, '')) ||
        demonyms.byWord.has(word),
    )
  const officers = holders()
  const bodies = organisations()
  const towns = cities()
  const seatsOfState = capitals(byIso)
  const capitalOf = new Map<string, Thing>()
  for (const i of seatsOfState.table.lines.keys()) {
    const { iso, metonym } = seatsOfState.row(i)
    if (metonym === 'yes' || !capitalOf.has(iso)) capitalOf.set(iso, seatsOfState.thing(i))
  }
  const ours = [nations, seatsOfState, bodies, places(bodies), seats(), officers].map((registry) => ({
    registry,
    needsCue: asWritten,
  }))
  const phrases = new PhraseIndex<Entry>(
    [
      ...ours,
      {
        registry: subdivisions(),
        needsCue: ({ thing, phrase }) => !NEAR.has(thing.country!) || isWord(wordsOf(phrase)),
      },
      {
        registry: towns,
        needsCue: (naming, i) => !isTrusted(naming, Number(towns.row(i).thousands), isWord),
      },
    ],
    wordsOf,
    ({ thing, canonical, needsCue }) => ({ use: 'thing', thing, canonical, needsCue }),
  )
  addHeads(phrases)
  const portfolios = newTrie<string>()
  for (const { portfolio } of readLexicon<'portfolio'>('names/portfolios.tsv'))
    addPhrase(portfolios, wordsOf(portfolio), portfolio)
  return {
    phrases,
    portfolios,
    demonyms,
    countries: byIso,
    capitals: capitalOf,
    holders: officers,
    nameUnits,
    common,
    contexts: readContexts(),
    groupAdjectives: new Set(
      readLexicon<'adjective'>('names/group-adjectives.tsv').map(({ adjective }) => respell(fold(adjective))),
    ),
  }
}

/** The registry's units are folded already. */
function readNameUnits(): Map<string, string> {
  const units = new Map<string, string>()
  for (const line of readTable('names/person-units.tsv').lines) {
    const tab = line.indexOf('\t')
    units.set(respell(line.slice(0, tab)), line.slice(tab + 1))
  }
  for (const { unit, use } of readLexicon<'unit' | 'use'>('names/given-names.tsv'))
    units.set(respell(fold(unit)), use)
  return units
}

function isTrusted(
  { phrase, thing }: Naming,
  thousands: number,
  isWord: (words: readonly string[]) => boolean,
): boolean {
  const words = wordsOf(phrase)
  const [first = ''] = words
  if (first.length < 3 || (first.length < 4 && words.length === 1 && thousands < 300)) return false
  if (isWord(words) && !(thousands > 2000 && words.length === 1)) return false
  if (NEAR.has(thing.country!)) return words.length > 1 ? thousands > 20 : thousands >= TRUSTED_TOWN.near
  return thousands >= (words.length > 1 ? TRUSTED_TOWN.farPhrase : TRUSTED_TOWN.far)
}

function addHeads(phrases: PhraseIndex<Entry>): void {
  const both = (head: string, entry: (definite: boolean) => Entry): void => {
    const words = wordsOf(head)
    phrases.add(words, entry(false))
    if (!head.startsWith('ال')) phrases.add([`ال${words[0]}`, ...words.slice(1)], entry(true))
  }
  for (const { title, class: office } of readLexicon<'title' | 'class'>('names/titles.tsv'))
    phrases.add(wordsOf(title), { use: 'title', office })
  for (const { head, type } of readLexicon<'head' | 'type'>('names/organisation-heads.tsv')) {
    both(head, (definite) => ({ use: 'organisation', head, type: type as ActorType, definite }))
    for (const dual of dualsOf(head))
      phrases.add(wordsOf(dual), { use: 'bodies', head, type: type as ActorType })
  }
  for (const { head, type, span, takes } of readLexicon<'head' | 'type' | 'span' | 'takes'>(
    'names/place-heads.tsv',
  ))
    both(head, (definite) => ({
      use: 'place',
      head,
      type: type as PlaceType,
      partOfName: span === 'name',
      takes: takes as Takes,
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

/** Before a genitive: حركتا حركتي، حزبا حزبي. */
function dualsOf(head: string): string[] {
  const stem = head.replace(/ة$/u, 'ت')
  return [`${stem}ا`, `${stem}ي`]
}
