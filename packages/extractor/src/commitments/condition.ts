/** On what condition: «شرط أن …»، «إذا …»، «وفقاً للظروف …», in the clause or before it in its sentence. */
import type { StatementDoc } from '../statements/statement.ts'
import type { TokenRange } from '../text/tokens.ts'
import { clauseEnd, isComma } from './clauses.ts'
import { conditionAt } from './openers.ts'

/** The tokens of the condition, its opening word included, or null. */
export function conditionOf(doc: StatementDoc, clause: TokenRange, frame: TokenRange): TokenRange | null {
  return conditionIn(doc, clause) ?? conditionIn(doc, frame)
}

function conditionIn(doc: StatementDoc, { start, end }: TokenRange): TokenRange | null {
  for (let i = start; i < end; i++) {
    const cue = conditionAt(doc.tokens, i, end)
    // «ما إذا كان» asks, it sets no condition.
    if (!cue || /^(?:ما|عما)$/u.test(doc.tokens[i - 1]?.text ?? '')) continue
    const isSource = doc.statements.some(({ cue: { start: at } }) => at === i)
    if (isSource) continue
    const stop = clauseEnd(doc, i, end)
    let comma = cue.end + 1
    while (comma < stop && !isComma(doc.tokens[comma])) comma++
    return { start: i, end: comma < stop ? comma : stop }
  }
  return null
}
