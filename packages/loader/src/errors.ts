/** What can go wrong between a record and a database. Messages say what to do; none ever holds a password. */

export type StoreErrorCode =
  /** No Neo4j answers at the address, or it stopped answering for longer than the retry budget. */
  | 'unreachable'
  /** It answers, but other writers or want of memory kept it from the work for as long as it was tried. */
  | 'busy'
  | 'unauthorized'
  | 'no-database'
  /** An address that is not one of Neo4j's, or an option that is missing. */
  | 'bad-options'
  /** A query that the database does not understand; the message is the database's own. */
  | 'bad-cypher'
  | 'write-refused'
  | 'timeout'
  /** Another process holds the embedded store. */
  | 'locked'
  /** The JSONL truth of the embedded store, or the database, cannot be read. */
  | 'damaged'
  /** The graph was written by another version of Mithaq. */
  | 'schema-version'
  | 'bad-record'
  | 'closed'
  /** Anything else that the database reports. */
  | 'database'

export class StoreError extends Error {
  override readonly name: string = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A record that must not reach a database; `field` is the path in it, e.g. `commitments[2].due.from`. */
export class RecordError extends StoreError {
  override readonly name = 'RecordError'
  readonly record: string
  readonly field: string

  constructor(record: string, field: string, problem: string) {
    super('bad-record', `record ${record}: ${field}: ${problem}`)
    this.record = record
    this.field = field
  }
}
