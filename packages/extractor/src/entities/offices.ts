/** Who held an office on a day: «وزير الخارجية السعودي» in 2013 is سعود الفيصل. */
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import { namesLexicon, wordsOf } from './names-lexicon.ts'
import { demonymAt, type Reader, wordAt } from './reader.ts'
import type { Thing } from './thing.ts'
import { isCertain, readOffices, type Tenure } from './tenure.ts'

interface Office {
  office: string
  class: string
}

/** Offices by the words of their titles. */
const titles = lazily(() => {
  const byTitle = new Map<string, Office>()
  for (const row of readLexicon<'office' | 'class' | 'titles'>('names/offices.tsv'))
    for (const title of valuesIn(row.titles)) byTitle.set(wordsOf(title).join(' '), row)
  return byTitle
})

const classes = lazily(() => new Map([...titles().values()].map((office) => [office.office, office.class])))

interface Held {
  index: number
  tenure: Tenure
}

/** Rows of those who held an office, by office and by country and office; a body's office has no country. */
const tenures = lazily(() => {
  const held = new Map<string, Held[]>()
  const { table, row } = namesLexicon().holders
  for (const index of table.lines.keys()) {
    const { iso, offices } = row(index)
    for (const tenure of readOffices(offices))
      for (const key of [tenure.office, `${iso} ${tenure.office}`])
        held.set(key, [...(held.get(key) ?? []), { index, tenure }])
  }
  return held
})

/** The one holder on that day of the office that the words from `start` to `end` tell; of two in the year of change, nobody. */
export function holderAt(
  reader: Reader,
  start: number,
  end: number,
  cut: number,
  day: string,
): Thing | undefined {
  const words: string[] = []
  for (let i = start; i < end; i++) words.push(wordAt(reader, i))
  words[0] = words[0]!.slice(cut).replace(/^ل(?=ل)/u, 'ا')
  const whole = titles().get(words.join(' '))
  if (whole && whole.class !== 'minister') return onDay(tenures().get(whole.office), day)
  for (let at = end - 1; at > start; at--) {
    const office = titles().get(words.slice(0, at - start).join(' '))
    const iso = office && countryOf(reader, at, end)
    if (iso) return onDay(tenures().get(`${iso} ${office.office}`), day)
  }
  return undefined
}

/** The country that the words from `i` to `end` name, and nothing more: «السعودي»، «الولايات المتحدة». */
function countryOf(reader: Reader, i: number, end: number): string | undefined {
  const nation = demonymAt(reader, i)
  if (nation?.end === end && nation.isos.length === 1) return nation.isos[0]
  let node = reader.facts[i]?.openings.find(({ cut }) => cut === 0)?.node
  for (let at = i + 1; at < end; at++) node = node?.next?.get(wordAt(reader, at))
  return node?.values?.flatMap((entry) =>
    entry.use === 'thing' && entry.thing.isCountry ? [entry.thing.country] : [],
  )[0]
}

/** The one who held it then; in a year of change one whose days are known to reach over it, else nobody. */
function onDay(held: readonly Held[] | undefined, day: string): Thing | undefined {
  const fits = (held ?? []).filter(({ tenure }) => tenure.from <= day && day <= tenure.until)
  const certain = fits.filter(({ tenure }) => isCertain(tenure, day))
  const indices = new Set((certain.length > 0 ? certain : fits).map(({ index }) => index))
  const [index] = indices
  return index !== undefined && indices.size === 1 ? namesLexicon().holders.thing(index) : undefined
}

/** The classes of office that somebody of the lexicon held on a day: for «الوزير» after a bare name. */
export const officesOn = ({ offices }: Thing, day: string): string[] =>
  readOffices(offices ?? '').flatMap(({ office, from, until }) =>
    from <= day && day <= until ? (classes().get(office) ?? []) : [],
  )
