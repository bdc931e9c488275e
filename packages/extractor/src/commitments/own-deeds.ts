/** What a word undertakes that governs no action: the deed that it is itself, or the thing that it turns down. */
import type { StatementDoc } from '../statements/statement.ts'
import { actorOf } from '../entities/mention-index.ts'
import { actionNoun, isFiniteVerb } from '../text/morphology.ts'
import { isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { subjectBehind } from './subject.ts'
import type { Bounded } from './complement.ts'
import type { Trigger } from './triggers.ts'
import { quantityOf } from './quantity.ts'
import { comesBy } from './when.ts'

/**
 * «رصدت الحكومة 800 مليون دينار لولايات الجنوب»، «باقون في بور»: what the verb itself settles for later, where it
 * says how much or until when.
 */
export function deedItself(
  doc: StatementDoc,
  at: number,
  trigger: Trigger,
  { start: floor, end: limit }: TokenRange,
): Bounded[] {
  if (trigger.type !== 'verb' || trigger.verb.object || !trigger.frames.includes('self')) return []
  // «باقي الشركات»: a noun; of the verb it is «باقٍ».
  if (trigger.verb.tense === 'participle' && doc.tokens[at]!.text.endsWith('ي')) return []
  const end = clauseEnd(doc, at, limit)
  // «إن الاتفاق باق»: where and how long is not said.
  if (trigger.verb.tense === 'participle' && end === at + 1) return []
  const range = { start: at + 1, end }
  const noun = trigger.verb.verb.nouns[0]
  const lasts = trigger.verb.tense === 'participle'
  if (noun === undefined || !(lasts || comesBy(doc, range) || quantityOf(doc, range) || hasLapse(doc, range)))
    return []
  const { behind } = subjectBehind(doc, at, end, trigger.verb.person) ?? {}
  const thing = behind || lasts ? undefined : thingBefore(doc, at, floor)
  const action = {
    cut: doc.tokens[at]!.text.length,
    noun: lasts ? `ال${noun}` : noun,
    verbs: [trigger.verb.verb],
    ...(behind && { subject: behind }),
    ...(thing && { thing }),
  }
  return [{ start: at, end, zoneEnd: end, negated: false, action }]
}

/** «عملية تحرير المدينة أرجئت إلى مطلع كانون الأول»: what opens the clause, and is nobody. */
function thingBefore(doc: StatementDoc, at: number, floor: number): TokenRange | undefined {
  const start = clauseStart(doc, at, floor)
  const opener = doc.tokens[start]
  if (start >= at || opener?.kind !== 'word' || isPreposition(opener.form)) return undefined
  const words = doc.tokens.slice(start, at)
  if (words.some(({ kind }) => kind !== 'word') || actorOf(doc.entities.startingAt.get(start)?.[0]))
    return undefined
  return words.some(isFiniteVerb) || opener.text.length < 3 ? undefined : { start, end: at }
}

/** «يرفض»، «لا يقبل» */
const turnsDown = ({ tokens }: StatementDoc, at: number, { word }: Trigger): boolean =>
  isOfClass('turns-down', word) ||
  (isOfClass('accepts', word) && /^[وف]?لا$/u.test(tokens[at - 1]?.text ?? ''))

/** «يرفض أي دور»: the thing, and no action behind it. */
export const refusesAny = (doc: StatementDoc, at: number, trigger: Trigger): boolean =>
  turnsDown(doc, at, trigger) &&
  doc.tokens[at + 1]?.text === 'اي' &&
  !actionNoun(doc.tokens[at + 2]?.form ?? '')

/** «رفضت القبائل عرضاً من …»، «رفضها أي رقابة»: what is refused is no action. In tokens. */
const REFUSED = 8

export function refusedThing(doc: StatementDoc, at: number, trigger: Trigger, limit: number): Bounded[] {
  if (!turnsDown(doc, at, trigger)) return []
  for (let i = at + 1; i < Math.min(limit, at + REFUSED); i++) {
    const mention = doc.entities.startingAt.get(i)?.[0]
    if (mention) i = mention.tokens.end
    while (isQuoteMark(doc.tokens[i])) i++
    const token = doc.tokens[i]
    if (!token || i >= limit || token.kind !== 'word' || isPreposition(token.form)) return []
    const any = token.text === 'اي' && doc.tokens[i + 1]?.kind === 'word'
    const stem = token.text.replace(/^ال/u, '').replace(/(?<=...)ا$/u, '')
    if (!any && !isOfClass('offer', stem)) continue
    const end = clauseEnd(doc, i, limit)
    return [{ start: i, end, zoneEnd: i, negated: false, action: { cut: 0, noun: null, verbs: [] } }]
  }
  return []
}

/** «أسبوعين» */
const hasLapse = ({ tokens }: StatementDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ form }) => isOfClass('lapse', form))
