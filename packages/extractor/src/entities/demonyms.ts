/** Nationality adjectives in all their forms: «عراقي»، «العراقيين»، «الأتراك»، «الكورية الشمالية». */
import type { Row } from '../read-lexicon.ts'
import { valuesIn } from '../read-lexicon.ts'
import { respell, spell } from './spelling.ts'

/** Masculine, feminine, their plurals and duals. */
export type AdjectiveForm = 'm' | 'f' | 'mp' | 'fp' | 'md' | 'fd'

export interface Demonym {
  iso: string
  form: AdjectiveForm
  definite: boolean
  /** The second word of «كوري شمالي». */
  second?: string
}

export interface Demonyms {
  byWord: ReadonlyMap<string, readonly Demonym[]>
  /** How a country's adjective is written, by ISO code and form, indefinite and nominative: «أميركيون». */
  written: ReadonlyMap<string, string>
}

/** Endings by form; the first is the nominative. Folded and written endings differ in ta marbuta alone. */
const ENDINGS: Readonly<Record<AdjectiveForm, readonly string[]>> = {
  m: ['', 'ا'],
  f: ['ة'],
  mp: ['ون', 'ين', 'و'],
  fp: ['ات'],
  md: ['ان', 'ين'],
  fd: ['تان', 'تين'],
}
const FOLDED = new Map([['ة', 'ه']])
const FORMS = Object.keys(ENDINGS) as AdjectiveForm[]

export function buildDemonyms(countries: readonly Row<'iso' | 'demonyms' | 'plurals'>[]): Demonyms {
  const byWord = new Map<string, Demonym[]>()
  const written = new Map<string, string>()
  const add = (words: readonly string[], iso: string, form: AdjectiveForm): void => {
    const [first = '', second] = words
    for (const definite of [false, true]) {
      const demonym: Demonym = { iso, form, definite }
      if (second !== undefined) demonym.second = definite ? `ال${second}` : second
      const word = definite ? `ال${first}` : first
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [demonym])
      else if (
        !known.some((other) => other.iso === iso && other.form === form && other.second === demonym.second)
      )
        known.push(demonym)
    }
  }
  for (const { iso, demonyms, plurals } of countries) {
    for (const plural of valuesIn(plurals)) {
      add([spell(plural)], iso, 'mp')
      if (!written.has(`${iso} mp`)) written.set(`${iso} mp`, plural)
    }
    for (const base of valuesIn(demonyms)) {
      const stems = base.split(' ')
      const folded = stems.map(spell)
      for (const form of FORMS)
        for (const ending of ENDINGS[form]) {
          const words = stems.map((stem, i) =>
            stems.length > 1 && i === 0 && stem === 'جنوب' ? stem : stem + ending,
          )
          const ended = FOLDED.get(ending) ?? ending
          add(
            folded.map((stem, i) =>
              stems.length > 1 && i === 0 && stem === 'جنوب' ? stem : respell(stem + ended),
            ),
            iso,
            form,
          )
          if (!written.has(`${iso} ${form}`)) written.set(`${iso} ${form}`, words.join(' '))
        }
    }
  }
  return { byWord, written }
}
