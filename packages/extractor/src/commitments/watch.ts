/** What the pass over the sentences tells, where somebody asks, of each candidate for a commitment. */
import type { TokenRange } from '../text/tokens.ts'
import type { Candidate } from './candidate.ts'
import type { CommitmentNote } from './commitment-note.ts'
import type { Topic } from './referent.ts'

/**
 * Why a candidate is no commitment: it stands in an if or a whether; it is denied; its words are another one's; it was
 * undertaken long ago; who does it only observes; nobody is known who is bound; nothing is left of its action.
 */
export type Refusal = 'supposed' | 'denied' | 'taken' | 'history' | 'observer' | 'unbound' | 'short'

/** A candidate at the moment at which it is decided. */
export interface Seen {
  candidate: Candidate
  /** What its clause may not cross. */
  bounds: TokenRange
  /** What the article had said by then. */
  topic: Topic
  outcome: CommitmentNote | Refusal
}

export type Watch = (seen: Seen) => void
