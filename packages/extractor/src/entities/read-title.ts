/** Titles and offices with the name behind them: «وزير الخارجية السعودي عادل الجبير». */
import { encliticReadings } from '../text/clitics.ts'
import type { Draft, Found } from './draft.ts'
import { bareNameEnd, nameEnd, type Trust } from './read-name.ts'
import {
  demonymAt,
  isBoundary,
  inContext,
  nameText,
  phrasesFrom,
  plainPhrasesAt,
  type Reader,
  wordAt,
} from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { actorFace, type Thing, thingOf } from './thing.ts'
import type { Opening } from './word-facts.ts'

/** Offices that are somebody even when no name follows: «وزير الخارجية التركي». */
const STANDALONE = new Set([
  'president',
  'pm',
  'king',
  'minister',
  'ambassador',
  'envoy',
  'secretary',
  'speaker',
  'spokes',
  'officer',
  'director',
  'governor',
  'party',
  'judge',
])
/** Words a title may take before the name: its office's field, its country, its holder's other titles. */
const MOST = 16
const LINKS = new Set(['في', 'لدي', 'باسم', 'الي', 'من', 'لشوون', 'بشان', 'لقسم'])

interface Title {
  office: string
  country?: string | undefined
  /** Where the office itself begins, a form of address («سمو») left out. */
  from: number
  /** Where the office's own words end: «وزير الخارجية السعودي». */
  end: number
  complete: boolean
  inner: Draft[]
}

type ReadAt = (reader: Reader, i: number) => Found | undefined

/**
 * @param end where the title's own phrase ends
 * @param readAt the reader of everything, for the organisation or country inside a title
 */
export function readTitle(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  office: string,
  readAt: ReadAt,
): Found | undefined {
  const title: Title = { office, from: i, end, complete: false, inner: [] }
  const limit = Math.min(reader.ends[i]!, i + MOST)
  for (let at = end; at < limit;) {
    const person = personAt(reader, at, title, readAt)
    if (person) return withPerson(reader, i, opening, title, person)
    const next = complementAt(reader, at, title, readAt)
    if (next === at) break
    at = next
  }
  return describe(reader, i, opening, title)
}

function withPerson(reader: Reader, i: number, opening: Opening, title: Title, person: Draft): Found {
  const office = { class: title.office, country: title.country }
  // A proclitic sits on the title, not on the name: «لوزير الخارجية فلان».
  const drafts: Draft[] = [{ ...person, opens: i, office, proclitics: opening.proclitics }, ...title.inner]
  let { end } = person
  // «وزيري الخارجية فؤاد حسين وهاكان فيدان»
  const next = PLURAL.test(wordAt(reader, i)) ? joinedPerson(reader, end) : undefined
  if (next) {
    drafts.push({ ...next, office: { class: title.office } })
    end = next.end
  }
  return { end, drafts }
}

const PLURAL = /(?:ي|ا|ان|ين|اء|ون|ادة)$/u

function joinedPerson(reader: Reader, i: number): Draft | undefined {
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
function personAt(reader: Reader, i: number, title: Title, readAt: ReadAt): Draft | undefined {
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
    fieldEnd(reader, start, title) > start ||
    (demonymAt(reader, start) !== undefined && !known)
  const end = blocked ? start : nameEnd(reader, start, trustOf(title))
  if (known && known.end >= end) {
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

/** What starts here is a body or a land: «المدير العام للأمم المتحدة», «نائب بيروت». */
function isSurelyOther(reader: Reader, i: number, end: number, readAt: ReadAt): boolean {
  if (reader.facts[i]!.openings.length === 0) return false
  const found = readAt(reader, i)
  const [draft] = found?.drafts ?? []
  if (!found || !draft || draft.weak || draft.anaphor) return false
  return draft.things[0]?.actor?.type !== 'Person' && found.end >= (reader.facts[i]!.unit ? end : i)
}

/** Words that are titles and everyday nouns alike: «الفريق» is a general or a team. */
const AMBIGUOUS = new Set(['job', 'honour', 'relation', 'cleric', 'rank'])

const trustOf = ({ office, complete }: Title): Trust =>
  AMBIGUOUS.has(office) && !complete ? 'address' : 'office'

export const personThing = (name: string, country?: string): Thing =>
  thingOf({ actor: actorFace('Person', name), ...(country && { country }) })

function isTitleWord(reader: Reader, i: number): boolean {
  if (reader.facts[i]?.unit !== undefined && reader.facts[i]?.common === undefined) return false
  return plainPhrasesAt(reader, i).some(({ values }) => values.some(({ use }) => use !== 'thing'))
}

/** Reads one piece of a title's complement; returns where it ends, `i` when none starts here. */
function complementAt(reader: Reader, i: number, title: Title, readAt: ReadAt): number {
  const word = wordAt(reader, i)
  if (word === '') return i
  const field = fieldEnd(reader, i, title)
  if (field > i) return extend(title, field)
  const nation = demonymAt(reader, i)
  if (nation && nation.demonym.form !== 'mp') {
    title.country ??= nation.isos[0]
    return extend(title, nation.end)
  }
  if (inContext(reader, 'modifier', word) || /^باسم(?:ه|ها|هم)$/u.test(word)) {
    title.end = i + 1
    return i + 1
  }
  const second = plainPhrasesAt(reader, i).find(({ values }) => values.some(({ use }) => use === 'title'))
  if (
    second &&
    !plainPhrasesAt(reader, i).some(({ values, end }) => end > second.end && thingEntries(values).length > 0)
  ) {
    const entry = second.values.find(({ use }) => use === 'title')
    if (title.office === 'honour') title.from = i
    if (entry?.use === 'title' && (STANDALONE.has(entry.office) || title.office === entry.office))
      title.office = entry.office
    title.end = second.end
    return second.end
  }
  return organisationIn(reader, i, title, readAt)
}

/** The office's field: «الخارجية والمغتربين», «لشؤون المياه». */
function fieldEnd(reader: Reader, i: number, { office }: Title): number {
  const { lexicon } = reader
  if (/^[لب]شوون$/u.test(wordAt(reader, i))) {
    let end = i + 1
    while (end < i + 4 && /^(?:و?ال|مجلس)/u.test(wordAt(reader, end)) && !isTitleWord(reader, end)) end++
    return end > i + 1 ? end : i
  }
  // «وزير خارجيتها»
  const owned = encliticReadings(wordAt(reader, i)).find(({ stem }) =>
    lexicon.portfolios.next?.has(`ال${stem}`),
  )
  if (owned && office === 'minister') return i + 1
  const takes = office === 'minister' || office === 'director' || office === 'secretary' || office === 'pm'
  return takes ? portfolioEnd(reader, i) : i
}

function extend(title: Title, end: number): number {
  title.end = end
  title.complete = true
  return end
}

/** The organisation, government or country inside a title: «للأمم المتحدة»، «باسم الخارجية الأميركية»، «لبنان». */
function organisationIn(reader: Reader, i: number, title: Title, readAt: ReadAt): number {
  const link = wordAt(reader, i)
  const from = LINKS.has(link) ? i + 1 : i
  if (bareNameEnd(reader, from) > from && !reader.facts[from]?.openings.length) return i
  const found = reader.facts[from] && readAt(reader, from)
  const draft = found?.drafts[0]
  if (found && draft?.anaphor?.to === 'pair') return extend(title, found.end)
  // «مدير عام الشركة علي نزار»
  if (found && draft?.anaphor?.to === 'class') {
    title.inner.push(draft)
    return extend(title, found.end)
  }
  if (!found || !draft || draft.weak || draft.anaphor) return i
  const thing = draft.things[0]
  if (thing?.actor?.type === 'Person' || strays(link, title, thing)) return i
  if (link !== 'الي' && link !== 'في') title.country ??= thing?.country
  title.inner.push(
    ...found.drafts.map((inner) =>
      inner.role || !thing?.isCountry || link === 'في' ? inner : { ...inner, role: 'actor' as const },
    ),
  )
  return extend(title, found.end)
}

/** «وصل الوزير إلى واشنطن»: the verb's complement, not the title's. */
function strays(link: string, { office, complete }: Title, thing: Thing | undefined): boolean {
  if (thing?.actor && !thing.place) return link === 'الي'
  const posted = office === 'envoy' || office === 'ambassador'
  if (link === 'الي') return !posted
  if (link === 'في' || link === 'لدي') return !posted && !(complete && thing?.isCountry)
  return link === 'من'
}

/** «الخارجية»، «التعليم العالي والبحث العلمي». */
export function portfolioEnd(reader: Reader, i: number): number {
  const { lexicon, facts } = reader
  let end = i
  for (let at = i; at < reader.ends[i]!; at = end) {
    const word = facts[at]?.word ?? ''
    const joined = at > i && word.startsWith('و') ? word.slice(1) : at === i ? word : ''
    // «وزير خارجية العراق» drops the article.
    const node =
      lexicon.portfolios.next?.get(joined) ??
      (at === i ? lexicon.portfolios.next?.get(`ال${joined}`) : undefined)
    const [hit] = node ? phrasesFrom(reader, node, at) : []
    if (!hit) break
    end = hit.end
  }
  return end
}

function describe(reader: Reader, i: number, opening: Opening, title: Title): Found | undefined {
  const { cut, proclitics } = opening
  const addressed = title.from > i
  const base = {
    start: title.from,
    end: title.end,
    cut: addressed ? 0 : cut,
    proclitics,
    basis: 'description' as const,
  }
  // «نظيره» is told by whom he meets, and that is beyond the words here.
  const vague = !STANDALONE.has(title.office) || /^(?:نظير|وزرا|وزيري)/u.test(wordAt(reader, i).slice(cut))
  if (vague) return title.inner.length > 0 ? { end: title.end, drafts: title.inner } : undefined
  const anaphor = {
    to: 'person' as const,
    office: title.office,
    ...(title.country && { country: title.country }),
  }
  const definite =
    wordAt(reader, i).slice(cut).startsWith('ال') || (cut > 0 && wordAt(reader, i)[cut] === 'ل')
  if (!title.complete)
    return definite && title.office !== 'spokes'
      ? { end: title.end, drafts: [{ ...base, things: [], rule: 'office', anaphor }] }
      : undefined
  const name = nameText(reader, title.from, title.end, base.cut)
  const thing = thingOf({
    actor: actorFace('Person', name, { named: false }),
    ...(title.country && { country: title.country }),
  })
  return {
    end: title.end,
    drafts: [
      {
        ...base,
        things: [thing],
        rule: 'office',
        anaphor,
        office: { class: title.office, country: title.country },
      },
      ...title.inner,
    ],
  }
}
