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

export interface Answer {
  rows: Record<string, unknown>[]
  created: { nodes: number; relations: number }
}

export interface Statement {
  cypher: string
  params: Record<string, unknown>
}

/** One write transaction; what it did is there wholly or not at all. */
export interface Transaction {
  run(cypher: string, params?: Record<string, unknown>): Promise<Answer>
  /** One after the other, without waiting for the answers in between where the database allows that. */
  runAll(statements: readonly Statement[]): Promise<Answer[]>
}

export interface Database {
  /** A plain value as the database takes it for a property of that type. */
  readonly encode: (value: Plain, type: PropertyType) => unknown
  /** Runs `work` in a transaction and commits; `work` may be run again when the commit was not acknowledged. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Runs a query that cannot write. */
  read(cypher: string, params: Record<string, unknown>, limits: Required<QueryLimits>): Promise<Table>
  close(): Promise<void>
}
