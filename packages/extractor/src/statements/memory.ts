/** What the pass over the sentences remembers from one to the next. */
import type { StatementNote } from './statement.ts'

export interface Memory {
  /** The last statement: «وأضاف» goes on with its source. */
  last: StatementNote | undefined
  /** The last one of the sentences before: «الرجل». */
  earlier: StatementNote | undefined
  /** Who issued the document that «البيان» will refer to. */
  issuers: readonly string[]
}
