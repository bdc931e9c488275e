/** The store for one machine and no server: a folder with the JSONL truth and the database made from it. */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleGraph } from '@mithaq/model'
import { NODE_LABELS } from '@mithaq/model'
import { batchesOf } from '../batches.ts'
import { GRAPH_SCHEMA, STORE_LABEL } from '../bookkeeping.ts'
import type { Transaction } from '../database.ts'
import { StoreError } from '../errors.ts'
import { createGraphStore, type Journal } from '../graph-store.ts'
import { addressOf, lastVersions } from '../identity.ts'
import type { GraphStore } from '../store.ts'
import { writeBatch } from '../write-batch.ts'
import {
  appendRecords,
  holdsMark,
  type Mark,
  markAt,
  mendEnd,
  readRecords,
  rewriteRecords,
} from './journal-file.ts'
import { type EmbeddedDatabase, openDatabase } from './open-database.ts'

export interface EmbeddedOptions {
  directory: string
  /** Told, in a sentence, of what was mended on opening. */
  onNotice?: ((notice: string) => void) | undefined
}

const TRUTH = 'articles.jsonl'
export const DATABASE = 'graph.grafeo'

/**
 * Opens the store in a folder, making what is missing: the database is made again from `articles.jsonl` when it
 * is not there, cannot be opened, or was made by another version or from another file.
 *
 * @throws StoreError `locked` when another process holds it, `damaged` when the truth itself cannot be read
 */
export async function openEmbedded({ directory, onNotice }: EmbeddedOptions): Promise<GraphStore> {
  await mkdir(directory, { recursive: true })
  const truth = join(directory, TRUTH)
  const file = join(directory, DATABASE)
  const database = await openOrRemake(file, truth, onNotice)
  let caughtUp = false
  try {
    if (await mendEnd(truth))
      onNotice?.(
        `The last line of ${truth} had been cut off in mid-write and was dropped: load that article again.`,
      )
    caughtUp = await catchUp(database, truth)
  } catch (error) {
    await database.close()
    throw error
  }
  const store = createGraphStore({
    kind: 'embedded',
    database,
    journal: journalOf(database, truth),
    prepare: async () => undefined,
  })
  if (caughtUp) await store.link()
  return store
}

async function openOrRemake(
  file: string,
  truth: string,
  onNotice: EmbeddedOptions['onNotice'],
): Promise<EmbeddedDatabase> {
  const isNew = !existsSync(file)
  let database: EmbeddedDatabase | undefined
  let reason = 'is missing'
  try {
    database = openDatabase(file)
    const problem = isNew ? undefined : await problemOf(database, truth)
    if (!isNew && problem === undefined) return database
    reason = problem ?? reason
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error
    reason = 'cannot be opened'
  }
  if (existsSync(truth)) onNotice?.(`The database (${file}) ${reason}; it is made again from ${truth}.`)
  if (!isNew) {
    await database?.close()
    await removeDatabase(file)
    database = openDatabase(file)
  }
  for (const statement of INDEXES) await database!.define(statement)
  return database!
}

/** Why a database does not go with the truth, if so. */
async function problemOf(database: EmbeddedDatabase, truth: string): Promise<string | undefined> {
  const store = await storeNode(database)
  if (typeof store?.mark.bytes !== 'number') return 'is incomplete'
  if (store['schema'] !== GRAPH_SCHEMA) return 'was made by another version'
  if (!(await holdsMark(truth, store.mark))) return 'was made from another file'
  return undefined
}

async function storeNode(database: EmbeddedDatabase): Promise<{ schema: unknown; mark: Mark } | undefined> {
  const [row] = await database.rows(
    `MATCH (s:${STORE_LABEL} {id: 'store'}) RETURN s.schema AS schema, s.bytes AS bytes, s.tail AS tail`,
  )
  return (
    row && { schema: row['schema'], mark: { bytes: row['bytes'] as number, tail: row['tail'] as string } }
  )
}

/** The unique constraint of this database makes no index, and without one every MERGE reads all nodes. */
const INDEXES = [
  ...[...NODE_LABELS, STORE_LABEL].map(
    (label) => `CREATE INDEX ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
  ),
  'CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url)',
  'CREATE INDEX article_unlinked IF NOT EXISTS FOR (n:Article) ON (n._unlinked)',
]

async function removeDatabase(file: string): Promise<void> {
  for (const path of [file, `${file}.wal`]) await rm(path, { recursive: true, force: true })
}

/** What the truth has and the database has not: all of it after a rebuild, the last batch after a crash. @returns whether there was any */
async function catchUp(database: EmbeddedDatabase, truth: string): Promise<boolean> {
  const from = (await storeNode(database))?.mark.bytes ?? 0
  let end = from
  async function* records(): AsyncGenerator<ArticleGraph> {
    for await (const line of readRecords(truth, from)) {
      end = line.end
      yield line.record
    }
  }
  for await (const batch of batchesOf(records()))
    await database.write((tx) => writeBatch(tx, database.encode, batch))
  if (end > from || from === 0) await database.write(async (tx) => setMark(tx, await markAt(truth, end)))
  return end > from
}

function journalOf(database: EmbeddedDatabase, truth: string): Journal {
  return {
    append: async (tx, written) => setMark(tx, await appendRecords(truth, written)),
    async remove(tx, articleId) {
      const { mark, putInPlace } = await rewriteRecords(truth, ({ article }) => article.id !== articleId)
      await setMark(tx, mark)
      await putInPlace()
    },
    async tidy(replaced) {
      if (!replaced) return
      const last = await lastLines(truth)
      const { mark, putInPlace } = await rewriteRecords(truth, (_, index) => last.has(index))
      await database.write(async (tx) => {
        await setMark(tx, mark)
        await putInPlace()
      })
    },
  }
}

/** The lines that stand, by number. */
async function lastLines(truth: string): Promise<Set<number>> {
  const versions: { id: string; address: string | undefined; index: number }[] = []
  for await (const { record } of readRecords(truth, 0))
    versions.push({ id: record.article.id, address: addressOf(record), index: versions.length })
  return new Set(lastVersions(versions).map(({ index }) => index))
}

async function setMark(tx: Transaction, { bytes, tail }: Mark): Promise<void> {
  await tx.run(
    `MERGE (s:${STORE_LABEL} {id: 'store'}) SET s.schema = $schema, s.bytes = $bytes, s.tail = $tail`,
    { schema: GRAPH_SCHEMA, bytes, tail },
  )
}
