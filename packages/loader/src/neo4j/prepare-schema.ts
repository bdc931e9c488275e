/** Constraints and indexes, from the vocabulary; making them again changes nothing. */
import { NODE_LABELS } from '@mithaq/model'
import { type Driver, Neo4jError, type Session } from 'neo4j-driver'
import { GRAPH_SCHEMA, STORE_LABEL } from '../bookkeeping.ts'
import { StoreError } from '../errors.ts'
import { MIGRATIONS } from './migrations.ts'
import { neo4jError } from './neo4j-error.ts'
import { decode } from './values.ts'

/** What the named questions look things up by. */
const INDEXED = {
  Article: ['url', 'published', '_unlinked'],
  Actor: ['name', 'nameEn', 'named'],
  Place: ['name', 'nameEn'],
  Date: ['start', 'end'],
  Commitment: ['kind', 'eventClass'],
} as const

/**
 * Over folded names and actions; the analyzer folds the words of the question the same way, so that «أحمد» finds
 * «احمد».
 */
const FULLTEXT = { names: 'Actor|Place', actions: 'Commitment' } as const

/** By what the linker finds things: lists of words, which no other kind of index takes apart. */
export const KEYS = { Article: 'article_keys', Commitment: 'commitment_keys' } as const

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
  ...Object.entries(FULLTEXT).map(
    ([name, labels]) =>
      `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels}) ON EACH [n._search]
       OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'arabic'}}`,
  ),
  ...Object.entries(KEYS).map(
    ([label, name]) =>
      `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n._keys]
       OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
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
    await migrate(session, uri)
    for (const statement of STATEMENTS) await define(session, statement)
    await session.run('CALL db.awaitIndexes(60)')
  } catch (error) {
    throw neo4jError(error, uri)
  } finally {
    await session.close()
  }
}

/** Another loader may be making the same: then one of the two is told to try again, or that it is there by now. */
async function define(session: Session, statement: string): Promise<void> {
  try {
    await session.executeWrite((tx) => tx.run(statement))
  } catch (error) {
    if (
      !(error instanceof Neo4jError) ||
      !/\.(?:EquivalentSchemaRule|Constraint|Index)AlreadyExists$/u.test(error.code)
    )
      throw error
  }
}

/** One version after the other; a migration that was cut off is run again from its beginning. */
async function migrate(session: Session, uri: string): Promise<void> {
  const found = await readVersion(session)
  if (found === undefined) return
  if (typeof found !== 'number' || found > GRAPH_SCHEMA || (found < GRAPH_SCHEMA && !MIGRATIONS[found]))
    throw new StoreError(
      'schema-version',
      `The graph at ${uri} has version ${JSON.stringify(found)}, this Mithaq writes ${GRAPH_SCHEMA}: use the Mithaq that wrote it, or empty the database and load again.`,
    )
  for (let version = found; version < GRAPH_SCHEMA; version++) {
    await MIGRATIONS[version]!(session)
    await session.executeWrite((tx) =>
      tx.run(`MATCH (s:${STORE_LABEL}) SET s.schema = toInteger($next)`, { next: version + 1 }),
    )
  }
}

/** Undefined for a graph that is new. */
async function readVersion(session: Session): Promise<unknown> {
  const { records } = await session.run(`MATCH (s:${STORE_LABEL}) RETURN s.schema AS schema`)
  return decode(records[0]?.get('schema'))
}
