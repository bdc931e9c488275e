/** What a word undertakes that governs no action: the deed that it is itself, or the thing that it turns down. */
import type { StatementDoc } from '../statements/statement.ts'
import { actorOf } from '../entities/mention-index.ts'
import { nounReadings } from '../text/clitics.ts'
import { actionNoun, isFiniteVerb, presentReading } from '../text/morphology.ts'
import { isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { isEmpty } from './complement-at.ts'
import { subjectBefore } from '../statements/sources.ts'
import { verbCueAt } from '../statements/cues.ts'
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

/** «تمسك الكتلة بحكومة الوحدة»، «أكد الحزب التمسك بالدستور»: what is kept is no action, and may be a name. */
export function keptThing(doc: StatementDoc, last: number, trigger: Trigger, limit: number): Bounded[] {
  const { tokens, entities } = doc
  const word = trigger.word.split(' ').at(-1)!
  if (!isOfClass('keeps-to', word) || (trigger.type === 'verb' && !trigger.tail)) return []
  const owner = entities.startingAt.get(last + 1)?.[0]
  const i = owner && owner.proclitics.length === 0 ? owner.tokens.end : last + 1
  // «ضرورة الالتزام بالقانون»: without an owner it is kept only by who says so.
  if (owner === undefined && tokens[last]!.text.startsWith('ال') && !isSaidBy(doc, last)) return []
  const kept = i < limit ? tokens[i]! : undefined
  const isKept =
    kept &&
    nounReadings(kept.form).some(({ stem, proclitics }) => proclitics.at(-1) === 'ب' && !isEmpty(stem))
  if (!isKept) return []
  const end = clauseEnd(doc, i, limit)
  return [{ start: i, end, zoneEnd: i, negated: false, action: { cut: 1, noun: null, verbs: [] } }]
}

/** «أكد رئيس الحزب (على) التمسك بـ»: right behind whoever says so. */
function isSaidBy(doc: StatementDoc, noun: number): boolean {
  const end = doc.tokens[noun - 1]?.text === 'علي' ? noun - 1 : noun
  const who = subjectBefore(doc, end, Math.max(0, end - SAID))
  if (who?.end !== end) return false
  for (let i = who.start; i >= Math.max(0, end - SAID); i--) {
    const cue = doc.entities.startingAt.has(i) ? null : verbCueAt(doc.tokens, i)
    if (cue) return cue.act !== 'demand' && cue.act !== 'deny' && !isOfClass('judges', cue.verb.verb.lemma)
  }
  return false
}
/** A title and a name. In tokens. */
const SAID = 10

/** «وقع قراراً يمنع تصدير السلاح»، «أصدر مرسوماً يعفي المزارعين»: what the paper behind the verb does. */
export function doneByPaper(doc: StatementDoc, last: number, trigger: Trigger, limit: number): Bounded[] {
  const i = last + 1
  if (trigger.type !== 'verb' || !trigger.tail || trigger.kind !== 'decision' || i >= limit) return []
  const reading = doc.entities.startingAt.has(i) ? undefined : presentReading(doc.tokens[i]!.form)
  if (!reading?.person.startsWith('3') || !isOfClass('forbids', reading.verb?.lemma ?? '')) return []
  const noun =
    i + 1 < limit && !doc.entities.startingAt.has(i + 1) ? actionNoun(doc.tokens[i + 1]!.form) : undefined
  if (!noun || noun.cut > 0) return []
  const end = clauseEnd(doc, i + 1, limit)
  return [
    { start: i + 1, end, zoneEnd: i + 1, negated: true, action: { cut: 0, noun: null, verbs: noun.verbs } },
  ]
}

/** «أسبوعين» */
const hasLapse = ({ tokens }: StatementDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ form }) => isOfClass('lapse', form))
