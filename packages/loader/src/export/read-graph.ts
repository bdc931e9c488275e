/** The whole graph, a page at a time: what the files of `mithaq export` are made from. */
import { type NodeLabel, NODE_LABELS, NODES, type Relation } from '@mithaq/model'
import { NODE_BOOKKEEPING } from '../bookkeeping.ts'
import type { Plain } from '../database.ts'
import type { End } from '../rows.ts'
import type { GraphStore } from '../store.ts'
import { ask } from '../views/ask.ts'

/** Kept by the loader for itself; only a copy of the database itself needs it. */
type Bookkeeping = Record<string, Plain>

export interface GraphNode extends End {
  /** The second label, e.g. `Country`. */
  type: string | undefined
  properties: Record<string, Plain>
  bookkeeping: Bookkeeping
}

export interface GraphRelation {
  type: Relation
  from: End
  to: End
  properties: Record<string, Plain>
  bookkeeping: Bookkeeping
}

const PAGE = 1_000

interface NodeRow {
  n: { labels: string[]; properties: Record<string, Plain> }
  id: string
  [own: `_${string}`]: Plain
}

/** All nodes by label and id, so that the same graph gives the same file. */
export async function* readNodes(store: GraphStore): AsyncGenerator<GraphNode> {
  for (const label of NODE_LABELS)
    for await (const page of pagesOf(store, label)) for (const row of page) yield nodeOf(label, row)
}

async function* pagesOf(store: GraphStore, label: NodeLabel): AsyncGenerator<NodeRow[]> {
  const own = Object.keys(NODE_BOOKKEEPING[label])
  for (let after = ''; ;) {
    const page = await ask<NodeRow>(
      store,
      `MATCH (n:${label}) WHERE n.id > $after
       RETURN n, n.id AS id${own.map((name) => `, n.${name} AS ${name}`).join('')}
       ORDER BY id LIMIT $page`,
      { after, page: PAGE },
    )
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

function nodeOf(label: NodeLabel, { n, id, ...own }: NodeRow): GraphNode {
  const subtypes: readonly string[] = NODES[label].subtypes
  return {
    label,
    id,
    type: n.labels.find((each) => subtypes.includes(each)),
    properties: n.properties,
    bookkeeping: own,
  }
}

interface RelationRow {
  from: string
  type: Relation
  to: string
  labels: string[]
  r: { properties: Record<string, Plain> }
  profile: string | null
}

/** All relations by the node they start from. */
export async function* readRelations(store: GraphStore): AsyncGenerator<GraphRelation> {
  for (const label of NODE_LABELS)
    for await (const page of pagesOf(store, label)) {
      const rows = await ask<RelationRow>(
        store,
        `UNWIND $ids AS id MATCH (a:${label} {id: id}) MATCH (a)-[r]->(b)
         RETURN id AS from, type(r) AS type, b.id AS to, labels(b) AS labels, r, r._profile AS profile
         ORDER BY from, type, to`,
        { ids: page.map(({ id }) => id) },
      )
      for (const { from, type, to, labels, r, profile } of rows)
        yield {
          type,
          from: { id: from, label },
          to: { id: to, label: NODE_LABELS.find((each) => labels.includes(each))! },
          properties: r.properties,
          bookkeeping: profile === null ? {} : { _profile: profile },
        }
    }
}
