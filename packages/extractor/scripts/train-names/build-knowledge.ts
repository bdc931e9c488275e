/** What the model is to know of words: the lists of the lexicon, how often words are read, how names are spelt. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold, foldKey } from '@mithaq/model'
import { readLexicon, valuesIn } from '../../src/read-lexicon.ts'
import { hashOf, mix } from '../../src/tagger/hash.ts'
import { layOut, slotOf } from '../../src/tagger/hash-table.ts'
import {
  type Knowledge,
  LETTER_SCALE,
  letterSlots,
  LIKENESS,
  LISTS,
  type List,
  PHRASE,
  shareOf,
  SHARES,
  TOPICS,
} from '../../src/tagger/knowledge.ts'
import { coreOf } from '../../src/tagger/word.ts'
import type { Sentence } from './corpus.ts'
import { shuffle } from './random.ts'

const BIT = Object.fromEntries(LISTS.map((list, i) => [list, (1 << i) >>> 0])) as Record<List, number>

class Lists {
  readonly words = new Map<string, number>()
  readonly phrases = new Map<string, number>()

  word(text: string, list: List): void {
    const word = fold(text)
    if (word !== '') this.words.set(word, ((this.words.get(word) ?? 0) | BIT[list]) >>> 0)
  }
  /** A name of one word is on `list`; those of several are phrases, and their words on `part`. */
  name(text: string, list: List, part: List | undefined, use: number): void {
    const units = foldKey(text)
      .split(/[\s-]+/u)
      .map(coreOf)
      .filter((unit) => unit !== '')
    if (units.length === 1) this.word(units[0]!, list)
    if (units.length < 2) return
    if (part) for (const unit of units) this.word(unit, part)
    const key = units.join(' ')
    this.phrases.set(key, (this.phrases.get(key) ?? 0) | use)
  }
}

const names = (cell: string): string[] => valuesIn(cell).map((name) => name.replace(/\?$/u, ''))

function readLists(gazetteer: string | undefined): Lists {
  const lists = new Lists()
  for (const { unit, use } of readLexicon<'unit' | 'use'>('names/person-units.tsv')) {
    if (/[gbGB]/u.test(use)) lists.word(unit, 'given')
    if (/[sbSB]/u.test(use)) lists.word(unit, 'family')
    if (/[GBS]/u.test(use)) lists.word(unit, 'unit')
  }
  for (const row of readLexicon<'names' | 'demonyms' | 'plurals'>('names/countries.tsv')) {
    for (const name of names(row.names)) lists.name(name, 'country', 'placePart', PHRASE.country)
    for (const word of [...names(row.demonyms), ...names(row.plurals)])
      for (const form of demonymForms(word)) lists.word(form, 'demonym')
  }
  for (const row of readLexicon<'names'>('names/capitals.tsv'))
    for (const name of names(row.names)) lists.name(name, 'capital', 'placePart', PHRASE.place)
  for (const row of readLexicon<'names'>('names/cities.tsv'))
    for (const name of names(row.names)) lists.name(name, 'city', undefined, PHRASE.place)
  for (const row of readLexicon<'names'>('names/subdivisions.tsv'))
    for (const name of names(row.names)) lists.name(name, 'subdivision', undefined, PHRASE.place)
  for (const row of readLexicon<'names'>('names/places.tsv'))
    for (const name of names(row.names)) lists.name(name, 'place', 'placePart', PHRASE.place)
  for (const file of ['names/organisations.tsv', 'names/seats.tsv'])
    for (const row of readLexicon<'names'>(file))
      for (const name of names(row.names)) lists.name(name, 'org', 'orgPart', PHRASE.organisation)
  for (const row of readLexicon<'names'>('names/holders.tsv'))
    for (const name of names(row.names)) {
      lists.name(name, 'holder', undefined, PHRASE.person)
      for (const unit of name.split(' ')) lists.word(unit, 'holder')
    }
  for (const { title, class: kind } of readLexicon<'title' | 'class'>('names/titles.tsv')) {
    lists.name(title, kind === 'job' ? 'job' : 'title', 'titlePart', PHRASE.title)
  }
  for (const { head } of readLexicon<'head'>('names/organisation-heads.tsv')) lists.word(head, 'orgHead')
  for (const { head } of readLexicon<'head'>('names/place-heads.tsv')) lists.word(head, 'placeHead')
  for (const { word, use } of readLexicon<'word' | 'use'>('names/common-words.tsv'))
    lists.word(word, use === 'stop' ? 'stop' : 'common')
  for (const { portfolio } of readLexicon<'portfolio'>('names/portfolios.tsv'))
    lists.name(portfolio, 'portfolio', 'portfolio', 0)
  for (const { forms } of readLexicon<'forms'>('names/groups.tsv'))
    for (const form of names(forms)) lists.name(form, 'group', undefined, 0)
  for (const { use, word } of readLexicon<'use' | 'word'>('names/contexts.tsv')) {
    if (use === 'place') lists.word(word, 'placeCue')
    if (use === 'actor') lists.word(word, 'actorCue')
    if (use === 'regional') lists.word(word, 'regional')
  }
  for (const { past, present, role } of readLexicon<'past' | 'present' | 'role'>('verbs.tsv'))
    if (role === 'report') for (const verb of [past, `${past}ت`, present]) lists.word(verb, 'verb')
  for (const { name, kind } of readLexicon<'name' | 'kind'>('tagger/organisations.tsv'))
    lists.name(name, kind as List, 'orgPart', PHRASE.organisation)
  for (const { name } of readLexicon<'name'>('tagger/people.tsv'))
    lists.name(name, 'famous', 'famous', PHRASE.person)
  if (gazetteer) addGazetteer(lists, gazetteer)
  return lists
}

function demonymForms(word: string): string[] {
  const forms = [word, `${word}ة`, `${word}ون`, `${word}ين`, `${word}ات`, `${word}ان`, `${word}تين`]
  return [...forms, ...forms.map((form) => `ال${form}`)]
}

interface FullName {
  key: string
}
interface City {
  names_ar: string[]
}

function addGazetteer(lists: Lists, folder: string): void {
  const lines = <T>(file: string): T[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T)
  for (const { key } of lines<FullName>('person_full_names_ar.jsonl')) {
    const units = key.split(' ')
    for (const unit of units) lists.word(unit, 'fullName')
    if (units.length > 1 && units.length < 5) lists.name(key, 'fullName', undefined, PHRASE.person)
  }
  for (const { names_ar } of lines<City>('cities_geonames_ar.jsonl'))
    for (const name of names_ar) lists.name(name, 'city', undefined, PHRASE.place)
}

/** @param gazetteer folder with more names of persons and towns */
export function buildKnowledge(train: readonly Sentence[], gazetteer: string | undefined): Knowledge {
  const lists = readLists(gazetteer)
  const counts = new Map<string, number>()
  for (const { tokens } of train)
    for (const token of tokens) {
      const word = coreOf(token)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  const common = [...counts].filter(([, count]) => count > 1)
  const all = [
    ...new Set([
      ...lists.words.keys(),
      ...common.map(([word]) => word),
      ...readLexicon<'word' | 'topic'>('tagger/topics.tsv').map(({ word }) => fold(word)),
    ]),
  ]
  const { keys, slots } = layOut(all.map((word) => hashOf(word)))
  const table = {
    keys,
    lists: new Uint32Array(keys.length),
    frequency: new Uint8Array(keys.length),
    topic: new Uint8Array(keys.length),
  }
  for (const [i, word] of all.entries()) {
    table.lists[slots[i]!] = lists.words.get(word) ?? 0
    table.frequency[slots[i]!] = Math.floor(Math.log2(Math.max(1, counts.get(word) ?? 1)))
  }
  for (const { word, topic } of readLexicon<'word' | 'topic'>('tagger/topics.tsv')) {
    const slot = slotOf(table, hashOf(fold(word)))
    if (slot >= 0) table.topic[slot] = 1 + TOPICS.findIndex((known) => known === topic)
  }
  return {
    words: table,
    phrases: phraseTable(lists.phrases),
    letters: Int8Array.from(
      Array.from({ length: SHARES }, (_, share) => [...learnLetters(train, lists.words, share)]).flat(),
    ),
  }
}

function phraseTable(phrases: ReadonlyMap<string, number>): Knowledge['phrases'] {
  const uses = new Map<number, number>()
  for (const [phrase, use] of phrases) {
    let hash: number | undefined
    const units = phrase.split(' ')
    for (const [i, unit] of units.entries()) {
      hash = hash === undefined ? hashOf(unit) : mix(hash, hashOf(unit))
      uses.set(hash, (uses.get(hash) ?? 0) | (i === units.length - 1 ? use : PHRASE.prefix))
    }
  }
  const all = [...uses.keys()]
  const { keys, slots } = layOut(all)
  const values = new Uint8Array(keys.length)
  for (const [i, key] of all.entries()) values[slots[i]!] = uses.get(key)!
  return { keys, uses: values }
}

const LETTER_SLOTS = 1 << 15
const PERSON = BIT.given | BIT.family | BIT.unit | BIT.fullName | BIT.famous
const PLACE = BIT.country | BIT.capital | BIT.city | BIT.subdivision | BIT.place
const PLAIN = BIT.common | BIT.stop

/** Logistic regression over letter n-grams: names of the lists against words that the text never uses as names, but for those of one share. */
function learnLetters(
  train: readonly Sentence[],
  lists: ReadonlyMap<string, number>,
  share: number,
): Int8Array {
  const seen = new Map<string, { plain: number; name: number }>()
  for (const { tokens, labels } of train)
    for (const [i, token] of tokens.entries()) {
      const word = coreOf(token)
      const entry = seen.get(word) ?? { plain: 0, name: 0 }
      if (labels[i] === 0) entry.plain++
      else entry.name++
      seen.set(word, entry)
    }
  const samples: { slots: number[]; is: number[] }[] = []
  const kinds = new Map<string, number[]>()
  for (const [word, bits] of lists) {
    if ((bits & PLAIN) !== 0 || word.length < 2) continue
    const is = [(bits & PERSON) === 0 ? 0 : 1, (bits & PLACE) === 0 ? 0 : 1, 0]
    if (is[0] || is[1]) kinds.set(word, is)
  }
  for (const [word, { plain, name }] of seen) {
    if (!/^[\u0621-\u064a]{2,}$/u.test(word)) continue
    if (plain > 0 && name === 0 && !kinds.has(word) && shareOf(word) !== share) kinds.set(word, [0, 0, 1])
  }
  for (const [word, is] of kinds) samples.push({ slots: letterSlots(word, LETTER_SLOTS), is })
  // Neither the order of lists nor that of reading shows.
  samples.sort((a, b) => a.slots[0]! - b.slots[0]! || a.slots.length - b.slots.length)
  shuffle(samples, 11)
  const weights = new Float32Array(LETTER_SLOTS * LIKENESS)
  for (let epoch = 0; epoch < 6; epoch++)
    for (const { slots, is } of samples)
      for (let k = 0; k < LIKENESS; k++) {
        let sum = 0
        for (const slot of slots) sum += weights[slot + k]!
        const step = (0.05 * (is[k]! - 1 / (1 + Math.exp(-sum)))) / (1 + epoch)
        for (const slot of slots) weights[slot + k]! += step
      }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * LETTER_SCALE))))
}
