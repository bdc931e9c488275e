/** The words that state a commitment, as a span of the untouched text. */
import { fold, type Span } from '@mithaq/model'
import { spanBetween, spanOf } from '../doc.ts'
import type { StatementDoc } from '../statements/statement.ts'
import type { Candidate } from './candidate.ts'

/** From the word itself: what is glued before it is no part of the clause. */
export function evidenceSpan(doc: StatementDoc, { evidence, action, trigger, cut }: Candidate): Span {
  const { start, end } = spanOf(doc, evidence)
  const glued =
    evidence.start === trigger.start
      ? cut
      : evidence.start === action.words.start && !action.noun
        ? action.cut
        : /^[وف]لا$/u.test(doc.tokens[evidence.start]!.text)
          ? 1
          : 0
  return spanBetween(doc, offsetBehind(doc, evidence.start, glued, start), end)
}

/** The offset behind some folded letters of a token. */
function offsetBehind(doc: StatementDoc, token: number, letters: number, start: number): number {
  const { end } = doc.tokens[token]!
  let offset = start
  for (let left = letters; left > 0 && offset < end; offset++) left -= fold(doc.text[offset]!).length
  while (offset < end && fold(doc.text[offset]!) === '') offset++
  return offset
}
