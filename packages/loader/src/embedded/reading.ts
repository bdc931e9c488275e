/** What the process that reads and the one that asks say to each other. */
import type { Table } from '@mithaq/model'
import type { StoreErrorCode } from '../errors.ts'

export interface Asked {
  number: number
  cypher: string
  params: Record<string, unknown>
  maxRows: number
}

export type Told =
  | { number: number; table: Table }
  | { number: number; error: { code: StoreErrorCode; message: string } }
