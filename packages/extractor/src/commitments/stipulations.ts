/** Terms that an agreement adds behind a comma: «، على أن تدخل حيز التنفيذ في الأول من أيلول». */
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { subjectIn } from '../statements/sources.ts'
import type { TokenRange } from '../text/tokens.ts'
import { nounOfVerb } from './action.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { bodiesOf, type Topic } from './referent.ts'

export const stipulationAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const verb = at + 2
  if (tokens[at]!.text !== 'علي' || tokens[at + 1]?.text !== 'ان' || verb >= bounds.end) return []
  if (tokens[at - 1]?.kind !== 'mark' || !/^[يت].{2,}$/u.test(tokens[verb]!.text)) return []
  const committers = partiesOf(doc, { start: bounds.start, end: at }, statement, topic)
  if (committers.length === 0) return []
  const end = clauseEnd(doc, verb, bounds.end)
  return [
    {
      rule: 'stipulation',
      trigger: { start: at, end: at + 2 },
      cut: 0,
      evidence: { start: verb, end },
      action: nounOfVerb(doc, { start: verb, end }),
      kind: committers.length > 1 ? 'agreement' : 'plan',
      polarity: 'positive',
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
