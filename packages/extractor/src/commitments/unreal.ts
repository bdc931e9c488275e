/** What is only supposed or asked, or was undertaken long ago, binds nobody today. */
import { addDays } from '@mithaq/model'
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import type { Candidate } from './candidate.ts'
import { clauseStart } from './clauses.ts'
import { conditionAt } from './openers.ts'
import { datesIn } from './when.ts'

/** A supposition opens close before its verb. In tokens. */
const REACH = 8

/**
 * «إذا وافقت باريس»، «بما إذا كانت تعتزم القيام»: true where the word stands in the clause that an if or a whether
 * opens.
 */
export function isSupposed({ tokens, entities }: StatementDoc, at: number, floor: number): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - REACH); i--) {
    if (isComma(tokens[i])) return false
    const condition = conditionAt(tokens, i, at)
    if (condition) return condition.type === 'if' && condition.end <= at
    if (entities.startingAt.has(i) || actionNoun(tokens[i]!.form)) continue
    const isVerb = finiteReadings(tokens[i]!.form).some(
      ({ tense, verb, object }) => tense !== 'participle' && !object && verb.lemma !== 'كان',
    )
    if (isVerb) return false
  }
  return false
}

/** Older undertakings are told as history. In days. */
const LONG_AGO = 550

/** «في عام 1975 تعهدت …»: told with a date long before publication. */
export function isHistory(doc: StatementDoc, { trigger, action }: Candidate, bounds: TokenRange): boolean {
  if (doc.published === null) return false
  const frame = { start: clauseStart(doc, trigger.start, bounds.start), end: action.words.start }
  const dates = datesIn(doc, frame)
  if (dates.length === 0) return false
  const limit = addDays(doc.published.date, -LONG_AGO)
  return dates.some(
    ({ interval, bound, basis }) =>
      basis === 'absolute' && bound === 'at' && interval.until !== null && interval.until < limit,
  )
}
