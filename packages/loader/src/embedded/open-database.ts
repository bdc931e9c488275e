/** The embedded database file: opening it, asking it, writing to it in transactions. */
import grafeo, {
  type GrafeoError,
  type QueryResult,
  type Transaction as GrafeoTransaction,
} from '@grafeo-db/js'
import type { Table } from '@mithaq/model'
import { createTransaction, type Database, type Row, type Statement, type Transaction } from '../database.ts'
import { StoreError } from '../errors.ts'
import type { QueryLimits } from '../store.ts'
import { quoteTypes } from './quote-types.ts'
import { decode, encode } from './values.ts'

export interface EmbeddedDatabase extends Database {
  /** Statements about the schema, which no transaction takes. */
  define(statement: string): Promise<void>
  /** Reads without limits, for the store's own use. */
  rows(cypher: string): Promise<Record<string, unknown>[]>
}

/**
 * @param options `readOnly` leaves the file to be read by others at the same time
 * @throws StoreError `locked` when another process holds the file, `damaged` when it cannot be read
 */
export function openDatabase(file: string, { readOnly = false } = {}): EmbeddedDatabase {
  let db: grafeo.GrafeoDB | undefined = create(file, readOnly)
  const running = new Set<Promise<unknown>>()
  const open = (): grafeo.GrafeoDB => {
    if (!db) throw new StoreError('closed', 'The store has been closed.')
    return db
  }

  async function close(): Promise<void> {
    // A query that ran out of its time still runs in its thread.
    await Promise.allSettled(running)
    db?.close()
    db = undefined
  }

  async function read(
    cypher: string,
    params: Record<string, unknown>,
    { maxRows, timeoutMs }: Required<QueryLimits>,
  ): Promise<Table> {
    // Never committed: the second guard against writing.
    const tx = open().beginTransaction()
    const asked = tx.executeCypher(quoteTypes(cypher), params).finally(() => tx.rollback())
    track(running, asked)
    try {
      return tableOf(await within(asked, timeoutMs), maxRows)
    } catch (error) {
      throw queryError(error)
    }
  }

  /** A full disk, which may be why, must not keep the reason from being told. */
  async function giveUp(tx: GrafeoTransaction): Promise<void> {
    try {
      if (tx.isActive) tx.rollback()
      await close()
    } catch {
      db = undefined
    }
  }

  return {
    encode,
    findKeyed,
    read,
    define: async (statement) => void (await open().executeCypher(statement)),
    rows: async (cypher) => (await open().executeCypher(cypher)).toArray().map(decodeRow),
    async write(work) {
      const tx = open().beginTransaction()
      try {
        const transaction = transactionOf(tx)
        const done = await work(transaction)
        await transaction.sent()
        tx.commit()
        return done
      } catch (error) {
        // The truth may be ahead of the database now; opening it again brings them together.
        await giveUp(tx)
        throw databaseError(error)
      }
    },
    close,
  }
}

function create(file: string, readOnly: boolean): grafeo.GrafeoDB {
  try {
    return readOnly ? grafeo.GrafeoDB.openReadOnly(file) : grafeo.GrafeoDB.create(file)
  } catch (error) {
    const message = (error as Error).message
    // By a writer it «cannot be locked», by a reader it «is locked».
    if (/\block(?:ed)?\b/u.test(message))
      throw new StoreError(
        'locked',
        `Another process uses the embedded store (${file}): close it, e.g. a running \`mithaq serve\`, and try again.`,
        { cause: error },
      )
    throw new StoreError('damaged', `${file} cannot be opened: ${message}`, { cause: error })
  }
}

function transactionOf(tx: GrafeoTransaction): Transaction {
  // One at a time; after one that failed none is run.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = ({ cypher, params }: Statement): Promise<QueryResult> => {
    const result = last.then(() => tx.executeCypher(quoteTypes(cypher), params))
    last = result
    return result
  }
  return createTransaction({
    async execute(statement) {
      const { counters } = await inTurn(statement)
      return { nodes: counters.nodesCreated, relations: counters.edgesCreated }
    },
    stream: (statement) => rowsOf(inTurn(statement)),
  })
}

/** The database holds them all, but not as objects. */
async function* rowsOf(asked: Promise<QueryResult>): AsyncGenerator<Row> {
  const result = await asked
  for (let i = 0; i < result.length; i++) yield decodeRow(result.get(i))
}

/** What has a key is told by going through all: in this process that takes microseconds each. */
const findKeyed: Database['findKeyed'] = (label, keys) => ({
  // A list would be gone through for each, a map is looked up.
  cypher: `MATCH (n:${label}) WHERE any(key IN n._keys WHERE $keys[key] = true) WITH n`,
  params: { keys: Object.fromEntries(keys.map((key) => [key, true])) },
})

const decodeRow = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decode(value)]))

function tableOf(result: QueryResult, maxRows: number): Table {
  const { columns, counters } = result
  if (counters.nodesCreated + counters.nodesDeleted + counters.edgesCreated + counters.edgesDeleted > 0)
    throw new StoreError('write-refused', 'Questions only read; what this one wrote has been undone.')
  const rows = Array.from({ length: Math.min(result.length, maxRows) }, (_, i) => {
    const row = result.get(i)
    return columns.map((column) => decode(row[column] ?? null))
  })
  return { columns, rows, truncated: result.length > maxRows }
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new StoreError(
      'timeout',
      `The query took longer than ${timeoutMs} ms: ask for less, or allow more.`,
    )
    timer = setTimeout(() => reject(error), timeoutMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function track(running: Set<Promise<unknown>>, work: Promise<unknown>): void {
  running.add(work)
  work.catch(() => undefined).finally(() => running.delete(work))
}

function queryError(error: unknown): unknown {
  if (error instanceof StoreError) return error
  const { message, gqlStatus } = error as GrafeoError
  // 42: syntax and meaning; 22: data, such as a division by zero.
  if (gqlStatus?.startsWith('42') || gqlStatus?.startsWith('22'))
    return new StoreError('bad-cypher', message.trim(), { cause: error })
  return databaseError(error)
}

function databaseError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  return new StoreError('database', `The embedded store reports: ${error.message.trim()}`, { cause: error })
}
