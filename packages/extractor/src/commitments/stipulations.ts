/** Terms that an agreement adds behind a comma: «، على أن تدخل حيز التنفيذ في الأول من أيلول». */
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { subjectIn } from '../statements/sources.ts'
import { presentReading } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { nounOfVerb } from './action.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { bodiesOf, type Topic } from './referent.ts'
import { subjectBehind } from './subject.ts'

export const stipulationAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const verb = at + 2
  if (tokens[at]!.text !== 'علي' || !/^(?:ان|الا)$/u.test(tokens[at + 1]?.text ?? '') || verb >= bounds.end)
    return []
  if (tokens[at - 1]?.kind !== 'mark' || !/^[يت].{2,}$/u.test(tokens[verb]!.text)) return []
  const end = clauseEnd(doc, verb, bounds.end)
  // «تكون هذه الزيادة قابلة للإيقاف» says how it is.
  if (presentReading(tokens[verb]!.form)?.verb?.lemma === 'كان') return []
  // «على أن توفر المفوضية الكوادر»: who is named for the term is bound by it, the parties by the rest.
  const named = isPassive(doc, verb) ? null : subjectBehind(doc, verb, end)
  const committers = named?.actors ?? partiesOf(doc, { start: bounds.start, end: at }, statement, topic)
  if (committers.length === 0) return []
  return [
    {
      rule: 'stipulation',
      trigger: { start: at, end: at + 2 },
      cut: 0,
      evidence: { start: verb, end },
      action: { ...nounOfVerb(doc, { start: verb, end }), ...(named?.behind && { subject: named.behind }) },
      kind: committers.length > 1 || named ? 'agreement' : 'plan',
      polarity: tokens[at + 1]!.text === 'الا' || tokens[verb]!.text === 'لا' ? 'negative' : 'positive',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

function partiesOf(
  doc: StatementDoc,
  clause: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  if (topic.recent.length > 0) return topic.recent
  const subject = subjectIn(doc, { start: clause.start, end: Math.min(clause.end, clause.start + 8) })
  return subject.length > 0 ? subject : bodiesOf(doc, statement?.sources ?? [])
}

/** «يُفتتح المركز»: of the verbs whose present takes no damma otherwise, the vowel sign tells. */
function isPassive({ tokens, text }: StatementDoc, at: number): boolean {
  const { start, end, text: word } = tokens[at]!
  const lemma = presentReading(word)?.verb?.lemma ?? ''
  return /^[ات]/u.test(lemma) && /^[يتن]\u064f/u.test(text.slice(start, end))
}
