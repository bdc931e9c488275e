/** The person that a title announces: known by the lexicon, or by the title alone. */
import type { Draft, Found } from './draft.ts'
import { fieldEnd, isTitleWord } from './read-field.ts'
import { nameEnd, type Trust } from './read-name.ts'
import { demonymAt, inContext, isBoundary, nameText, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { variantKey } from './variant-key.ts'
import { actorFace, type Thing, thingOf } from './thing.ts'

export interface Title {
  office: string
  country?: string | undefined
  /** Where the office itself begins, a form of address («سمو») left out. */
  from: number
  /** Where the office's own words end: «وزير الخارجية السعودي». */
  end: number
  complete: boolean
  inner: Draft[]
}

export type ReadAt = (reader: Reader, i: number) => Found | undefined

export const PLURAL = /(?:ي|ا|ان|ين|اء|ون|ادة)$/u

export function joinedPerson(reader: Reader, i: number): Draft | undefined {
  const word = wordAt(reader, i)
  if (!word.startsWith('و') || word.length < 4) return undefined
  const rest = nameEnd(reader, i + 1, 'office')
  if (rest === i + 1) return undefined
  return {
    start: i,
    end: rest,
    cut: 1,
    proclitics: ['و'],
    things: [personThing(nameText(reader, i, rest, 1))],
    basis: 'name',
    rule: 'title-joined-name',
  }
}

/** The person whose name starts here: one the lexicon knows by it, or one that the title vouches for. */
export function personAt(reader: Reader, i: number, title: Title, readAt: ReadAt): Draft | undefined {
  const { country } = title
  const quote = reader.doc.tokens[i]?.text === '"' ? 1 : 0
  const start = i + quote
  if (reader.facts[start] === undefined) return undefined
  const known = plainPhrasesAt(reader, start)
    .map(({ end, values }) => ({
      end,
      people: thingEntries(values)
        .map(({ thing }) => thing)
        .filter(({ actor }) => actor?.type === 'Person'),
    }))
    .find(({ people }) => people.length > 0)
  // «الرئيس السوداني عمر البشير»: a nationality first; a name only when the country is told already.
  if (known?.end === start + 1 && demonymAt(reader, start) && !(country && isBoundary(reader, known.end, i)))
    return undefined
  const blocked =
    isTitleWord(reader, start) ||
    isModifier(reader, start, title) ||
    fieldEnd(reader, start, title.office) > start ||
    (demonymAt(reader, start) !== undefined && !known)
  const runsOn = known !== undefined && isGivenName(reader, known.end, start)
  const end = blocked ? start : runsOn ? known.end + 1 : nameEnd(reader, start, trustOf(title))
  // «علي عبد الله صالح اليمين الدستورية»: a full name that is known ends where it is known to end.
  if (known && (known.end >= end || known.end - start >= FULL)) {
    const people = known.people.toSorted(
      (a, b) => Number(b.country === country) - Number(a.country === country),
    )
    return {
      start,
      end: known.end,
      cut: 0,
      proclitics: [],
      things: people,
      basis: 'name',
      rule: 'title-known-name',
    }
  }
  // «مسؤول أميركي رفيع»: an adjective alone is no name.
  if (end === start + 1 && reader.lexicon.groupAdjectives.has(reader.facts[start].word)) return undefined
  if (end === start || isSurelyOther(reader, start, end, readAt)) return undefined
  return {
    start,
    end,
    cut: 0,
    proclitics: [],
    things: [personThing(nameText(reader, start, end), country)],
    basis: 'name',
    rule: 'title-name',
  }
}

/** «ولي العهد الأمين الشيخ تميم»، «المبعوث الخاص روبرت سيري»: of an office, though some are called so. */
function isModifier(reader: Reader, i: number, title: Title): boolean {
  if (!inContext(reader, 'modifier', wordAt(reader, i))) return false
  const next = reader.facts[i + 1]
  return (
    isTitleWord(reader, i + 1) ||
    (trustOf(title) === 'office' && next?.unit !== undefined && !next.word.startsWith('ال'))
  )
}

/** In words. */
const FULL = 3

/** «الدكتور سعيد راتب»: of a word that is a family name known alone, another name behind it makes a given name. */
const isGivenName = (reader: Reader, end: number, start: number): boolean =>
  end === start + 1 &&
  end < reader.ends[start]! &&
  reader.facts[end]?.unit !== undefined &&
  // «سعيد بن حمدان»: more than one word follows.
  reader.facts[end].word !== 'بن' &&
  reader.facts[end].verb === undefined &&
  !reader.facts[end].word.startsWith('و')

/** What starts here is a body or a land: «المدير العام للأمم المتحدة», «نائب بيروت». */
function isSurelyOther(reader: Reader, i: number, end: number, readAt: ReadAt): boolean {
  if (reader.facts[i]!.openings.length === 0) return false
  const found = readAt(reader, i)
  const [draft] = found?.drafts ?? []
  if (!found || !draft || draft.weak || draft.anaphor) return false
  // «السفير كلاوس»: no title is likened to what follows it.
  if (draft.proclitics.includes('ك')) return false
  return draft.things[0]?.actor?.type !== 'Person' && found.end >= (reader.facts[i]!.unit ? end : i)
}

/** Words that are titles and everyday nouns alike: «الفريق» is a general or a team. */
const AMBIGUOUS = new Set(['job', 'honour', 'relation', 'cleric', 'rank'])

const trustOf = ({ office, complete }: Title): Trust =>
  AMBIGUOUS.has(office) && !complete ? 'address' : 'office'

export const personThing = (name: string, country?: string): Thing =>
  thingOf({ actor: actorFace('Person', name, { key: () => variantKey(name) }), ...(country && { country }) })
