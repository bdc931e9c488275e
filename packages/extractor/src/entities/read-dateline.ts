/** Datelines: «بغداد ـ العرب اليوم», «أنقرة – «المدار»», «الكويت - 17 - 11 (كونا)»: where from, and whose report. */
import type { Doc } from '../doc.ts'
import type { TokenRange } from '../text/tokens.ts'
import { inlineDatelineEnd } from '../text/sections.ts'
import type { Draft } from './draft.ts'
import { bareNameEnd } from './read-name.ts'
import { personThing } from './read-person.ts'
import { isOpener, nameText, opensOwnWords, plainPhrasesAt, type Reader } from './reader.ts'
import { thingEntries } from './read-thing.ts'
import { actorFace, type Thing, thingOf } from './thing.ts'

/** A publisher's name has no more words than this. */
const MOST = 4
/** A line this short that opens like a dateline is nothing else. */
const SHORT = 12

/** The datelines of a document as ranges of tokens: lines of their own, and what opens the first paragraph. */
export function datelineRanges(reader: Reader): TokenRange[] {
  const { doc } = reader
  const { tokens, sections, text } = doc
  const ranges: TokenRange[] = []
  const kindAt = (offset: number): string | undefined =>
    sections.find(({ start, end }) => start <= offset && offset < end)?.kind
  for (const paragraph of doc.paragraphs.slice(0, 6)) {
    const kind = kindAt(tokens[paragraph.start]!.start)
    if (kind === 'dateline' || (kind === 'title' && isDashed(reader, paragraph))) ranges.push(paragraph)
    const joined = joinedIn(doc, paragraph)
    ranges.push(...joined)
    if (kind !== 'body' || joined.length > 0) continue
    const end = inlineDatelineEnd(text, tokens, paragraph)
    if (end === null) break
    // «الرياض: لن نتخلى عن حصتنا»: the capital speaks.
    if (opensOwnWords(reader, isOpener(tokens[end]?.text) ? end + 1 : end)) break
    const short = paragraph.end - paragraph.start <= SHORT
    ranges.push({ start: paragraph.start, end: short ? paragraph.end : secondDash(reader, end) })
    if (!short) break
  }
  return ranges
}

/** «الوزراء يجتمعون غداً بالقاهرة | القاهرة (د ب أ) - | بدأت …» */
const joinedIn = ({ datelines }: Doc, { start, end }: TokenRange): TokenRange[] =>
  [...datelines]
    .filter(([from]) => start <= from && from < end)
    .map(([from, until]) => ({ start: from, end: until }))

/** «أنقرة – «المدار»: حاورته هدى السالم»، «الجزائر: ياسين بودهان»: a short line with a dash, or a name, behind its city. */
function isDashed(reader: Reader, { start, end }: TokenRange): boolean {
  const city = end - start <= SHORT ? cityAt(reader, start) : undefined
  const mark = reader.doc.tokens[city?.end ?? end]?.text ?? ''
  if (!city || city.end >= end) return false
  return /^[-–—/]$/u.test(mark) || (mark === ':' && bareNameEnd(reader, city.end + 1) === end)
}

/** «بغداد/ الضفاف/ أكدت»: the dateline reaches to the last of its like marks. */
function secondDash({ doc }: Reader, end: number): number {
  const mark = doc.tokens[end - 1]!.text
  for (let i = end + 1; i < Math.min(doc.tokens.length, end + MOST); i++)
    if (doc.tokens[i]!.text === mark) return i + 1
  return end
}

export function readDateline(reader: Reader, { start, end }: TokenRange): Draft[] {
  const city = cityAt(reader, start)
  if (!city) return []
  const drafts = [city]
  for (const run of runsOf(reader, city.end, end)) {
    if (bareNameEnd(reader, run.start) === run.end) {
      const things = [personThing(nameText(reader, run.start, run.end))]
      drafts.push({ ...run, cut: 0, proclitics: [], things, basis: 'name', rule: 'bare-name' })
      continue
    }
    const known = plainPhrasesAt(reader, run.start).find((hit) => hit.end === run.end)
    const things = known
      ? thingEntries(known.values)
          .map(({ thing }) => thing)
          .filter(({ actor }) => actor?.type === 'Media')
      : []
    // «لاهاي/بيروت»، «دبي، الكويت - رنا الصباح»
    const second = isOpener(reader.doc.tokens[run.start - 1]?.text) ? undefined : cityAt(reader, run.start)
    if (things.length === 0 && second?.end === run.end && second.things[0]?.place?.type === 'City') {
      drafts.push(second)
      continue
    }
    const press = things.length > 0 ? things : pressNamed(reader, run)
    if (press.length > 0)
      drafts.push({ ...run, cut: 0, proclitics: [], things: press, basis: 'name', rule: 'dateline-press' })
  }
  return drafts
}

const order = ({ place, rank }: Thing): number => (place?.type === 'City' ? rank : 5 + rank)

/** The place a report comes from; of «الكويت» and «تونس» the city is meant. */
function cityAt(reader: Reader, i: number): Draft | undefined {
  for (const { end, values } of plainPhrasesAt(reader, i)) {
    const things = thingEntries(values)
      .map(({ thing }) => thing)
      .filter(({ place }) => place)
    things.sort((a, b) => order(a) - order(b))
    if (things.length > 0)
      return {
        start: i,
        end,
        cut: 0,
        proclitics: [],
        things: things.slice(0, 1),
        basis: 'name',
        rule: 'dateline',
        role: 'place',
      }
  }
  return undefined
}

/** Words in a row, parted by marks and numbers. */
function runsOf({ doc }: Reader, from: number, end: number): TokenRange[] {
  const runs: TokenRange[] = []
  for (let i = from; i < end; i++) {
    if (doc.tokens[i]!.kind !== 'word') continue
    const last = runs.at(-1)
    if (last?.end === i) last.end = i + 1
    else runs.push({ start: i, end: i + 1 })
  }
  return runs
}

/** An unknown publisher: few words, none of them a date's or a correspondent's. */
function pressNamed(reader: Reader, { start, end }: TokenRange): Thing[] {
  const words = reader.facts.slice(start, end)
  const plain = words.some(
    (facts) =>
      !facts ||
      (facts.common === 'stop' && end - start === 1) ||
      facts.unit === 'g' ||
      NOT_PRESS.has(facts.word),
  )
  if (plain || end - start > MOST) return []
  return [thingOf({ actor: actorFace('Media', nameText(reader, start, end)), heads: ['وكاله', 'صحيفه'] })]
}

const NOT_PRESS = new Set(
  'وكالات الوكالات خاص خاصه متابعات متابعه مراسل مراسلنا مراسلتنا حاوره حاورته كتب كتبت من في تقرير يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين كانون الاول الثاني السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه'.split(
    ' ',
  ),
)
