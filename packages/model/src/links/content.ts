/** What an action is about, ready to be compared. */
import type { Deed } from '../schema.ts'
import type { LinkedCommitment } from './article.ts'
import { readingsOf, stemsOf } from './stem.ts'
import type { Wholes } from './wholes.ts'

/** Actions that undo the one behind them: «إلغاء القمة»، «وقف تصدير النفط». */
const UNDO = new Set(stemsOf('إلغاء وقف إيقاف تعليق تجميد عدول تراجع'))
/** Phases of the action behind them: «تأجيل الانسحاب»، «بدء الانسحاب». */
const BEGIN = new Set(stemsOf('بدء بداية ابتداء شروع استئناف إطلاق انطلاق مباشرة'))

/** Actions that act on another, whose object tells one from the other: «تأجيل افتتاح المتحف»، «إعادة فتح الجسر». */
const CARRIES = new Set(stemsOf('تأجيل إرجاء ترحيل تمديد تسريع تعجيل إعادة استكمال مواصلة'))

export interface Content {
  /** The words that may head the action: the first, and the second behind a phase. */
  heads: readonly string[]
  /** Its other words, each with its readings. */
  words: readonly (readonly string[])[]
  /** All readings of its words. */
  readings: ReadonlySet<string>
  undoes: boolean
  begins: boolean
  eventClass: string | undefined
  places: LinkedCommitment['places']
  quantity: LinkedCommitment['quantity']
  unit: string | undefined
}

/** Content words that say enough: what stands behind the next comma is told beside the action. */
const ENOUGH = 3

export function contentOf({
  action,
  eventClass,
  places,
  quantity,
}: Pick<LinkedCommitment | Deed, 'action' | 'eventClass' | 'places' | 'quantity'>): Content {
  const [first = '', ...others] = coreOf(action.ar)
  const undoes = UNDO.has(first)
  const unit = quantity && stemsOf(quantity.unit)[0]
  const rest = undoes ? others.slice(1) : others
  const words = [...new Set(rest)].filter((stem) => stem !== unit).map(readingsOf)
  return {
    heads: undoes ? others.slice(0, 1) : [first, ...others.slice(0, 1)],
    words,
    readings: new Set(words.flat()),
    undoes,
    begins: BEGIN.has(first),
    eventClass,
    places,
    quantity,
    unit,
  }
}

function coreOf(action: string): string[] {
  const stems: string[] = []
  for (const part of action.split(/[،,؛]/u)) {
    if (stems.length >= ENOUGH) break
    stems.push(...stemsOf(part))
  }
  return stems
}

/** By what actions that can be one are found in memory. */
export interface Marks {
  /** One group for each word, place and number. */
  groups: readonly (readonly string[])[]
  /** What is done, apart from on what. */
  head: readonly string[]
  /** Of which no more than a word is said, so that it may be one with another by that word alone. */
  isBrief: boolean
}

/**
 * Of two actions that are one (`isSameAction`) the earlier has marks of at least two groups of the later, or one of the
 * two is brief and has the head or a mark of one group. All marks hold what may head the action, or its class.
 *
 * @param around a place and all that it lies in
 */
export function marksOf(content: Content, around: (place: string) => Iterable<string>): Marks {
  const { heads, words, places, quantity, unit, eventClass } = content
  const [head = ''] = heads
  // An action that says nothing is one with no other.
  if (head === '') return { groups: [], head: [], isBrief: true }
  const acts = [...new Set([...heads, ...(eventClass === undefined ? [] : [eventClass])])]
  const under = (marks: Iterable<string>): string[] =>
    [...marks].flatMap((mark) => acts.map((act) => `${act} ${mark}`))
  return {
    groups: [
      ...words.map(under),
      ...places.map(({ id }) => under(around(id))),
      ...(quantity === undefined ? [] : [under([`${quantity.value} ${unit}`])]),
    ],
    head: [head],
    isBrief: words.length <= 1,
  }
}

/**
 * Whether two actions are one undertaking, whatever their dates, numbers and venues: the same act on the same
 * things, and nothing that tells them apart.
 */
export function isSameAction(a: Content, b: Content, wholes: Wholes): boolean {
  // What is quickest told comes first: most that are compared have little in common.
  if (!mayBeSameAction(a, b) || placesApart(a, b, wholes)) return false
  const { shared, least } = overlap(a, b)
  const samePlace = a.places.some(({ id }) => b.places.some((place) => wholes.related(id, place.id)))
  const sameNumber = a.quantity !== undefined && b.quantity?.value === a.quantity.value && a.unit === b.unit
  const anchored = samePlace || sameNumber
  if (a.heads[0] === b.heads[0]) return shared >= 2 || anchored || (shared === 1 && least === 1)
  return shared >= 2 || (shared >= 1 && anchored)
}

/** What `isSameAction` can tell by the words alone: false where places and numbers would make no difference. */
export function mayBeSameAction(a: Content, b: Content): boolean {
  const { shared, least } = overlap(a, b)
  if (least > 0 && (shared / least < 0.5 || objectsApart(a, b))) return false
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return false
  if (a.heads[0] === b.heads[0]) return true
  const phase = a.heads.includes(b.heads[0]!) || b.heads.includes(a.heads[0]!)
  const sameClass = a.eventClass !== undefined && a.eventClass === b.eventClass
  return shared >= 1 && (phase || sameClass)
}

const overlap = (a: Content, b: Content): { shared: number; least: number } => ({
  shared: a.words.filter((word) => holds(b, word)).length,
  least: Math.min(a.words.length, b.words.length),
})

const holds = ({ readings }: Content, word: readonly string[]): boolean =>
  word.some((reading) => readings.has(reading))

/** «بناء سد جديد في أسوان» and «بناء مدينة جديدة في أسوان»: what comes first is what is done, the rest tells where and how. */
function objectsApart(a: Content, b: Content): boolean {
  const apart = (i: number): boolean =>
    a.words.length > i && b.words.length > i && !holds(b, a.words[i]!) && !holds(a, b.words[i]!)
  return apart(0) || (CARRIES.has(a.heads[0]!) && a.heads[0] === b.heads[0] && apart(1))
}

/** Leaving one camp is not leaving another; where something is held may change. */
function placesApart(a: Content, b: Content, wholes: Wholes): boolean {
  return (['from', 'toward'] as const).some((role) => {
    const [some, others] = [a, b].map(({ places }) =>
      places.filter((place) => place.role === role).map(({ id }) => id),
    ) as [string[], string[]]
    return some.length > 0 && others.length > 0 && !wholes.meet(some, others)
  })
}
