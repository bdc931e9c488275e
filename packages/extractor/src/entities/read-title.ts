/** Titles and offices with the name behind them: «وزير الخارجية السعودي عادل الجبير». */
import type { Draft, Found } from './draft.ts'
import { fieldEnd } from './read-field.ts'
import { bareNameEnd, isNameLike } from './read-name.ts'
import { joinedPerson, personAt, PLURAL, type ReadAt, type Title } from './read-person.ts'
import type { Entry } from './names-lexicon.ts'
import { demonymAt, type Hit, inContext, nameText, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { actorFace, passingThing, type Thing, thingOf } from './thing.ts'
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

/** «متحدث باسمه»: for whom was spoken of before. */
const FOR_IT = /^باسم(?:ه|ها|هم)$/u

const LINKS = new Set(['في', 'لدي', 'باسم', 'الي', 'من', 'عن', 'لشوون', 'بشان', 'لقسم'])

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
  // «الحزب الحاكم»
  if (wordAt(reader, i) === 'الحاكم' && /^ال.../u.test(wordAt(reader, i - 1))) return undefined
  const own = ownEnd(reader, i, end, readAt)
  const title: Title = { office, from: i, end: own, complete: false, inner: [] }
  const limit = Math.min(reader.ends[i]!, i + MOST)
  for (let at = own; at < limit;) {
    const person = FOR_IT.test(wordAt(reader, at)) ? undefined : personAt(reader, at, title, readAt)
    if (person) return withPerson(reader, i, opening, title, person)
    const next = complementAt(reader, at, title, readAt)
    if (next === at) break
    at = next
  }
  const set = setOff(reader, i, title, readAt)
  return set ? withPerson(reader, i, opening, title, set) : describe(reader, i, opening, title)
}

/** Where a title's own words end: its last word may open the name of a body. */
const ownEnd = (reader: Reader, i: number, end: number, readAt: ReadAt): number =>
  end > i + 1 && opensBody(reader, end, readAt) ? end - 1 : end

const opensWithClass = ({ values }: Hit<Entry>): boolean => values.some(({ use }) => use === 'organisation')

/** «رئيس حركة النهضة راشد الغنوشي»، «رئيس الهيئة الوطنية للغابات» */
function opensBody(reader: Reader, end: number, readAt: ReadAt): boolean {
  const opened = plainPhrasesAt(reader, end - 1)
  if (opened.some((hit) => hit.end > end && thingEntries(hit.values).length > 0)) return true
  if (!opened.some(opensWithClass)) return false
  // «رئيس بعثة المنظمة»: of the body that was spoken of.
  if (
    /^(?:بعثه|وفد|مكتب)$/u.test(wordAt(reader, end - 1)) &&
    plainPhrasesAt(reader, end).some(opensWithClass)
  )
    return false
  const found = readAt(reader, end - 1)
  return found !== undefined && found.end > end && found.drafts[0]?.rule === 'class-name'
}

/** «مساعد المبعوث الدولي، ناصر القدوة، إن»: the name set off by commas from its office. */
function setOff(reader: Reader, i: number, title: Title, readAt: ReadAt): Draft | undefined {
  const { tokens } = reader.doc
  const from = title.end + 1
  if (tokens[title.end]?.text !== '،' || from >= reader.ends[i]! || !STANDALONE.has(title.office))
    return undefined
  if (
    reader.facts[from]?.unit === undefined &&
    bareNameEnd(reader, from) === from &&
    !isNameLike(reader, from)
  )
    return undefined
  const person = personAt(reader, from, { ...title, complete: true }, readAt)
  return person && person.end > from + 1 && tokens[person.end]?.text === '،' ? person : undefined
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

/** Reads one piece of a title's complement; returns where it ends, `i` when none starts here. */
function complementAt(reader: Reader, i: number, title: Title, readAt: ReadAt): number {
  const word = wordAt(reader, i)
  if (word === '') return i
  const field = fieldEnd(reader, i, title.office)
  if (field > i) return extend(title, field)
  const nation = demonymAt(reader, i)
  // «كبير المفاوضين النوويين الإيرانيين»
  if (nation && (nation.demonym.form !== 'mp' || wordAt(reader, i - 1).endsWith('ين'))) {
    title.country ??= nation.isos[0]
    return extend(title, nation.end)
  }
  if (inContext(reader, 'modifier', word) || FOR_IT.test(word)) {
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
    title.end = ownEnd(reader, i, second.end, readAt)
    return title.end
  }
  const body = organisationIn(reader, i, title, readAt)
  if (body > i) return body
  // «القيادي في المقاومة علي الأحمدي»: of a body that no list has, its word.
  const isOpen = /^(?:في|باسم)$/u.test(wordAt(reader, i - 1)) && /^ال.../u.test(word)
  return isOpen && reader.facts[i]!.verb === undefined ? extend(title, i + 1) : i
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
  if (found && (draft?.anaphor?.to === 'class' || draft?.anaphor?.to === 'government')) {
    title.inner.push(draft)
    return extend(title, found.end)
  }
  if (!found || !draft || draft.weak || draft.anaphor) return i
  const thing = draft.things[0]
  if (thing?.actor?.type === 'Person' || strays(link, title, thing)) return i
  // «قال ناطق باسم الخارجية لوكالة فرانس برس»: whom he speaks to.
  if (thing?.actor?.type === 'Media' && draft.proclitics.includes('ل') && title.complete) return i
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
  const last = wordAt(reader, title.end - 1)
  if (FOR_IT.test(last)) {
    const noun = `${nameText(reader, title.from, title.end - 1, base.cut)} باسم`
    const ofBody = last.endsWith('ها')
    return {
      end: title.end,
      drafts: [
        {
          ...base,
          things: [],
          rule: 'office',
          anaphor: { to: 'owned', head: 'متحدث', noun, type: 'Person', ofBody },
        },
      ],
    }
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
    wordAt(reader, i).slice(cut).startsWith('ال') ||
    (cut > 0 && wordAt(reader, i)[cut] === 'ل') ||
    // «رئيس الوزراء»
    (title.end > i + 1 && /^ال.../u.test(last))
  const name = nameText(reader, title.from, title.end, base.cut)
  // «وأضاف المتحدث»: one who was told of, and else nobody.
  const passing = title.office !== 'spokes' && passingThing('Person', name, reader.doc.text)
  if (!title.complete)
    return definite
      ? {
          end: title.end,
          drafts: [
            {
              ...base,
              things: [],
              rule: 'office',
              anaphor,
              ...(passing && { passing }),
            },
          ],
        }
      : undefined
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
