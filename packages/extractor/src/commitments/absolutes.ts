/** What is ruled out by its noun alone: «لا تراجع عن القرار»، «لا تفاوض تحت النار»، «لا زيادة في الأسعار». */
import { actionNoun } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { bodiesOf } from './referent.ts'

const NO = /^[وف]?لا$/u

export const absoluteAt: Pattern = (doc, at, bounds, statement) => {
  const { tokens } = doc
  const start = at + 1
  if (!statement || !NO.test(tokens[at]!.text) || start >= bounds.end) return []
  const openness = isOfClass('no-objection', tokens[start]!.text)
  if (openness) return openTo(doc, at, bounds.end, statement)
  const noun = actionNoun(tokens[start]!.text)
  if (!noun || noun.cut > 0 || noun.definite || noun.pronoun || doc.entities.startingAt.has(start)) return []
  // «لا تراجع الحكومة حساباتها» has a verb: a noun stands alone, or before a preposition.
  const [verb] = noun.verbs
  if (!verb || (verb.role !== 'action' && verb.role !== 'aspect') || !isOfClass('ruled-out', noun.stem))
    return []
  const committers = bodiesOf(doc, statement.sources)
  if (committers.length === 0) return []
  const end = clauseEnd(doc, start, bounds.end)
  return [
    {
      rule: 'absolute',
      trigger: { start: at, end: start },
      cut: tokens[at]!.text.length - 2,
      evidence: { start: at, end },
      action: { words: { start, end }, cut: 0, noun: null, verbs: noun.verbs },
      kind: 'refusal',
      polarity: 'negative',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

/** Between «لا مانع» and what it leaves open. In tokens. */
const NEAR = 5

/** «لا مانع لدينا من استئناف الحوار»: who does not object is open to it. */
function openTo(doc: StatementDoc, at: number, limit: number, statement: StatementNote): Candidate[] {
  const committers = bodiesOf(doc, statement.sources)
  for (let i = at + 2; i < Math.min(limit - 1, at + NEAR); i++) {
    const noun = isPreposition(doc.tokens[i]!.text) ? actionNoun(doc.tokens[i + 1]!.text) : undefined
    if (!noun || noun.cut > 0 || committers.length === 0) continue
    const end = clauseEnd(doc, i + 1, limit)
    return [
      {
        rule: 'absolute',
        trigger: { start: at, end: at + 2 },
        cut: doc.tokens[at]!.text.length - 2,
        evidence: { start: at, end },
        action: { words: { start: i + 1, end }, cut: 0, noun: null, verbs: noun.verbs },
        kind: 'pledge',
        polarity: 'positive',
        certainty: 'probable',
        committers,
        statement,
      },
    ]
  }
  return []
}
