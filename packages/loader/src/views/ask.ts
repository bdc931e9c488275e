/** How views ask the store: rows as objects, without the limits that are for people's questions. */
import type { GraphStore } from '../store.ts'

/** Whatever answers questions. */
export type Asked = Pick<GraphStore, 'query'>

const LIMITS = { maxRows: 1_000_000, timeoutMs: 60_000 }

export async function ask<Row>(
  store: Asked,
  cypher: string,
  params: Record<string, unknown> = {},
): Promise<Row[]> {
  const { columns, rows } = await store.query(cypher, params, LIMITS)
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])) as Row)
}

/** Without what the graph does not know, as the views have it. */
export function known<T extends object>(values: T): Known<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Known<T>
}

type Known<T> = { [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>
}
