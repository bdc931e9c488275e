/** Verbs that و joins to a future are future too: «ستبني الحكومة مدارس وتفتح مستشفيات، وترمم الطرق». */
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings, type FiniteVerb, presentForms } from '../text/morphology.ts'
import { isComma, type Token, type TokenRange } from '../text/tokens.ts'
import { nounOfVerb } from './action.ts'
import type { Pattern } from './candidate.ts'
import { mayAgree } from '../entities/agreement.ts'
import { clauseEnd, isDuring } from './clauses.ts'
import { carriedAction } from './future-action.ts'
import { isMeeting } from './meetings.ts'
import { subjectBehind } from './subject.ts'

/** «…، قبل أن يتوجه إلى الرياض» */
const isBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'ان' && tokens[at - 2]?.text === 'قبل'

/** «سيزور عمّان | قبل أن يحضر مؤتمراً في روما»: what the same will do next is another deed. */
export function untilNext(
  { tokens }: StatementDoc,
  { start, end }: TokenRange,
  person: FiniteVerb['person'],
): number {
  for (let i = start + 1; i < end - 2; i++) {
    if (tokens[i]!.text !== 'قبل' || tokens[i + 1]!.text !== 'ان') continue
    const isDeed = finiteReadings(tokens[i + 2]!.form).some(
      (form) =>
        form.tense === 'present' && form.person === person && !/^(?:state|report)$/u.test(form.verb.role),
    )
    if (isDeed) return tokens[i - 1]!.kind === 'mark' ? i - 1 : i
  }
  return end
}

export const followingAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const word = tokens[at]!
  const { going } = topic
  if (!going || word.kind !== 'word' || doc.entities.startingAt.has(at)) return []
  const from = isBefore(tokens, at) ? at - 2 : at
  const joins = from === going.end || (from === going.end + 1 && isComma(tokens[from - 1]))
  const within = from < at
  if (!joins || actionNoun(word.form)) return []
  const forms = finiteReadings(word.form)
  const form = presentForms(word.form).find(
    ({ conjunction, verb, person }) =>
      (conjunction || within) &&
      verb.role !== 'report' &&
      verb.role !== 'state' &&
      // «سيقدم خياماً وأغطية»: no «I cover».
      person !== '1s',
  )
  if (!form || forms.some(({ verb }) => verb.role === 'report')) return []
  // «وتفتح مستشفيات»: only a name is surely the subject, and not what is opened.
  const behind = subjectBehind(doc, at, bounds.end)
  const named = behind?.actors.every((id) => doc.entities.byId.get(id)?.named) ? behind : null
  const committers = named?.actors ?? topic.recent
  if (committers.length === 0) return []
  const end = clauseEnd(doc, at, bounds.end)
  const carried = form.verb.role === 'light' ? carriedAction(doc, at, end) : null
  if (form.verb.role === 'light' && (!carried || carried.passive)) return []
  const noun = form.verb.nouns[0]
  const words = { start: at, end }
  return [
    {
      rule: 'following',
      trigger: { start: at, end: at + 1 },
      cut: form.cut,
      evidence: words,
      action: carried
        ? { ...carried.action, words: { start: carried.at, end } }
        : {
            ...nounOfVerb(doc, words),
            ...(noun === undefined ? {} : { cut: word.text.length, noun, verbs: [form.verb] }),
            ...(named?.behind && { subject: named.behind }),
          },
      kind: going.kind,
      polarity: going.polarity,
      certainty: going.certainty,
      committers,
      statement,
    },
  ]
}

/** The visit that «خلالها» points back to stands this near. In tokens. */
const VISIT = 24

/** «بدأ وزير الدفاع السوداني جولة تشمل الأردن وسوريا، ينقل خلالها رسائل …»: of whom the sentence tells, or bound last. */
export const duringAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  if (!isDuring(tokens[at + 1]) || doc.entities.startingAt.has(at)) return []
  const form = presentForms(tokens[at]!.form).find(({ verb }) => verb.role === 'action')
  if (!form || !isVisitBefore(doc, at, bounds.start)) return []
  const subject = subjectBehind(doc, at + 1, bounds.end, form.person)?.actors ?? []
  const committers = [subject, topic.recent, topic.subject].find(
    (ids) => ids.length > 0 && (ids.length > 1 || mayAgree(doc, ids[0]!, form.person)),
  )
  if (!committers) return []
  const clause = { start: at, end: clauseEnd(doc, at, bounds.end) }
  const words = { start: at, end: untilNext(doc, clause, form.person) }
  const noun = form.verb.nouns[0]
  return [
    {
      rule: 'following',
      trigger: { start: at, end: at + 1 },
      cut: form.cut,
      evidence: words,
      action: {
        ...nounOfVerb(doc, words),
        ...(noun !== undefined && { cut: tokens[at]!.text.length, noun, verbs: [form.verb] }),
        light: { start: at + 1, end: at + 2 },
      },
      kind: 'plan',
      polarity: 'positive',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

function isVisitBefore({ tokens }: StatementDoc, at: number, floor: number): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - VISIT); i--) if (isMeeting(tokens[i]!)) return true
  return false
}
