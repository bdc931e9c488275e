/** A whole graph as plain lines, to be compared. */
import { NODE_LABELS } from '@mithaq/model'
import type { GraphStore } from '../src/index.ts'

const ALL = { maxRows: 1_000_000, timeoutMs: 60_000 }

export interface Snapshot {
  nodes: string[]
  relations: string[]
}

/** Every node with its labels and properties, every relation with its ends and properties, in one order. */
export async function snapshot(store: GraphStore): Promise<Snapshot> {
  const vocabulary = NODE_LABELS.map((label) => `n:${label}`).join(' OR ')
  const nodes = await store.query(`MATCH (n) WHERE ${vocabulary} RETURN n`, {}, ALL)
  const relations = await store.query(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties',
    {},
    ALL,
  )
  return { nodes: lines(nodes.rows), relations: lines(relations.rows) }
}

const lines = (rows: readonly unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort()
