/**
 * Links between commitments of the graph: what the linker finds in all that was loaded, written so that only what
 * changed is touched. They are told from relations that records assert by their `reason`.
 */
import { type Deed, findLinks, type Interval, type Link, type LinkedArticle, addDays } from '@mithaq/model'
import { LOCK_STORE, GRAPH_SCHEMA } from './bookkeeping.ts'
import type { Database } from './database.ts'
import { groupBy } from './group-by.ts'
import type { RelationRow } from './rows.ts'
import type { GraphStore, LinkReport } from './store.ts'
import { ask } from './views/ask.ts'
import { readRoles } from './views/read-roles.ts'
import { readSources } from './views/read-sources.ts'
import { unwind, writeRelations } from './write-rows.ts'

export async function linkGraph(store: GraphStore, database: Database): Promise<LinkReport> {
  const links = findLinks(await readArticles(store))
  const wanted = new Map(links.map((link) => [keyOf(link), rowOf(link)]))
  const { drawn, asserted } = await readDrawn(store)
  const gone = drawn.filter((link) => contentOf(wanted.get(keyOf(link))) !== contentOf(asRow(link)))
  const kept = new Set(drawn.filter((link) => !gone.includes(link)).map(keyOf))
  const fresh = [...wanted].filter(([key]) => !kept.has(key) && !asserted.has(key)).map(([, row]) => row)
  if (gone.length > 0 || fresh.length > 0)
    await database.write(async (tx) => {
      await tx.run(LOCK_STORE, { schema: database.encode(GRAPH_SCHEMA, 'integer') })
      for (const [pattern, group] of groupBy(gone, ({ relation, from }) => `${labelOf(from)} ${relation}`)) {
        const [label, relation] = pattern.split(' ')
        await unwind(
          tx,
          `MATCH (:${label} {id: row.from})-[r:${relation}]->(:Commitment {id: row.to}) WHERE r.reason IS NOT NULL DELETE r`,
          group.map(({ from, to }) => ({ from, to })),
        )
      }
      await writeRelations(tx, database.encode, fresh)
    })
  return { links: kept.size + fresh.length, created: fresh.length, removed: gone.length }
}

interface Drawn {
  from: string
  to: string
  relation: Link['relation']
  rule: string
  reason: string | null
  evidence: string[]
}

const LINKS = 'RESTATES|AMENDS|CONTRADICTS|FULFILS'

/** The links that are there: drawn before, and those that records assert themselves. */
async function readDrawn(store: GraphStore): Promise<{ drawn: Drawn[]; asserted: Set<string> }> {
  const found: Drawn[] = []
  for (const label of ['Commitment', 'Article'])
    found.push(
      ...(await ask<Drawn>(
        store,
        `MATCH (a:${label})-[r:${LINKS}]->(b:Commitment)
         RETURN a.id AS from, b.id AS to, type(r) AS relation, r.rule AS rule, r.reason AS reason, r.evidence AS evidence`,
      )),
    )
  return {
    drawn: found.filter(({ reason }) => reason !== null),
    asserted: new Set(found.filter(({ reason }) => reason === null).map(keyOf)),
  }
}

const keyOf = ({ from, relation, to }: Pick<Drawn, 'from' | 'relation' | 'to'>): string =>
  `${from} ${relation} ${to}`
const labelOf = (id: string): 'Article' | 'Commitment' =>
  id.startsWith('article:') ? 'Article' : 'Commitment'

const rowOf = ({ from, to, relation, rule, reason, evidence }: Link): RelationRow =>
  asRow({ from, to, relation, rule, reason, evidence: evidence.map(({ quote }) => quote) })

const asRow = ({ from, to, relation, rule, reason, evidence }: Drawn): RelationRow => ({
  type: relation,
  from: { id: from, label: labelOf(from) },
  to: { id: to, label: 'Commitment' },
  properties: { evidence, rule, basis: 'implied', reason },
})

const contentOf = (row: RelationRow | undefined): string => JSON.stringify(row?.properties)

interface CommitmentAnswer {
  id: string
  article: string
  kind: LinkedArticle['commitments'][number]['kind']
  polarity: LinkedArticle['commitments'][number]['polarity']
  eventClass: LinkedArticle['commitments'][number]['eventClass'] | null
  action: string
  quantity: number | null
  unit: string | null
  approximate: boolean | null
  quote: string
  start: number
  end: number
}

/** All articles as the linker compares them. */
async function readArticles(store: GraphStore): Promise<LinkedArticle[]> {
  const articles = await ask<{ id: string; published: string | null; deeds: string | null }>(
    store,
    'MATCH (a:Article) RETURN a.id AS id, a.published AS published, a._deeds AS deeds',
  )
  const commitments = groupBy(await readCommitments(store), ({ article }) => article)
  return [
    { id: '', published: null, commitments: [], deeds: [], wholes: await readWholes(store) },
    ...articles.map(({ id, published, deeds }) => ({
      id,
      published,
      commitments: commitments.get(id) ?? [],
      deeds: deeds === null ? [] : (JSON.parse(deeds) as Deed[]),
      wholes: [],
    })),
  ]
}

async function readWholes(store: GraphStore): Promise<[string, string][]> {
  const wholes: [string, string][] = []
  for (const pattern of ['(a:Actor)-[:PART_OF]->(b:Actor)', '(a:Place)-[:WITHIN]->(b:Place)'])
    for (const { part, whole } of await ask<{ part: string; whole: string }>(
      store,
      `MATCH ${pattern} RETURN a.id AS part, b.id AS whole`,
    ))
      wholes.push([part, whole])
  return wholes
}

async function readCommitments(
  store: GraphStore,
): Promise<(LinkedArticle['commitments'][number] & { article: string })[]> {
  const rows = await ask<CommitmentAnswer>(
    store,
    `MATCH (c:Commitment)-[:IN]->(a:Article)
     RETURN c.id AS id, a.id AS article, c.kind AS kind, c.polarity AS polarity, c.eventClass AS eventClass,
       c.action AS action, c.quantity AS quantity, c.unit AS unit, c.approximate AS approximate,
       c.quote AS quote, c.start AS start, c.end AS end`,
  )
  const ids = rows.map(({ id }) => id)
  const roles = await readRoles(store, ids)
  const sources = await readSources(store, ids)
  return rows.map(({ id, article, kind, polarity, eventClass, action, quote, start, end, ...amount }) => {
    const { committers, creditors, places, begins, due } = roles.get(id)!
    const { quantity, unit, approximate } = amount
    return {
      id,
      article,
      kind,
      polarity,
      eventClass: eventClass ?? undefined,
      action: { ar: action },
      evidence: { start, end, quote },
      committers: idsOf(committers),
      creditors: idsOf(creditors),
      places: places.map(({ id, role }) => ({ id, role })),
      begins: begins && halfOpen(begins),
      due: due && halfOpen(due),
      quantity:
        quantity === null
          ? undefined
          : { value: quantity, unit: unit ?? '', approximate: approximate ?? false },
      statedBy: idsOf(sources.get(id) ?? []),
    }
  })
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)

const halfOpen = ({ start, end }: { start: string | null; end: string | null }): Interval => ({
  from: start,
  until: end === null ? null : addDays(end, 1),
})
