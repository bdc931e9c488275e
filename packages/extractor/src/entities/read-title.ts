/** Titles and offices with the name behind them: «وزير الخارجية السعودي عادل الجبير». */
import type { Draft, Found } from './draft.ts'
import { bareNameEnd, nameEnd } from './read-name.ts'
import { demonymAt, inContext, nameText, phrasesFrom, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
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
  const title: Title = { office, end, complete: false, inner: [] }
  const limit = Math.min(reader.ends[i]!, i + MOST)
  for (let at = end; at < limit;) {
    const person = personAt(reader, at, title)
    if (person) {
      const draft: Draft = { ...person, opens: i, office: { class: title.office, country: title.country } }
      // A proclitic sits on the title, not on the name: «لوزير الخارجية فلان».
      return { end: person.end, drafts: [{ ...draft, proclitics: opening.proclitics }, ...title.inner] }
    }
    const next = complementAt(reader, at, title, readAt)
    if (next === at) break
    at = next
  }
  return describe(reader, i, opening, title)
}

/** The person whose name starts here: one the lexicon knows by it, or one that the title vouches for. */
function personAt(reader: Reader, i: number, { country }: Title): Draft | undefined {
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
  const blocked = isTitleWord(reader, start) || (demonymAt(reader, start) !== undefined && !known)
  const end = blocked ? start : nameEnd(reader, start, true)
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
  if (end === start) return undefined
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
  if (title.office === 'minister' || title.office === 'director' || title.office === 'secretary') {
    const end = portfolioEnd(reader, i)
    if (end > i) return extend(title, end)
  }
  const nation = demonymAt(reader, i)
  if (nation && nation.demonym.form !== 'mp') {
    title.country ??= nation.isos[0]
    return extend(title, nation.end)
  }
  if (inContext(reader, 'modifier', word)) {
    title.end = i + 1
    return i + 1
  }
  const second = plainPhrasesAt(reader, i).find(({ values }) => values.some(({ use }) => use === 'title'))
  if (
    second &&
    !plainPhrasesAt(reader, i).some(({ values, end }) => end > second.end && thingEntries(values).length > 0)
  ) {
    const entry = second.values.find(({ use }) => use === 'title')
    if (entry?.use === 'title' && (STANDALONE.has(entry.office) || title.office === entry.office))
      title.office = entry.office
    title.end = second.end
    return second.end
  }
  return organisationIn(reader, i, title, readAt)
}

function extend(title: Title, end: number): number {
  title.end = end
  title.complete = true
  return end
}

/** The organisation, government or country inside a title: «للأمم المتحدة»، «باسم الخارجية الأميركية»، «لبنان». */
function organisationIn(reader: Reader, i: number, title: Title, readAt: ReadAt): number {
  const from = LINKS.has(wordAt(reader, i)) ? i + 1 : i
  if (bareNameEnd(reader, from) > from && !reader.facts[from]?.openings.length) return i
  const found = reader.facts[from] && readAt(reader, from)
  const draft = found?.drafts[0]
  if (!found || !draft || draft.weak || draft.opens !== undefined || draft.anaphor) return i
  const thing = draft.things[0]
  if (thing?.actor?.type === 'Person') return i
  if (
    from === i &&
    thing?.place &&
    !thing.isCountry &&
    draft.cut === 0 &&
    title.office !== 'governor' &&
    title.office !== 'king'
  )
    return i
  title.country ??= thing?.country
  title.inner.push(
    ...found.drafts.map((inner) =>
      inner.role || !thing?.isCountry ? inner : { ...inner, role: 'actor' as const },
    ),
  )
  return extend(title, found.end)
}

/** «الخارجية»، «التعليم العالي والبحث العلمي». */
export function portfolioEnd(reader: Reader, i: number): number {
  const { lexicon, facts } = reader
  let end = i
  for (let at = i; at < reader.ends[i]!; at = end) {
    const word = facts[at]?.word ?? ''
    const joined = at > i && word.startsWith('و') ? word.slice(1) : at === i ? word : ''
    const node = lexicon.portfolios.next?.get(joined)
    const [hit] = node ? phrasesFrom(reader, node, at) : []
    if (!hit) break
    end = hit.end
  }
  return end
}

function describe(reader: Reader, i: number, opening: Opening, title: Title): Found | undefined {
  const { cut, proclitics } = opening
  const base = { start: i, end: title.end, cut, proclitics, basis: 'description' as const }
  if (!STANDALONE.has(title.office))
    return title.inner.length > 0 ? { end: title.end, drafts: title.inner } : undefined
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
  const name = nameText(reader, i, title.end, cut)
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
