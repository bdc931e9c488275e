/** Rows as UNWIND statements. Labels and types come from the vocabulary, never from a record. */
import { type NodeLabel, NODES, type PropertyType, type Relation, RELATIONS } from '@mithaq/model'
import type { Plain, Statement, Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { NodeRow, Properties, RelationRow } from './rows.ts'
import type { Encode } from './write-batch.ts'

/** What Neo4j takes best at a time: 100 and 10,000 were slower. */
const ROWS = 1_000

/** A statement and the rows that it is for. */
interface Unwinding {
  cypher: string
  rows: readonly unknown[]
}

/** Runs a statement over `$rows`, a thousand at a time. */
export const unwind = (tx: Transaction, cypher: string, rows: readonly unknown[]): Promise<void> =>
  unwindAll(tx, [{ cypher, rows }])

async function unwindAll(tx: Transaction, unwindings: readonly Unwinding[]): Promise<void> {
  await tx.runAll(unwindings.flatMap(({ cypher, rows }) => chunksOf(`UNWIND $rows AS row ${cypher}`, rows)))
}

function chunksOf(cypher: string, rows: readonly unknown[]): Statement[] {
  const statements: Statement[] = []
  for (let from = 0; from < rows.length; from += ROWS)
    statements.push({ cypher, params: { rows: rows.slice(from, from + ROWS) } })
  return statements
}

/** Nodes that are there get exactly these properties, others are created. */
export async function writeNodes(tx: Transaction, encode: Encode, rows: readonly NodeRow[]): Promise<void> {
  const groups = groupBy(rows, ({ label }) => label)
  await unwindAll(
    tx,
    [...groups].map(([label, group]) => ({
      cypher: `MERGE (n:${label} {id: row.id}) SET n = row.properties`,
      rows: [...new Map(group.map((row) => [row.id, row])).values()].map(({ id, properties }) => ({
        id,
        properties: nodeProperties(encode, label, properties),
      })),
    })),
  )
}

/** Relations that are known not to be there yet. */
export const writeRelations = (
  tx: Transaction,
  encode: Encode,
  rows: readonly RelationRow[],
): Promise<void> => unwindRelations(tx, encode, 'CREATE', rows)

/** Relations that may be there, with other properties. */
export const mergeRelations = (
  tx: Transaction,
  encode: Encode,
  rows: readonly RelationRow[],
): Promise<void> => unwindRelations(tx, encode, 'MERGE', rows)

async function unwindRelations(
  tx: Transaction,
  encode: Encode,
  verb: 'CREATE' | 'MERGE',
  rows: readonly RelationRow[],
): Promise<void> {
  const groups = [...groupBy(rows, patternOf).values()]
  await unwindAll(
    tx,
    groups.map((group) => {
      const { type, from, to } = group[0]!
      return {
        cypher: `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})
     ${verb} (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
        rows: group.map(({ from, to, properties }) => ({
          from: from.id,
          to: to.id,
          properties: relationProperties(encode, type, properties),
        })),
      }
    }),
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
