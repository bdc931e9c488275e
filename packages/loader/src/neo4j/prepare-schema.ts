/** Constraints and indexes, from the vocabulary; making them again changes nothing. */
import { NODE_LABELS } from '@mithaq/model'
import type { Driver } from 'neo4j-driver'
import { GRAPH_SCHEMA, STORE_LABEL } from '../bookkeeping.ts'
import { StoreError } from '../errors.ts'
import { neo4jError } from './neo4j-error.ts'
import { decode } from './values.ts'

/** What the named questions look things up by. */
const INDEXED = {
  Article: ['url', 'published'],
  Actor: ['name', 'nameEn'],
  Place: ['name', 'nameEn'],
  Date: ['start', 'end'],
  Commitment: ['kind'],
} as const

const STATEMENTS = [
  ...[...NODE_LABELS, STORE_LABEL].map(
    (label) =>
      `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  ...Object.entries(INDEXED).flatMap(([label, properties]) =>
    properties.map(
      (property) =>
        `CREATE INDEX ${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
    ),
  ),
]

/** @throws StoreError `schema-version` when a newer Mithaq has written the graph */
export async function prepareSchema(
  driver: Driver,
  target: { database?: string },
  uri: string,
): Promise<void> {
  const session = driver.session(target)
  try {
    const { records } = await session.run(`MATCH (s:${STORE_LABEL}) RETURN s.schema AS schema`)
    const found = decode(records[0]?.get('schema'))
    if (found !== undefined && found !== GRAPH_SCHEMA)
      throw new StoreError(
        'schema-version',
        `The graph at ${uri} has version ${JSON.stringify(found)}, this Mithaq writes ${GRAPH_SCHEMA}: empty the database and load again.`,
      )
    for (const statement of STATEMENTS) await session.run(statement)
    await session.run('CALL db.awaitIndexes(60)')
  } catch (error) {
    throw neo4jError(error, uri)
  } finally {
    await session.close()
  }
}
