/** Nodes and the relations among them as the viewer draws them. */
import {
  type EdgeView,
  type NodeLabel,
  NODE_LABELS,
  NODES,
  type NodeView,
  type Relation,
  RELATION_TYPES,
} from '@mithaq/model'
import { groupBy } from '../group-by.ts'
import type { GraphStore } from '../store.ts'
import { ask, known } from './ask.ts'

export interface NodeAnswer {
  id: string
  labels: string[]
  name: string | null
  nameEn: string | null
}

/** What of a node `n` an answer needs: the name is what people would call it. */
export const NODE_COLUMNS = `n.id AS id, labels(n) AS labels, coalesce(n.nameEn, n.actionEn) AS nameEn,
  coalesce(n.name, n.action, n.label, n.title, substring(n.quote, 0, 80), substring(n.text, 0, 80)) AS name`

/** Any node of the vocabulary. */
export const ANY_NODE = NODE_LABELS.map((label) => `n:${label}`).join(' OR ')

export function nodeView({ id, labels, name, nameEn }: NodeAnswer): NodeView {
  const label = NODE_LABELS.find((each) => labels.includes(each))!
  const type = (NODES[label].subtypes as readonly string[]).find((each) => labels.includes(each))
  return { ...known({ id, label, type, nameEn }), name: name ?? id }
}

/** An id begins with its kind. */
function labelOf(id: string): NodeLabel | undefined {
  const kind = id.slice(0, id.indexOf(':'))
  return NODE_LABELS.find((label) => label.toLowerCase() === kind)
}

/** Runs a question for nodes of every kind; `n` is matched by its id, from `$ids`. */
export async function askEach<Row>(
  store: GraphStore,
  ids: readonly string[],
  cypher: string,
  params: Record<string, unknown> = {},
): Promise<Row[]> {
  const rows: Row[] = []
  for (const [label, group] of groupBy(ids, labelOf))
    if (label)
      rows.push(
        ...(await ask<Row>(store, `UNWIND $ids AS id MATCH (n:${label} {id: id}) ${cypher}`, {
          ...params,
          ids: group,
        })),
      )
  return rows
}

interface EdgeAnswer {
  source: string
  relation: Relation
  target: string
}

/** Thousands of these start at one country: they are asked for from their end, where few come together. */
const FROM_END: readonly Relation[] = ['COMMITS_TO', 'STATED']
const FROM_START = RELATION_TYPES.filter((relation) => !FROM_END.includes(relation)).join('|')

/** All relations between these nodes, each once, in a fixed order. */
export async function edgesAmong(store: GraphStore, ids: readonly string[]): Promise<EdgeView[]> {
  const among = new Set(ids)
  const rows = [
    ...(await askEach<EdgeAnswer>(
      store,
      ids,
      `MATCH (n)-[r:${FROM_START}]->(m) RETURN id AS source, type(r) AS relation, m.id AS target`,
    )),
    ...(await askEach<EdgeAnswer>(
      store,
      ids,
      `MATCH (n)<-[r:${FROM_END.join('|')}]-(m) RETURN m.id AS source, type(r) AS relation, id AS target`,
    )),
  ]
  return rows
    .filter(({ source, target }) => among.has(source) && among.has(target))
    .map(({ source, relation, target }) => ({
      id: `${source} ${relation} ${target}`,
      source,
      target,
      relation,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
