/**
 * The present tense as future: what goes on, said by those who do it («ويواصل العراق التعاون مع …»), and what a
 * date to come schedules («يزور الوزير بغداد الخميس المقبل»).
 */
import { isOfClass } from '../word-classes.ts'
import type { DateMention } from '@mithaq/model'
import { remember } from '../remember.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isInName } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, type FiniteVerb, presentForms } from '../text/morphology.ts'
import { quoteAt } from '../text/quotes.ts'
import { tokenAt, type TokenRange } from '../text/tokens.ts'
import type { Verb } from '../text/verbs.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { agrees } from '../entities/agreement.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { untilNext } from './following.ts'
import { carriedAction } from './future-action.ts'
import { meetingAfter } from './meetings.ts'
import { NOBODY } from './referent.ts'
import { antecedentOf } from './relatives.ts'
import { subjectBehind, subjectOf } from './subject.ts'
import { triggerAt } from './triggers.ts'
import { dateAt, datesIn } from './when.ts'

export const continuingAt: Pattern = (doc, at, bounds, statement, topic) => {
  const word = doc.tokens[at]!
  if (!statement || word.kind !== 'word') return []
  const form = continuingVerb(word.form)
  if (!form || !quoteAt(doc, at)) return []
  const next = doc.entities.startingAt.has(at + 1)
  const { actors } = next
    ? subjectOf(doc, at, form.person, { start: at, end: bounds.end }, statement, topic)
    : { actors: [] }
  if (actors.length === 0) return []
  return [
    present(
      doc,
      'continuing',
      at,
      form,
      { start: at, end: clauseEnd(doc, at, bounds.end) },
      actors,
      statement,
    ),
  ]
}

const continuingVerb = remember((word) =>
  finiteReadings(word).find(({ tense, verb }) => tense === 'present' && isOfClass('goes-on', verb.lemma)),
)

/** A date behind the verb, not one that frames it. */
export const scheduledAt: Pattern = (doc, at, bounds, statement, topic) => {
  const form = schedulingVerb(doc.tokens[at]!.form)
  if (!form || isInName(doc, at) || triggerAt(doc.tokens, at)?.kind === 'wish') return []
  // «التقرير الذي يبحثه المجلس غداً»: the verb has its object, and its subject stands behind it.
  if (form.object ? !subjectBehind(doc, at, bounds.end) : BLOCKED.test(doc.tokens[at - 1]?.text ?? ''))
    return []
  const whole = { start: at, end: clauseEnd(doc, at, bounds.end) }
  const end = form.object ? withinRelative(doc, whole) : untilNext(doc, whole, form.person)
  // «يقوم الوزير بزيارة إلى بيروت غداً»
  const carried = form.verb.role === 'light' ? carriedAction(doc, at, bounds.end) : null
  const verb = carried ? carried.action.verbs[0] : form.verb
  if (!verb || verb.role === 'light' || (carried && carried.at >= end)) return []
  const today = isOfDay(verb)
  const dates = datesIn(doc, { start: at, end })
  // «ويعقد على هامش القمة اجتماع لوزراء الخارجية»: of a meeting the present alone says so.
  const meets = form.verb.lemma === 'عقد' && dates.length === 0 && meetingAfter(doc, at, end) !== null
  if (!meets && !dates.some((date) => isSetDate(doc, date, today) && !isSince(doc, date))) return []
  const clause = { start: clauseStart(doc, at, bounds.start), end }
  // «ننقل الدعم اعتباراً من أول يناير»: in speech.
  const isOwn = form.person.startsWith('1')
  const subject = isOwn
    ? subjectOf(doc, at, form.person, clause, statement, topic)
    : subjectOf(doc, at, form.person, clause, undefined, NOBODY)
  // «ولايته تنتهي في أكتوبر»: of a phase only whoever is named with it is told.
  const needsSubject = isOwn || form.verb.role === 'aspect'
  if (needsSubject && (subject.actors.length === 0 || subject.indirect)) return []
  const actors =
    [subject.actors, topic.recent, headWho(doc, topic.subject, form.person)].find((ids) => ids.length > 0) ??
    []
  if (actors.length === 0) return []
  const start = subject.start ?? at
  const found = present(doc, 'scheduled', at, form, { start, end }, actors, statement)
  if (carried) return [{ ...found, action: { ...carried.action, words: { start: carried.at, end } } }]
  // «تعود الشركات الكبرى»: what goes on behind a name told with it stays with it.
  const isWhole = subject.behind && !isAdjective(doc, subject.behind.end)
  const thing = subject.thing ?? (form.object && antecedentOf(doc, at))
  const told = { ...(subject.behind && isWhole && { subject: subject.behind }), ...(thing && { thing }) }
  return [{ ...found, action: { ...found.action, ...told } }]
}

/** «التقرير الذي يبحثه المجلس غداً | أن الأزمة خطيرة»: what follows belongs to the verb outside. */
function withinRelative({ tokens }: StatementDoc, { start, end }: TokenRange): number {
  for (let i = start + 1; i < end; i++) if (/^[وف]?ان(?:ه|ها|هم)?$/u.test(tokens[i]!.text)) return i
  return end
}

/** «الكبرى»: no name, no day and no «إلى». */
const isAdjective = (doc: StatementDoc, at: number): boolean =>
  /^ال.{3,}/u.test(doc.tokens[at]?.text ?? '') &&
  !isPreposition(doc.tokens[at]!.form) &&
  !doc.entities.startingAt.has(at) &&
  dateAt(doc, at) === undefined

/** «وألغى المبعوث رحلته، إذ يتوجه غداً إلى صعدة»: who did the sentence's first deed, where he agrees. */
const headWho = (
  doc: StatementDoc,
  ids: readonly string[],
  person: FiniteVerb['person'],
): readonly string[] => (ids.length === 1 && agrees(doc, ids[0]!, person) ? ids : [])

const schedulingVerb = remember((word) => {
  const readings = finiteReadings(word)
  // Who says something today has said it.
  if (readings.some(({ verb }) => verb.role === 'report' || isOfClass('stands', verb.lemma))) return undefined
  const forms = presentForms(word)
  const form =
    forms.find(({ verb }) => verb.role === 'action' || verb.role === 'aspect') ??
    forms.find(({ verb }) => verb.lemma === 'قام')
  // «أعلن» has done so before it is «I announce».
  const isOwn = form?.person.startsWith('1')
  if (isOwn && (form?.person === '1s' || readings.some(({ tense }) => tense === 'past'))) return undefined
  return form && !actionNoun(word) ? form : undefined
})

const BLOCKED = /^[وف]?(?:لم|لا|ما|كان|كانت|ان|الذي|التي|الذين|قد)$/u

/** «يغادر اليوم»، «يواصل المجلس الليلة مناقشته»: who travels, meets or goes on with something may do so today. */
const isOfDay = ({ lemma, role, event }: Verb): boolean =>
  role === 'aspect' || event === 'CONSULT' || isOfClass('reaches', lemma) || isOfClass('leaves', lemma)

/** A day, month or year to come that the verb may happen in, or a time from now, or the day itself. */
function isSetDate(
  { published }: StatementDoc,
  { interval: { from, until }, bound }: DateMention,
  today: boolean,
): boolean {
  if (published === null || bound === 'after') return false
  // «ترفع اللجنة تقريرها خلال ثلاثة أسابيع»
  if (bound === 'until' || bound === 'before') return until !== null && until > published.date
  return from !== null && (from > published.date || (today && from === published.date))
}

/** «يسيطرون على الموانئ منذ يوليو»: it goes on already. */
const isSince = ({ tokens }: StatementDoc, { start }: DateMention): boolean => {
  const at = tokenAt(tokens, start)
  return [at, at - 1, at - 2].some((i) => tokens[i]?.text === 'منذ')
}

function present(
  doc: StatementDoc,
  rule: string,
  at: number,
  form: FiniteVerb,
  evidence: TokenRange,
  committers: readonly string[],
  statement: StatementNote | undefined,
): Candidate {
  const noun = form.verb.nouns[0] ?? null
  const cut = noun === null ? form.cut : doc.tokens[at]!.text.length
  return {
    rule,
    trigger: { start: at, end: at + 1 },
    cut: form.cut,
    evidence,
    action: { words: { start: at, end: evidence.end }, cut, noun, verbs: [form.verb] },
    kind: 'plan',
    polarity: 'positive',
    certainty: 'certain',
    committers,
    statement,
  }
}
