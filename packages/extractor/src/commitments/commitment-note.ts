/** A commitment on its way to the record and to triples. */
import type { Commitment, Span } from '@mithaq/model'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import type { When } from './when.ts'
import type { PlacedRole } from './where.ts'

/** A commitment with the words behind each of its roles. */
export interface CommitmentNote {
  record: Commitment
  statement: StatementNote | undefined
  /** No words of the clause name the committers. */
  implied?: true
  when: When
  places: readonly PlacedRole[]
  /** Mentions by which creditors and those concerned were read. */
  others: Readonly<Record<string, Span>>
}

export interface CommitmentDoc extends StatementDoc {
  readonly commitments: readonly CommitmentNote[]
}
