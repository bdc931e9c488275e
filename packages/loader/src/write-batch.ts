/**
 * Records into the graph, one transaction a batch: which are new or changed, out with what the changed ones
 * no longer say, in with the rest. The same Cypher runs on both databases.
 */
import type { ArticleGraph } from '@mithaq/model'
import { GRAPH_SCHEMA, LOCK_STORE } from './bookkeeping.ts'
import type { Created, Database, Transaction } from './database.ts'
import { addressOf, digestOf, lastVersions, type Version } from './identity.ts'
import { retractArticles } from './retract.ts'
import { type ArticleRows, rowsOf } from './rows.ts'
import { settleEntities, writeEntities } from './write-entities.ts'
import { writeNodes, writeRelations } from './write-rows.ts'

export interface BatchResult {
  created: Created
  /** The records that the graph did not have in this version, in order. */
  written: ArticleGraph[]
  unchanged: number
  replaced: number
}

export type Encode = Database['encode']

/** A record made ready to be written; done before the transaction, which may be tried more than once. */
export interface Incoming extends Version {
  record: ArticleGraph
  digest: string
  rows: ArticleRows
}

/** @param record one that has passed `checkRecord` */
export const incomingOf = (record: ArticleGraph): Incoming => {
  const digest = digestOf(record)
  return { id: record.article.id, address: addressOf(record), record, digest, rows: rowsOf(record, digest) }
}

interface Stored {
  id: string
  digest: string
}

/**
 * Run within a transaction, and safe to run again: a batch that was committed without our knowing is found
 * unchanged.
 *
 * @param records such as have passed `checkRecord`
 */
export async function writeBatch(
  tx: Transaction,
  encode: Encode,
  batch: readonly Incoming[],
): Promise<BatchResult> {
  const incoming = lastVersions(batch)
  const [, stored] = await Promise.all([lockStore(tx, encode), storedVersions(tx, incoming)])
  const known = new Map(stored.map(({ id, digest }) => [id, digest]))
  const changed = incoming.filter(({ id, digest }) => known.get(id) !== digest)
  const same = new Set(incoming.filter((version) => !changed.includes(version)).map(({ id }) => id))
  const rows = changed.map(({ rows }) => rows)

  const gone = stored.filter(({ id }) => !same.has(id)).map(({ id }) => id)
  const touched = await retractArticles(
    tx,
    gone,
    rows.flatMap(({ owned }) => owned),
  )
  await writeRows(tx, encode, rows)
  await settleEntities(tx, encode, touched)
  await tx.sent()
  return {
    created: tx.created,
    written: changed.map(({ record }) => record),
    unchanged: same.size,
    replaced: gone.length,
  }
}

/** Nodes before the relations between them. */
async function writeRows(tx: Transaction, encode: Encode, rows: readonly ArticleRows[]): Promise<void> {
  writeNodes(
    tx,
    encode,
    rows.flatMap(({ owned, dates }) => [...owned, ...dates]),
  )
  await writeEntities(
    tx,
    encode,
    rows.flatMap(({ profiles }) => [...profiles]),
  )
  writeRelations(
    tx,
    encode,
    rows.flatMap(({ relations }) => relations),
  )
}

/** One writer at a time, whatever the number of processes. */
export const lockStore = (tx: Transaction, encode: Encode): Promise<unknown> =>
  tx.run(LOCK_STORE, { schema: encode(GRAPH_SCHEMA, 'integer') })

/** @returns whether the article was there */
export async function removeArticle(tx: Transaction, encode: Encode, id: string): Promise<boolean> {
  await lockStore(tx, encode)
  const { rows } = await tx.run('MATCH (a:Article {id: $id}) RETURN a.id AS id', { id })
  if (rows.length === 0) return false
  await settleEntities(tx, encode, await retractArticles(tx, [id], []))
  return true
}

/** What the graph has of these articles, by id or, where no id was given, by address. */
async function storedVersions(tx: Transaction, incoming: readonly Incoming[]): Promise<Stored[]> {
  const addresses = incoming.flatMap(({ address }) => address ?? [])
  const found = await Promise.all([
    tx.run('UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id, a._digest AS digest', {
      ids: incoming.map(({ id }) => id),
    }),
    ...(addresses.length === 0
      ? []
      : [
          tx.run(
            `UNWIND $addresses AS address MATCH (a:Article {url: address})
             WHERE a.id = 'article:' + substring(a.sha256, 0, 16)
             RETURN a.id AS id, a._digest AS digest`,
            { addresses },
          ),
        ]),
  ])
  const rows = found.flatMap(({ rows }) => rows as unknown as Stored[])
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
