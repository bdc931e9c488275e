/** What is ruled out by its noun alone: «لا تراجع عن القرار»، «لا تفاوض تحت النار»، «لا زيادة في الأسعار». */
import { actionNoun } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { bodiesOf } from './referent.ts'

export const absoluteAt: Pattern = (doc, at, bounds, statement) => {
  const { tokens } = doc
  const start = at + 1
  if (!statement || !/^[وف]?لا$/u.test(tokens[at]!.text) || start >= bounds.end) return []
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
