/** What is only supposed or asked, or was undertaken long ago, binds nobody today. */
import { addDays, type DateMention } from '@mithaq/model'
import { isInName } from '../entities/mention-index.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import { quoteAt } from '../text/quotes.ts'
import { isComma, tokenAt, type TokenRange } from '../text/tokens.ts'
import type { Candidate } from './candidate.ts'
import { clauseStart } from './clauses.ts'
import { conditionAt } from './openers.ts'
import { comesBy, datesIn } from './when.ts'

/** A supposition opens close before its verb. In tokens. */
const REACH = 8

/**
 * «إذا وافقت باريس»، «بما إذا كانت تعتزم القيام»: true where the word stands in the clause that an if or a whether
 * opens.
 */
export function isSupposed(doc: StatementDoc, at: number, floor: number): boolean {
  const { tokens, entities } = doc
  // «إذا طلب الوفد الحضور ووافقت الوزارة»: the second of two suppositions.
  const joined = tokens[at]!.text.startsWith('و') && isPast(doc, at)
  for (let i = at - 1; i >= Math.max(floor, at - REACH); i--) {
    if (isComma(tokens[i])) return false
    const condition = conditionAt(tokens, i, at)
    if (condition) return condition.type === 'if' && condition.end <= at
    if (entities.startingAt.has(i) || actionNoun(tokens[i]!.form)) continue
    const isVerb = finiteReadings(tokens[i]!.form).some(
      ({ tense, verb, object }) => tense !== 'participle' && !object && verb.lemma !== 'كان',
    )
    if (isVerb && !joined) return false
  }
  return false
}

/** «من يتخيل أننا سنستغني عن المستورد»، «لو كنت أعلم أن غيري سيكتب»: it is not so. In tokens. */
const IMAGINED = 4
export function isImagined({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - IMAGINED); i--)
    if (/^ان(?:نا|ه|ها|هم)?$/u.test(tokens[i]!.text))
      return (
        finiteReadings(tokens[i - 1]?.form ?? '').some(({ verb }) => isOfClass('imagines', verb.lemma)) ||
        tokens.slice(Math.max(0, i - IMAGINED), i).some(({ text }) => /^[وف]?لو$/u.test(text))
      )
  return false
}

/** «هل سمعتم أحداً يقول إننا سنقلب الطاولة؟»: asked, in a quotation too. */
export function isAsked(doc: StatementDoc, at: number): boolean {
  const { tokens } = doc
  const quote = quoteAt(doc, at)
  if (!quote) return false
  const last = tokens[quote.end - 1]!
  const isMark = /^[»”"]$/u.test(last.text) ? tokens[quote.end - 2] : last
  if (!/^[؟?]$/u.test(isMark?.text ?? '')) return false
  // Of several sentences in it the last asks.
  return !tokens.slice(at, quote.end - 2).some(({ text }) => /^[.!]$/u.test(text))
}

/** Older undertakings are told as history. In days. */
const LONG_AGO = 550
/** So are those of some weeks ago that the past tense tells of and that are not to be done by a day still to come. */
const WEEKS_AGO = 25
const THEN = /^(?:حينها|حينه|يومها|انذاك|وقتها|حينذاك|وقتذاك)$/u

/** «في عام 1975 تعهدت …»، «وعد في حزيران الماضي بـ»، «تعهدت حينها»: told with a date well before publication. */
export function isHistory(doc: StatementDoc, candidate: Candidate, bounds: TokenRange): boolean {
  const { trigger, action, evidence, rule, kind } = candidate
  if (doc.published === null) return false
  const frames = [isThenDone, isOfAge]
  if (isOfYear(doc, candidate) || frames.some((tells) => tells(doc, candidate, bounds.start))) return true
  if (
    rule === 'performative-verb' &&
    kind !== 'agreement' &&
    isPast(doc, trigger.start) &&
    !comesBy(doc, evidence)
  ) {
    const told = { start: trigger.start, end: action.words.start }
    if (doc.tokens.slice(told.start, told.end).some(({ text }) => THEN.test(text))) return true
    const before = addDays(doc.published.date, -WEEKS_AGO)
    const isOver = datesIn(doc, evidence).some(
      (date) =>
        date.bound === 'at' &&
        date.interval.until !== null &&
        date.interval.until < before &&
        !isOfThing(doc, date),
    )
    if (isOver && !isUnfinished(doc, evidence)) return true
  }
  const frame = { start: clauseStart(doc, trigger.start, bounds.start), end: action.words.start }
  const dates = datesIn(doc, frame)
  if (dates.length === 0) return false
  const limit = addDays(doc.published.date, -LONG_AGO)
  return dates.some((date) => {
    const { interval, bound, basis } = date
    return (
      basis === 'absolute' &&
      !isOfThing(doc, date) &&
      bound === 'at' &&
      interval.until !== null &&
      interval.until < limit
    )
  })
}

/** «في عهد الملك فاروق قررت مصر …»: an age that is told of as past. */
function isOfAge(doc: StatementDoc, { trigger, evidence, rule }: Candidate, floor: number): boolean {
  if (rule !== 'performative-verb' || !isPast(doc, trigger.start)) return false
  for (let i = trigger.start - 1; i > Math.max(floor, trigger.start - LEFT); i--)
    if (isOfClass('age', doc.tokens[i]!.form) && /^[وف]?(?:في|خلال|منذ|الي)$/u.test(doc.tokens[i - 1]!.text))
      return !comesBy(doc, evidence)
  return false
}

/** «… منذ يونيو، عندما وقعت الحكومة والمتمردون اتفاقاً لوقف القتال»: a time of the story. */
function isThenDone(doc: StatementDoc, { trigger, evidence, rule }: Candidate, floor: number): boolean {
  if (!rule.startsWith('performative')) return false
  for (let i = trigger.start - 1; i >= Math.max(floor, trigger.start - REACH) && !isComma(doc.tokens[i]); i--)
    if (/^[وف]?(?:عندما|حينما)$/u.test(doc.tokens[i]!.text))
      return isPast(doc, i + 1) && !comesBy(doc, evidence)
  return false
}

/** «قرار قمة الجزائر 2005 بإنشاء …»: the year that is a part of its name. */
const isOfYear = ({ tokens, published }: StatementDoc, { trigger, action, rule }: Candidate): boolean =>
  rule === 'performative-noun' &&
  tokens
    .slice(trigger.end, action.words.start)
    .some(({ text }) => /^(?:19|20)\d\d$/u.test(text) && Number(text) < Number(published?.date.slice(0, 4)))

/** «الاتفاق الموقع عام 2015»، «القانون الصادر في مارس»: when a thing came about. */
function isOfThing(doc: StatementDoc, { start }: DateMention): boolean {
  const { tokens } = doc
  for (let i = tokenAt(tokens, start) - 1, most = 3; i >= 0 && most > 0; i--, most--) {
    const { text } = tokens[i]!
    // «الأمم المتحدة عام 1948»
    if (isInName(doc, i)) return false
    if (/^(?:في|عام|سنه|منذ|يوم|بتاريخ|شهر|خلال)$/u.test(text)) continue
    return (
      /^ال.{3,}$/u.test(text) && finiteReadings(text.slice(2)).some(({ tense }) => tense === 'participle')
    )
  }
  return false
}

/** «وعدت روما بإرسال 280 مدرباً لم يصل منهم إلا ثلاثون»: long ago, and still owed. */
function isUnfinished({ tokens }: StatementDoc, { start, end }: TokenRange): boolean {
  for (let i = start; i < end; i++)
    if (/^[وف]?لم$/u.test(tokens[i]!.text))
      return tokens
        .slice(i, Math.min(tokens.length, i + LEFT))
        .some(({ text }) => /^(?:الا|سوي|غير|بعد)$/u.test(text))
  return false
}
/** In tokens. */
const LEFT = 14

const isPast = ({ tokens }: StatementDoc, at: number): boolean =>
  finiteReadings(tokens[at]!.form).some(({ tense }) => tense === 'past')
