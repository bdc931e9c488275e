/** Rows as UNWIND statements. Labels and types come from the vocabulary, never from a record. */
import { type NodeLabel, NODES, type PropertyType, type Relation, RELATIONS } from '@mithaq/model'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { NodeRow, Properties, RelationRow } from './rows.ts'
import type { Encode } from './write-batch.ts'

/** What Neo4j takes best at a time: 100 and 10,000 were slower. */
const ROWS = 1_000

/** Sends a statement over `$rows`, a thousand at a time. */
export function unwind(tx: Transaction, cypher: string, rows: readonly unknown[]): void {
  for (let from = 0; from < rows.length; from += ROWS)
    tx.send({ cypher: `UNWIND $rows AS row ${cypher}`, params: { rows: rows.slice(from, from + ROWS) } })
}

/** Nodes that are there get exactly these properties, others are created. */
export function writeNodes(tx: Transaction, encode: Encode, rows: readonly NodeRow[]): void {
  for (const [label, group] of groupBy(rows, ({ label }) => label))
    unwind(
      tx,
      `MERGE (n:${label} {id: row.id}) SET n = row.properties`,
      [...new Map(group.map((row) => [row.id, row])).values()].map(({ id, properties }) => ({
        id,
        properties: nodeProperties(encode, label, properties),
      })),
    )
}

/** Relations that are known not to be there yet. */
export const writeRelations = (tx: Transaction, encode: Encode, rows: readonly RelationRow[]): void =>
  unwindRelations(tx, encode, 'CREATE', rows)

/** Relations that may be there, with other properties. */
export const mergeRelations = (tx: Transaction, encode: Encode, rows: readonly RelationRow[]): void =>
  unwindRelations(tx, encode, 'MERGE', rows)

function unwindRelations(
  tx: Transaction,
  encode: Encode,
  verb: 'CREATE' | 'MERGE',
  rows: readonly RelationRow[],
): void {
  for (const group of groupBy(rows, patternOf).values()) {
    const { type, from, to } = group[0]!
    unwind(
      tx,
      `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})
       ${verb} (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
      group.map(({ from, to, properties }) => ({
        from: from.id,
        to: to.id,
        properties: relationProperties(encode, type, properties),
      })),
    )
  }
}

/** One statement for all relations of a type between two kinds of node. */
export const patternOf = ({ type, from, to }: Omit<RelationRow, 'properties'>): string =>
  `${from.label} ${type} ${to.label}`

export const nodeProperties = (encode: Encode, label: NodeLabel, properties: Properties): object =>
  encodeAll(encode, NODES[label].properties, properties)

export const relationProperties = (encode: Encode, type: Relation, properties: Properties): object =>
  encodeAll(encode, RELATIONS[type].properties, properties)

function encodeAll(
  encode: Encode,
  types: Readonly<Record<string, PropertyType>>,
  properties: Properties,
): Record<string, unknown> {
  const encoded: Record<string, unknown> = {}
  for (const name of Object.keys(properties))
    encoded[name] = encode(properties[name]!, types[name] ?? 'string')
  return encoded
}
