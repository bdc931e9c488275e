/** Places by their class noun: «قاعدة حرير الجوية»، «مدينة أربيل»، «محافظة الأنبار». */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { demonymAt, isBoundary, isCloser, isOpener, nameText, plainPhrasesAt, type Reader } from './reader.ts'
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
  if (head.definite && head.head !== 'العاصمة') return undefined
  const start = isOpener(reader.doc.tokens[end]?.text) ? end + 1 : end
  const known = knownPlace(reader, start, head)
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
  const country = known?.things[0]?.country
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

function knownPlace(reader: Reader, i: number, head: Head): { end: number; things: Thing[] } | undefined {
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const things = thingEntries(values)
      .map(({ thing }) => thing)
      .filter(({ place, rank }) => place !== undefined && !(head.head === 'حي' && rank > 2))
    if (things.length > 0)
      return { end, things: things.toSorted((a, b) => fit(b, head) - fit(a, head) || a.rank - b.rank) }
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
      facts.common === 'stop' ||
      facts.verb !== undefined ||
      facts.demonyms.length > 0
    )
      break
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
