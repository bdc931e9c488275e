/** Places by their class noun: «قاعدة حرير الجوية»، «مدينة أربيل»، «محافظة الأنبار». */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import {
  demonymAt,
  isBoundary,
  isCloser,
  isOpener,
  nameText,
  plainPhrasesAt,
  type Reader,
  wordAt,
} from './reader.ts'
import { isTitleWord } from './read-field.ts'
import { thingEntries } from './read-thing.ts'
import { headOf, placeFace, type Thing, thingOf } from './thing.ts'
import type { Opening } from './word-facts.ts'

type Head = Extract<Entry, { use: 'place' }>

/** Adjectives that close a facility's name: «الجوية»، «الدولي»، «العسكرية». */
const CLOSING = new Set(
  'الجويه الدولي الدوليه العسكري العسكريه البحريه البحري المركزي المركزيه الكبير الحدودي النووي النوويه المدني الجوي التجاري النفطي'.split(
    ' ',
  ),
)
const MOST = 4
/** Divisions are spoken of with their class noun: «محافظة دهوك»; towns without: «مدينة أربيل». */
const DIVISIONS = new Set(['محافظة', 'ولاية', 'قضاء', 'ناحية', 'مقاطعة'])

export function readPlace(
  reader: Reader,
  i: number,
  opening: Opening,
  end: number,
  head: Head,
): Found | undefined {
  if (head.definite) return withAdjective(reader, i, opening, end, head)
  if (head.takes === 'ends') return between(reader, i, opening, end, head)
  const start = isOpener(reader.doc.tokens[end]?.text) ? end + 1 : end
  const known = knownPlace(reader, start, head)
  if (!known && head.head === 'العاصمة') return capital(reader, i, opening, end)
  if (!known && head.takes === 'known') return undefined
  if (!head.partOfName) {
    if (known) {
      const draft = announced(i, opening, start, known.end, known.things)
      const whole = { start: i, cut: opening.cut, opens: i }
      return { end: known.end, drafts: [DIVISIONS.has(head.head) ? { ...draft, ...whole } : draft] }
    }
    const last = quarterEnd(reader, start, head) ?? unknownEnd(reader, start, 2)
    if (last === start || head.type === 'Country') return undefined
    const thing = thingOf({
      place: placeFace(head.type, nameText(reader, start, last)),
      heads: [headOf(head.head)],
    })
    return { end: last, drafts: [announced(i, opening, start, last, [thing])] }
  }
  const inner = known?.end ?? unknownEnd(reader, start, MOST)
  if (inner === start) return undefined
  const closes = start > end && isCloser(reader.doc.tokens[inner]?.text)
  const last = closes ? inner + 1 : closingEnd(reader, inner)
  const name = nameText(reader, i, last, opening.cut)
  // «مستشفى الثورة»: there is a town of that name, and none is meant.
  const country = known?.isTrusted ? known.things[0]?.country : undefined
  const thing = thingOf({
    place: placeFace(head.type, name),
    ...(country && { country }),
    heads: [headOf(head.head)],
  })
  return {
    end: last,
    drafts: [
      {
        start: i,
        end: last,
        cut: opening.cut,
        proclitics: opening.proclitics,
        things: [thing],
        basis: 'name',
        rule: 'place-class',
        role: 'place',
      },
    ],
  }
}

/** «العاصمة السودانية»، «مستشفيات العاصمة»: the capital of that state, or of the one spoken of. */
function capital(reader: Reader, i: number, { cut, proclitics }: Opening, end: number): Found | undefined {
  const base = { start: i, cut, proclitics, basis: 'description', rule: 'capital', role: 'place' } as const
  const nation = demonymAt(reader, end)
  const thing = nation?.isos.length === 1 ? reader.lexicon.capitals.get(nation.isos[0]!) : undefined
  if (nation && thing) return { end: nation.end, drafts: [{ ...base, end: nation.end, things: [thing] }] }
  if (nation || /^ال.../u.test(wordAt(reader, end))) return undefined
  return { end, drafts: [{ ...base, end, things: [], anaphor: { to: 'capital' } }] }
}

/** «المستشفى التركي»، «المنفذ الغربي»: told from others of its kind by an adjective. */
function withAdjective(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  end: number,
  head: Head,
): Found | undefined {
  const word = wordAt(reader, end)
  if (head.takes !== 'adjective' || end >= reader.ends[i]! || !/^ال.{2,}يه?$/u.test(word)) return undefined
  if (VAGUE.has(word.replace(/ه$/u, ''))) return undefined
  const last = closingEnd(reader, end + 1)
  const name = nameText(reader, i, last, cut)
  const thing = thingOf({ place: placeFace(head.type, name), heads: [headOf(head.head)] })
  const base = {
    start: i,
    end: last,
    cut,
    proclitics,
    basis: 'name',
    rule: 'place-class',
    role: 'place',
  } as const
  return { end: last, drafts: [{ ...base, things: [thing] }] }
}

/** Adjectives that tell a place from no other. */
const VAGUE = new Set(
  'الرييسي الحالي المحلي الفعلي البري الجوي البحري الثاني الاساسي الحقيقي المدني العالمي'.split(' '),
)

/** «طريق الحوبان - الجند»، «خط كركوك - جيهان»: what joins two places, each of which is one too. */
function between(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  at: number,
  head: Head,
): Found | undefined {
  const one = endOfRoad(reader, at)
  const dash = one && /^[-–—]$/u.test(reader.doc.tokens[one.end]?.text ?? '')
  const other = dash ? endOfRoad(reader, one.end + 1) : undefined
  if (!one || !other) return undefined
  const thing = thingOf({
    place: placeFace(head.type, nameText(reader, i, other.end, cut)),
    heads: [headOf(head.head)],
  })
  const base = { start: i, cut, proclitics, basis: 'name', rule: 'place-class', role: 'place' } as const
  return { end: other.end, drafts: [{ ...base, end: other.end, things: [thing] }, one, other] }
}

const isTown = ({ place }: Thing): number => Number(place?.type === 'City')

function endOfRoad(reader: Reader, start: number): Draft | undefined {
  const known = plainPhrasesAt(reader, start)
    .map(({ end, values }) => ({ end, things: thingEntries(values).map(({ thing }) => thing) }))
    .find(({ things }) => things.some(({ place }) => place))
  const end = known?.end ?? unknownEnd(reader, start, 1)
  if (end === start) return undefined
  // «طريق عمان - بغداد»: towns first.
  const things = known?.things.filter(({ place }) => place).sort((a, b) => isTown(b) - isTown(a)) ?? [
    thingOf({ place: placeFace('City', nameText(reader, start, end)) }),
  ]
  return { start, end, cut: 0, proclitics: [], things, basis: 'name', rule: 'place-cue', role: 'place' }
}

/** «مدينة أربيل»: the mention is the name, the class noun before it says what kind of place it is. */
function announced(
  opens: number,
  { proclitics }: Opening,
  start: number,
  end: number,
  things: Thing[],
): Draft {
  return { start, end, cut: 0, proclitics, things, basis: 'name', rule: 'place-cue', role: 'place', opens }
}

interface KnownPlace {
  end: number
  things: Thing[]
  /** Its name alone would do. */
  isTrusted: boolean
}

function knownPlace(reader: Reader, i: number, head: Head): KnownPlace | undefined {
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const isTrusted = thingEntries(values).some(({ needsCue }) => !needsCue)
    const things = thingEntries(values)
      .map(({ thing }) => thing)
      .filter(({ place, rank }) => place !== undefined && !(head.head === 'حي' && rank > 2))
    if (things.length > 0)
      return {
        end,
        isTrusted,
        things: things.toSorted((a, b) => fit(b, head) - fit(a, head) || a.rank - b.rank),
      }
  }
  return undefined
}

const fit = ({ place }: Thing, head: Head): number => Number(place?.type === head.type)

/** «حي القدم»: quarters and villages are called by everyday words. */
function quarterEnd({ facts }: Reader, i: number, { head }: Head): number | undefined {
  const word = facts[i]
  return QUARTERS.has(head) && word?.common === 'word' && /^ال..../u.test(word.word) ? i + 1 : undefined
}

const QUARTERS = new Set(['حي', 'قرية', 'بلدة'])

/** Words that only their place shows to be a name; everyday words end it unless they carry the article. */
function unknownEnd(reader: Reader, i: number, most: number): number {
  let end = i
  while (end < Math.min(reader.ends[i] ?? i, i + most)) {
    const facts = reader.facts[end]
    if (
      facts === undefined ||
      reader.dated[end] === 1 ||
      facts.common === 'stop' ||
      facts.verb !== undefined ||
      facts.demonyms.length > 0
    )
      break
    // «العاصمة ووهران»
    if (end === i && facts.openings.some(({ proclitics: [letter] }) => letter === 'و')) break
    if (facts.common !== undefined && (end === i || isCloser(reader.doc.tokens[end + 1]?.text))) break
    if (
      end > i &&
      (isBoundary(reader, end, i) ||
        isTitleWord(reader, end) ||
        !(facts.unit || facts.word.startsWith('ال') || reader.facts[end - 1]?.word === 'ابو'))
    )
      break
    if (CLOSING.has(facts.word) || /^[بلو]ال|^لل/u.test(facts.word)) break
    end++
  }
  return end
}

function closingEnd(reader: Reader, i: number): number {
  let end = i
  while (CLOSING.has(reader.facts[end]?.word ?? '') || (end > i && demonymAt(reader, end) !== undefined))
    end++
  return end
}
