/**
 * Links between commitments of the graph. A load marks the articles whose links may have changed; some of these at a time
 * are compared with each other and with what was linked before and may be about the same, in one transaction. In the end
 * there are the links that comparing all with all would give: of two that are linked, the one whose turn comes later finds
 * the other. Links that were drawn are told from relations that records assert by their `reason`.
 */
import type { Database, Transaction } from './database.ts'
import { drawLinks, readLinking } from './draw-links.ts'
import { candidates } from './find-candidates.ts'
import { groupBy } from './group-by.ts'
import { LinkBatch } from './link-batch.ts'
import { readMarked, readWholes } from './read-linked.ts'
import type { LinkOptions, LinkReport } from './store.ts'
import { lockStore } from './write-batch.ts'
import { unwind } from './write-rows.ts'

/** Articles and commitments in a transaction, roughly: these and what they are compared with are held in memory. */
const ROWS = 1_500

export async function linkGraph(database: Database, options: LinkOptions = {}): Promise<LinkReport> {
  const { batchRows = ROWS } = options
  const report: LinkReport = { articles: 0, created: 0, removed: 0 }
  const all = await countMarked(database)
  for (;;) {
    const { articles, created, removed } = await database.write((tx) => linkSome(tx, database, batchRows))
    if (articles === 0) return report
    report.articles += articles
    report.created += created
    report.removed += removed
    options.onProgress?.({ ...report }, Math.min(1, report.articles / all))
  }
}

async function countMarked(database: Database): Promise<number> {
  const { rows } = await database.write((tx) =>
    tx.run("MATCH (a:Article) WHERE a._unlinked >= '' RETURN count(a) AS marked"),
  )
  return rows[0]!['marked'] as number
}

/** @returns none when nothing is marked */
async function linkSome(tx: Transaction, database: Database, batchRows: number): Promise<LinkReport> {
  const { encode } = database
  await lockStore(tx, encode)
  const articles = await readMarked(tx, batchRows)
  const report: LinkReport = { articles: articles.length, created: 0, removed: 0 }
  if (articles.length === 0) return report
  const batch = new LinkBatch(articles, await readWholes(tx, articles))
  const draw = async (links: LinkBatch['links'], sources: Iterable<string>): Promise<void> => {
    const { created, removed } = await drawLinks(tx, encode, { own: batch.own, links }, [...sources])
    report.created += created
    report.removed += removed
  }
  const drawn = new Set<string>()
  for await (const some of candidates(tx, database, batch)) {
    const links = batch.compare(some, await readWholes(tx, some.others))
    for (const source of links.keys()) drawn.add(source)
    await draw(links, links.keys())
  }
  const linking = await readLinking(tx, [...batch.own])
  await draw(
    new Map(),
    linking.filter((id) => !drawn.has(id)),
  )
  await draw(batch.links, batch.own)
  settle(tx, batch)
  return report
}

/** From now on these are found by others. */
function settle(tx: Transaction, { sides, articles }: LinkBatch): void {
  const kept = groupBy(sides, ({ source }) => source)
  const keysOf = (id: string): string[] => [...new Set(kept.get(id)?.flatMap(({ keys }) => keys.kept))]
  unwind(
    tx,
    'MATCH (n:Commitment {id: row.id}) SET n._keys = row.keys',
    articles.flatMap(({ commitments }) => commitments.map(({ id }) => ({ id, keys: keysOf(id) }))),
  )
  unwind(
    tx,
    'MATCH (n:Article {id: row.id}) SET n._keys = row.keys REMOVE n._unlinked',
    articles.map(({ id }) => ({ id, keys: keysOf(id) })),
  )
}
