/** What a database must be able to do for the loader; everything above it is written once for both. */
import type { PropertyType, Table } from '@mithaq/model'
import type { QueryLimits } from './store.ts'

/** A value as records and answers have it: dates are ISO days, points `{ latitude, longitude }`. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | { readonly latitude: number; readonly longitude: number }

/** A row of an answer, by the names of its columns. */
export type Row = Record<string, unknown>

/** How many a statement created. */
export interface Created {
  nodes: number
  relations: number
}

export interface Statement {
  cypher: string
  params: Record<string, unknown>
}

/** One write transaction; what it did is there wholly or not at all. Statements are run in the order they were given. */
export interface Transaction {
  run(cypher: string, params?: Record<string, unknown>): Promise<{ rows: Row[] }>
  /** The rows of a question one after the other, so that they need not all be held; others may be asked in between. */
  stream(statement: Statement): AsyncIterable<Row>
  /** Without waiting for it, so that the database works while the next is made ready; what fails is told by `sent`. */
  send(statement: Statement): void
  /** Until all that was sent is done. */
  sent(): Promise<void>
  /** By what was sent and is done. */
  readonly created: Created
}

/** Both called again before they are done, they keep the order. */
interface Execution {
  /** Runs a statement that has no answer. */
  execute: (statement: Statement) => Promise<Created>
  stream: (statement: Statement) => AsyncIterable<Row>
}

export function createTransaction({ execute, stream }: Execution): Transaction {
  const created = { nodes: 0, relations: 0 }
  let pending: Promise<unknown>[] = []
  return {
    created,
    async run(cypher, params = {}) {
      const rows: Row[] = []
      for await (const row of stream({ cypher, params })) rows.push(row)
      return { rows }
    },
    stream,
    send(statement) {
      const done = execute(statement).then(({ nodes, relations }) => {
        created.nodes += nodes
        created.relations += relations
      })
      // Told by `sent`, or by the statement after it.
      done.catch(() => undefined)
      pending.push(done)
    },
    async sent() {
      const all = pending
      pending = []
      await Promise.all(all)
    },
  }
}

export interface Database {
  /** A plain value as the database takes it for a property of that type. */
  readonly encode: (value: Plain, type: PropertyType) => unknown
  /** The beginning of a question: it finds as `n` the nodes of a label that have one of these keys (`_keys`), each once. */
  readonly findKeyed: (label: 'Article' | 'Commitment', keys: readonly string[]) => Statement
  /** Runs `work` in a transaction and commits; `work` may be run again when the commit was not acknowledged. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Runs a query that cannot write. */
  read(cypher: string, params: Record<string, unknown>, limits: Required<QueryLimits>): Promise<Table>
  close(): Promise<void>
}
