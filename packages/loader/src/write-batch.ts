/**
 * Records into the graph, one transaction a batch: which are new or changed, out with what the changed ones
 * no longer say, in with the rest. The same Cypher runs on both databases.
 */
import type { ArticleGraph } from '@mithaq/model'
import { GRAPH_SCHEMA, LOCK_STORE } from './bookkeeping.ts'
import type { Answer, Database, Transaction } from './database.ts'
import { addressOf, digestOf, lastVersions, type Version } from './identity.ts'
import { retractArticles } from './retract.ts'
import { type ArticleRows, rowsOf } from './rows.ts'
import { settleEntities, writeEntities } from './write-entities.ts'
import { writeNodes, writeRelations } from './write-rows.ts'

export interface BatchResult {
  created: Answer['created']
  /** The records that the graph did not have in this version, in order. */
  written: ArticleGraph[]
  unchanged: number
  replaced: number
}

export type Encode = Database['encode']

interface Incoming extends Version {
  record: ArticleGraph
  digest: string
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
  records: readonly ArticleGraph[],
): Promise<BatchResult> {
  const counted = countCreated(tx)
  await tx.run(LOCK_STORE, { schema: encode(GRAPH_SCHEMA, 'integer') })
  const incoming = lastVersions(records.map(versionOf))
  const stored = await storedVersions(counted, incoming)
  const known = new Map(stored.map(({ id, digest }) => [id, digest]))
  const changed = incoming.filter(({ id, digest }) => known.get(id) !== digest)
  const same = new Set(incoming.filter((version) => !changed.includes(version)).map(({ id }) => id))
  const rows = changed.map(({ record }) => rowsOf(record))

  const gone = stored.filter(({ id }) => !same.has(id)).map(({ id }) => id)
  const touched = await retractArticles(
    counted,
    gone,
    rows.flatMap(({ owned }) => owned),
  )
  await writeRows(counted, encode, rows)
  await settleEntities(counted, encode, touched)
  return {
    created: counted.created,
    written: changed.map(({ record }) => record),
    unchanged: same.size,
    replaced: gone.length,
  }
}

/** Nodes before the relations between them. */
async function writeRows(tx: Transaction, encode: Encode, rows: readonly ArticleRows[]): Promise<void> {
  await writeNodes(
    tx,
    encode,
    rows.flatMap(({ owned, dates }) => [...owned, ...dates]),
  )
  await writeEntities(
    tx,
    encode,
    rows.flatMap(({ profiles }) => [...profiles]),
  )
  await writeRelations(
    tx,
    encode,
    rows.flatMap(({ relations }) => relations),
  )
}

/** @returns whether the article was there */
export async function removeArticle(tx: Transaction, encode: Encode, id: string): Promise<boolean> {
  await tx.run(LOCK_STORE, { schema: encode(GRAPH_SCHEMA, 'integer') })
  const { rows } = await tx.run('MATCH (a:Article {id: $id}) RETURN a.id AS id', { id })
  if (rows.length === 0) return false
  await settleEntities(tx, encode, await retractArticles(tx, [id], []))
  return true
}

const versionOf = (record: ArticleGraph): Incoming => ({
  id: record.article.id,
  address: addressOf(record),
  record,
  digest: digestOf(record),
})

/** What the graph has of these articles, by id or, where no id was given, by address. */
async function storedVersions(tx: Transaction, incoming: readonly Incoming[]): Promise<Stored[]> {
  const { rows: byId } = await tx.run(
    'UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id, a._digest AS digest',
    { ids: incoming.map(({ id }) => id) },
  )
  const addresses = incoming.flatMap(({ address }) => address ?? [])
  const { rows: byAddress } = await tx.run(
    `UNWIND $addresses AS address MATCH (a:Article {url: address})
     WHERE a.id = 'article:' + substring(a.sha256, 0, 16)
     RETURN a.id AS id, a._digest AS digest`,
    { addresses },
  )
  return [...new Map([...byId, ...byAddress].map((row) => [row['id'], row as unknown as Stored])).values()]
}

function countCreated(tx: Transaction): Transaction & { created: Answer['created'] } {
  const created = { nodes: 0, relations: 0 }
  const count = (answer: Answer): Answer => {
    created.nodes += answer.created.nodes
    created.relations += answer.created.relations
    return answer
  }
  return {
    created,
    run: async (cypher, params) => count(await tx.run(cypher, params)),
    runAll: async (statements) => (await tx.runAll(statements)).map(count),
  }
}
