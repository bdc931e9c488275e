/** One key for the ways a foreign person's name is written in Arabic letters: «كيريل بيتكوف»، «كيرل بتكوف». */
import { foldKey } from '@mithaq/model'
import { lazily, valuesIn } from '../read-lexicon.ts'
import { namesLexicon } from './names-lexicon.ts'
import { respell } from './spelling.ts'
import type { Thing } from './thing.ts'

/**
 * A person's name as content ids compare it. A word that the lists of Arabic names hold stands as it is («سالم» is not
 * «سليم»); of a foreign one the consonants count, since newsrooms differ in its vowels and in غ, ج and ك.
 *
 * @example variantKey('مارك تونير') === variantKey('مارك تونر') // true
 */
export function variantKey(name: string): string {
  const words = foldKey(name).split(' ')
  return words.length < 2 ? words.join(' ') : words.map(wordKey).join(' ')
}

function wordKey(word: string): string {
  if (word.startsWith('ال') || namesLexicon().nameUnits.has(respell(word))) return word
  const bare = `${word[0]}${word.slice(1).replace(/[اوي]/gu, '')}`
    .replace(/[غك]/gu, 'ج')
    .replace(/(.)\1+/gu, '$1')
  return bare.length < SHORTEST ? word : bare
}

/** Fewer consonants are shared by names that have nothing in common. */
const SHORTEST = 3

/** Persons of the lexicon by the keys of their full names. */
const known = lazily(() => {
  const byKey = new Map<string, number>()
  const { table, row } = namesLexicon().holders
  for (const index of table.lines.keys())
    for (const name of valuesIn(row(index).names)) if (name.includes(' ')) byKey.set(variantKey(name), index)
  return byKey
})

/** The person of the lexicon whose name is this one spelled otherwise: «فيليب هامند» is فيليب هاموند. */
export function holderSpelled(name: string): Thing | undefined {
  const index = name.includes(' ') ? known().get(variantKey(name)) : undefined
  return index === undefined ? undefined : namesLexicon().holders.thing(index)
}

/** Whether two names differ by one letter of one foreign word. */
export function isMisspelling(one: string, other: string): boolean {
  const [words, others] = [one, other].map((name) => foldKey(name).split(' '))
  if (words!.length !== others!.length || words!.length < 2) return false
  const apart = words!.flatMap((word, i) => (word === others![i] ? [] : [[word, others![i]!] as const]))
  const [pair] = apart
  if (apart.length !== 1 || !pair) return false
  const units = namesLexicon().nameUnits
  return pair.every((word) => word.length > 4 && !units.has(respell(word))) && isOneEdit(...pair)
}

/** At most one letter put in, left out or changed. */
function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(i + (short.length === long.length ? 1 : 0)) === long.slice(i + 1)
}
