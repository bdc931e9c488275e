/** Takes back what articles have said: their own nodes and relations here, what they share in `settleEntities`. */
import { type NodeLabel } from '@mithaq/model'
import { LINK_TYPES, MARK_UNLINKED, OWNED_LABELS, OWNED_RELATIONS } from './bookkeeping.ts'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { End, NodeRow } from './rows.ts'
import { unwind } from './write-rows.ts'

const OWNED_TYPES = OWNED_RELATIONS.map((type) => `\`${type}\``).join('|')

/**
 * Remove articles, their statements and commitments, and all relations of these. Nodes in `kept`, which the
 * next version of an article writes again, stay, so that what others tie to them stays too.
 *
 * @returns the shared nodes they spoke of, for `settleEntities` once the new versions are written
 */
export async function retractArticles(
  tx: Transaction,
  articles: readonly string[],
  kept: readonly NodeRow[],
): Promise<End[]> {
  if (articles.length === 0) return []
  const touched = [...(await mentioned(tx, articles)), ...(await datesOf(tx, articles))]
  const owned: End[] = [
    ...articles.map((id) => ({ id, label: 'Article' as const })),
    ...(await ownedBy(tx, articles)),
  ]
  const ids = articles.map((id) => ({ id }))
  // Those that are linked to what goes may be linked to something else instead.
  for (const linking of ['(:Commitment)-[:IN]->(article:Article)', '(article:Article)'])
    unwind(
      tx,
      `MATCH (:Article {id: row.id})<-[:IN]-(:Commitment)<-[:${LINK_TYPES}]-${linking} ${MARK_UNLINKED}`,
      ids,
    )
  unwind(tx, 'MATCH (:Article {id: row.id})-[r:MENTIONS|FULFILS]->() DELETE r', ids)
  unwind(
    tx,
    `MATCH (:Article {id: row.id})<-[:\`IN\`]-(n) MATCH (n)-[r:${OWNED_TYPES}]-() WITH DISTINCT r DELETE r`,
    ids,
  )
  const staying = new Set(kept.map(({ id }) => id))
  deleteNodes(
    tx,
    owned.filter(({ id }) => !staying.has(id)),
  )
  return touched
}

export function deleteNodes(tx: Transaction, nodes: readonly End[]): void {
  for (const [label, group] of groupBy(nodes, ({ label }) => label))
    unwind(
      tx,
      `MATCH (n:${label} {id: row.id}) DETACH DELETE n`,
      group.map(({ id }) => ({ id })),
    )
}

async function mentioned(tx: Transaction, articles: readonly string[]): Promise<End[]> {
  return ends(
    tx,
    `UNWIND $ids AS id MATCH (:Article {id: id})-[:MENTIONS]->(n)
     RETURN DISTINCT n.id AS id, labels(n) AS labels`,
    articles,
    ['Actor', 'Place', 'Date'],
  )
}

async function datesOf(tx: Transaction, articles: readonly string[]): Promise<End[]> {
  return ends(
    tx,
    `UNWIND $ids AS id MATCH (:Article {id: id})<-[:\`IN\`]-(:Commitment)-[:BEGINS|DUE]->(n)
     RETURN DISTINCT n.id AS id, labels(n) AS labels`,
    articles,
    ['Date'],
  )
}

async function ownedBy(tx: Transaction, articles: readonly string[]): Promise<End[]> {
  return ends(
    tx,
    'UNWIND $ids AS id MATCH (:Article {id: id})<-[:`IN`]-(n) RETURN DISTINCT n.id AS id, labels(n) AS labels',
    articles,
    OWNED_LABELS,
  )
}

async function ends(
  tx: Transaction,
  cypher: string,
  ids: readonly string[],
  among: readonly NodeLabel[],
): Promise<End[]> {
  const { rows } = await tx.run(cypher, { ids })
  return rows.map((row) => {
    const labels = row['labels'] as string[]
    return { id: row['id'] as string, label: among.find((label) => labels.includes(label))! }
  })
}
