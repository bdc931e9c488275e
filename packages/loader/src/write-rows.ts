/** Rows as UNWIND statements. Labels and types come from the vocabulary, never from a record. */
import { type NodeLabel, NODES, type PropertyType, type Relation, RELATIONS } from '@mithaq/model'
import type { Plain, Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { NodeRow, Properties, RelationRow } from './rows.ts'
import type { Encode } from './write-batch.ts'

/** What Neo4j takes best at a time: 100 and 10,000 were slower. */
const ROWS = 1_000

/** Runs a statement over `$rows`, a thousand at a time. */
export async function unwind(tx: Transaction, cypher: string, rows: readonly unknown[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS)
    await tx.run(`UNWIND $rows AS row ${cypher}`, { rows: rows.slice(from, from + ROWS) })
}

/** Nodes that are there get exactly these properties, others are created. */
export async function writeNodes(tx: Transaction, encode: Encode, rows: readonly NodeRow[]): Promise<void> {
  for (const [label, group] of groupBy(rows, ({ label }) => label)) {
    const unique = new Map(group.map((row) => [row.id, row]))
    await unwind(
      tx,
      `MERGE (n:${label} {id: row.id}) SET n = row.properties`,
      [...unique.values()].map(({ id, properties }) => ({
        id,
        properties: nodeProperties(encode, label, properties),
      })),
    )
  }
}

/** Relations that are known not to be there yet. */
export async function writeRelations(
  tx: Transaction,
  encode: Encode,
  rows: readonly RelationRow[],
): Promise<void> {
  for (const group of groupBy(rows, patternOf).values()) await unwindRelations(tx, encode, 'CREATE', group)
}

/** Relations that may be there, with other properties. */
export async function mergeRelations(
  tx: Transaction,
  encode: Encode,
  rows: readonly RelationRow[],
): Promise<void> {
  for (const group of groupBy(rows, patternOf).values()) await unwindRelations(tx, encode, 'MERGE', group)
}

async function unwindRelations(
  tx: Transaction,
  encode: Encode,
  verb: 'CREATE' | 'MERGE',
  rows: readonly RelationRow[],
): Promise<void> {
  const { type, from, to } = rows[0]!
  await unwind(
    tx,
    `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})
     ${verb} (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
    rows.map(({ from, to, properties }) => ({
      from: from.id,
      to: to.id,
      properties: relationProperties(encode, type, properties),
    })),
  )
}

/** One statement for all relations of a type between two kinds of node. */
export const patternOf = ({ type, from, to }: Omit<RelationRow, 'properties'>): string =>
  `${from.label} ${type} ${to.label}`

export const nodeProperties = (encode: Encode, label: NodeLabel, properties: Properties): object =>
  encodeAll(encode, NODES[label].properties, properties)

const relationProperties = (encode: Encode, type: Relation, properties: Properties): object =>
  encodeAll(encode, RELATIONS[type].properties, properties)

function encodeAll(
  encode: Encode,
  types: Readonly<Record<string, PropertyType>>,
  properties: Properties,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]: [string, Plain]) => [
      name,
      encode(value, types[name] ?? 'string'),
    ]),
  )
}
