/** Why something that a model proposed is left out. */
import type { Span } from '@mithaq/model'

/** In the order of reports. The message completes «left out: …». */
export const REASONS = {
  malformed: 'not in the shape that was asked for',
  'cut-off': 'the rest of an answer that was too long',
  unaligned: 'words that the article does not have',
  'crosses-sentences': 'words of more than one sentence',
  furniture: 'words of the furniture of the page',
  unresolved: 'names of nobody that could be told',
  undated: 'words that tell no day',
  duplicate: 'proposed twice',
} as const

export type Reason = keyof typeof REASONS

export interface Rejection {
  reason: Reason
  /** What it was to be; a role alone may be left out of a proposal that stands. */
  part:
    | 'answer'
    | 'commitment'
    | 'trigger'
    | 'action'
    | 'committer'
    | 'creditor'
    | 'place'
    | 'begins'
    | 'due'
    | 'condition'
    | 'source'
  /** The model's own words, shortened; they reach no graph. */
  said: string
  span?: Span
}

/** In UTF-16 units. */
const LONGEST_SAID = 120

export const rejection = (
  reason: Reason,
  part: Rejection['part'],
  said: string,
  span?: Span | null,
): Rejection => ({ reason, part, said: said.slice(0, LONGEST_SAID), ...(span && { span }) })
