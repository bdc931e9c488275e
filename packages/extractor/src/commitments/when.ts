/** By when and from when: the dates of a clause read as bounds. */
import { addDays, addMonths, type DateMention, type Interval } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import { boundedInterval } from '../dates/index.ts'
import { datesBetween } from '../read-dates.ts'
import { finiteReadings, futureReading } from '../text/morphology.ts'
import { isPreposition } from '../text/governs.ts'
import { rememberOf } from '../remember.ts'
import { innermost, isComma, tokenAt, type TokenRange } from '../text/tokens.ts'
import { connectiveAt } from './openers.ts'

export interface When {
  begins: { interval: Interval; mention: DateMention } | null
  due: { interval: Interval; mention: DateMention } | null
}

/**
 * Told with «لمدة»; any, of what puts off or suspends («أرجأت … سبعة أيام»); none, where a condition leaves open when it begins.
 */
export type Lasts = 'told' | 'any' | 'none'

/** Date mentions within a range of tokens, in text order. */
export function datesIn(doc: Doc, { start, end }: TokenRange): DateMention[] {
  if (start >= end) return []
  const from = doc.tokens[start]!.start
  const until = doc.tokens[end - 1]!.end
  return datesBetween(doc, from, until).filter(isResolved)
}

/** The date that a token stands in, resolved or not. */
export const dateAt = (doc: Doc, at: number): DateMention | undefined => datesByToken(doc)[at]

const datesByToken = rememberOf(({ tokens, dates }: Doc) =>
  innermost(
    tokens,
    dates.map(
      (date) => [{ start: tokenAt(tokens, date.start), end: tokenAt(tokens, date.end) }, date] as const,
    ),
  ),
)

const isResolved = ({ type, interval }: DateMention): boolean =>
  (type === 'date' || type === 'interval') && (interval.from !== null || interval.until !== null)

/** True where a date still to come, as seen from publication, stands in the range. */
export const comesBy = (doc: Doc, range: TokenRange): boolean =>
  datesIn(doc, range).some((date) => isAhead(doc, date))

const isAhead = ({ published }: Doc, { interval }: DateMention): boolean =>
  interval.until === null || published === null || interval.until > published.date

/**
 * Begin and deadline from the dates in a clause, and for what it leaves open from those before it in the
 * sentence («في المرحلة الأولى، التي تستمر حتى …، ستنتهي …»). A date that only places the telling in
 * time, being past, is neither.
 *
 * @param action the words of what is to be done: their dates come before those of the rest of the clause
 * @param elsewhere tokens whose dates belong to something else: a condition, another commitment
 * @param starts the action is itself a beginning, so that a plain date is its begin
 * @param lasts which durations say by when it ends
 */
export function whenOf(
  doc: Doc,
  clause: TokenRange,
  action: TokenRange,
  frame: TokenRange,
  elsewhere: readonly TokenRange[],
  starts: boolean,
  lasts: Lasts,
): When {
  const free = (dates: readonly DateMention[]): DateMention[] =>
    dates.filter(
      (date) =>
        !elsewhere.some((range) => covers(doc, range, date)) &&
        !isReplaced(doc, date) &&
        !isFromEvent(doc, date) &&
        !isOfEvent(doc, date),
    )
  const within = free(datesIn(doc, clause)).filter((date) => !isOfNoun(doc, date, clause.start))
  // «قررت الأحزاب المقاطعة لانتخابات 17 أفريل تنظيم تجمع يوم 21 مارس»
  const [inAction, outside] = [true, false].map((inside) =>
    within.filter((date) => covers(doc, action, date) === inside),
  )
  const own = readBounds(doc, [...inAction!, ...outside!], starts)
  if (own.due) return own
  const lasting = durationOf(doc, clause, lasts)
  const from = own.begins?.interval.from ?? doc.published?.date
  if (lasting && from !== undefined)
    return {
      ...own,
      due: { interval: { from, until: addDays(after(from, lasting.edtf), 1) }, mention: lasting },
    }
  if (own.begins) return own
  const before = free(datesIn(doc, frame)).filter((date) => leadsUp(doc, date, clause.start))
  return readBounds(doc, before, starts)
}

/** «لمدة خمسة عشر يوماً»، «على مدى ثلاث سنوات»: how long it is to be done, in days, weeks, months or years. */
const durationOf = (doc: Doc, { start, end }: TokenRange, lasts: Lasts): DateMention | undefined =>
  datesBetween(doc, doc.tokens[start]!.start, doc.tokens[end - 1]!.end).find(
    ({ type, rule, edtf }) =>
      type === 'duration' &&
      /^P(?=\d)/u.test(edtf) &&
      !edtf.includes('T') &&
      (lasts === 'any' || (lasts === 'told' && rule === 'duration-for')),
  )

/** @example after('2014-02-05', 'P1M15D') // '2014-03-20' */
function after(day: string, duration: string): string {
  const amount = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`, 'u').exec(duration)?.[1] ?? 0)
  return addDays(addMonths(day, 12 * amount('Y') + amount('M')), 7 * amount('W') + amount('D'))
}

/** «اتفاقية … التي ينتهي العمل بها في تموز 2026»، «تمهيداً لجولة تعقد قبل …»: it dates a noun of the clause. */
function isOfNoun({ tokens }: Doc, { start }: DateMention, clause: number): boolean {
  for (let i = tokenAt(tokens, start) - 1; i > clause; i--) {
    if (isComma(tokens[i])) return false
    if (/^(?:الذي|التي|الذين|تمهيدا|الموقعه|الموقع|المبرمه|المبرم|الصادر|الصادره)$/u.test(tokens[i]!.text))
      return true
  }
  return false
}

/** A date before the clause holds for it unless another clause begins between: «… خلال ثلاثة أشهر، ووافق على …». */
function leadsUp({ tokens }: Doc, { end }: DateMention, clause: number): boolean {
  for (let i = tokenAt(tokens, end); i <= clause; i++) {
    const { text } = tokens[i]!
    if (connectiveAt(tokens, i, clause + 1)?.type === 'coordinate') return false
    if (i === 0 || !isComma(tokens[i - 1])) continue
    if (/^و(?:ان(?:ه|ها|هم|هما)?|لن|سوف|قد|لا)$/u.test(text)) return false
    if (futureReading(text)?.conjunction || finiteReadings(text).some(({ conjunction }) => conjunction))
      return false
  }
  return true
}

/** «بدلاً من نهاية آذار»: the date that another takes the place of. */
function isReplaced({ tokens }: Doc, { start }: DateMention): boolean {
  const at = tokenAt(tokens, start)
  return [at - 1, at - 2].some(
    (i) => /^(?:بدلا|بدل|عوضا)$/u.test(tokens[i - 1]?.text ?? '') && /^(?:من|عن)$/u.test(tokens[i]!.text),
  )
}

/** «في غضون 48 ساعة من دخولهم»: it runs from what has no day yet. */
function isFromEvent({ tokens, dates }: Doc, { rule, end }: DateMention): boolean {
  const at = tokenAt(tokens, end)
  const next = tokens[at + 1]
  return (
    rule === 'within' &&
    tokens[at]?.text === 'من' &&
    next?.kind === 'word' &&
    !dates.some(({ start }) => start === next.start)
  )
}

/** «الزيادة المقررة مطلع العام 2016»: when something else is to be, unless the deed is to be done in it: «في القمة المقررة». */
function isOfEvent({ tokens }: Doc, { start }: DateMention): boolean {
  const at = tokenAt(tokens, start)
  for (let i = at - 1; i >= Math.max(2, at - 3) && tokens[i]!.kind === 'word'; i--)
    if (tokens[i]!.text.startsWith('ال') && SCHEDULED.test(tokens[i]!.text))
      return !isPreposition(tokens[i - 2]!.form)
  return false
}
/** «مقرر»، «المزمعة»: before the day of a thing. */
export const SCHEDULED = /^(?:ال)?(?:مقرر|مزمع|مرتقب|منتظر|متوقع)(?:ه|ين|ان)?$/u

const covers = ({ tokens }: Doc, range: TokenRange, date: DateMention): boolean =>
  tokens[range.start]!.start <= date.start && date.end <= tokens[range.end - 1]!.end

function readBounds(doc: Doc, dates: readonly DateMention[], starts: boolean): When {
  const when: When = { begins: null, due: null }
  for (const mention of dates) {
    const opens = mention.bound === 'from' || mention.bound === 'after' || (starts && mention.bound === 'at')
    if (opens) {
      when.begins ??= {
        interval: mention.bound === 'after' ? boundedInterval(mention) : mention.interval,
        mention,
      }
      continue
    }
    if (!isAhead(doc, mention)) continue
    const firmer = when.due === null || mention.bound === 'until' || mention.bound === 'before'
    if (firmer)
      when.due = {
        interval: mention.bound === 'before' ? boundedInterval(mention) : mention.interval,
        mention,
      }
  }
  return when
}
