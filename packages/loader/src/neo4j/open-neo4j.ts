/** The store in a Neo4j server. */
import neo4j, { type Driver, type Record as Neo4jRecord, type Result } from 'neo4j-driver'
import { createTransaction, type Database, type Row, type Transaction } from '../database.ts'
import { StoreError } from '../errors.ts'
import { createGraphStore } from '../graph-store.ts'
import type { GraphStore } from '../store.ts'
import { neo4jError } from './neo4j-error.ts'
import { KEYS, prepareSchema } from './prepare-schema.ts'
import { readQuery } from './read-query.ts'
import { decode, encode } from './values.ts'

export interface Neo4jOptions {
  /** `neo4j://`, `bolt://`, or with TLS `neo4j+s://`, `bolt+s://` (`+ssc` for a self-signed certificate). */
  uri: string
  username?: string | undefined
  password?: string | undefined
  /** The home database when not given. */
  database?: string | undefined
  /** For how long a write is tried again. */
  retryMs?: number | undefined
}

/** A server that is restarted in mid-load is back within a minute; the driver's own patience is 30 s. */
const RETRY_MS = 90_000

/**
 * Connects, and makes sure that the server answers and takes the password.
 *
 * @throws StoreError `bad-options`, `unreachable`, `unauthorized` or `no-database`
 */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphStore> {
  const { uri, database } = options
  const driver = connect(options)
  const target = database === undefined ? {} : { database }
  try {
    await greet(driver, target)
  } catch (error) {
    await driver.close()
    throw neo4jError(error, uri)
  }
  return createGraphStore({
    kind: 'neo4j',
    database: databaseOf(driver, target, uri),
    prepare: () => prepareSchema(driver, target, uri),
  })
}

/** Not a managed transaction, which would try for the whole of the retry budget to reach a mistyped address. */
async function greet(driver: Driver, target: { database?: string }): Promise<void> {
  const session = driver.session({ ...target, defaultAccessMode: neo4j.session.READ })
  await session.run('RETURN 1').finally(() => session.close())
}

function connect({ uri, username, password, retryMs = RETRY_MS }: Neo4jOptions): Driver {
  const auth =
    username === undefined && password === undefined
      ? undefined
      : neo4j.auth.basic(username ?? 'neo4j', password ?? '')
  try {
    return neo4j.driver(uri, auth, {
      maxTransactionRetryTime: retryMs,
      connectionTimeout: 10_000,
      userAgent: 'mithaq/1',
      notificationFilter: { minimumSeverityLevel: 'OFF' },
    })
  } catch (error) {
    throw new StoreError(
      'bad-options',
      `${JSON.stringify(uri.replace(/\/\/[^@/]*@/u, '//'))} is no address of a Neo4j server; one looks like neo4j://localhost:7687.`,
      { cause: error },
    )
  }
}

function databaseOf(driver: Driver, target: { database?: string }, uri: string): Database {
  return {
    encode,
    findKeyed,
    read: (cypher, params, limits) => readQuery(driver, target, uri, cypher, params, limits),
    async write(work) {
      const session = driver.session({ ...target, defaultAccessMode: neo4j.session.WRITE })
      try {
        return await session.executeWrite(async (managed) => {
          const tx = transactionOf(managed)
          const done = await work(tx)
          await tx.sent()
          return done
        })
      } catch (error) {
        throw neo4jError(error, uri)
      } finally {
        await session.close()
      }
    },
    close: () => driver.close(),
  }
}

type Managed = Parameters<Parameters<ReturnType<Driver['session']>['executeWrite']>[0]>[0]

function transactionOf(tx: Managed): Transaction {
  return createTransaction({
    // The driver sends them all down its one connection, and the server works on while we make the next ready.
    async execute({ cypher, params }) {
      const { summary } = await tx.run(cypher, params)
      const { nodesCreated, relationshipsCreated } = summary.counters.updates()
      return { nodes: nodesCreated, relations: relationshipsCreated }
    },
    stream: ({ cypher, params }) => rowsOf(tx.run(cypher, params)),
  })
}

/** Iterated over, since records that the driver hands out all at once it holds until the transaction ends. */
async function* rowsOf(result: Result): AsyncGenerator<Row> {
  for await (const record of result) yield rowOf(record)
}

const rowOf = (record: Neo4jRecord): Row =>
  Object.fromEntries(record.keys.map((key) => [key as string, decode(record.get(key))]))

/** Words in one question to a full-text index; Lucene takes no more than 1,024. */
const KEYS_AT_ONCE = 1_000

const findKeyed: Database['findKeyed'] = (label, keys) => {
  const queries: string[] = []
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE)
    queries.push(keys.slice(from, from + KEYS_AT_ONCE).join(' '))
  return {
    cypher: `UNWIND $queries AS query CALL db.index.fulltext.queryNodes('${KEYS[label]}', query) YIELD node
     WITH DISTINCT node AS n`,
    params: { queries },
  }
}
