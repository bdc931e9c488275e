/**
 * Links between commitments of the graph. A load marks the articles whose links may have changed; here each of these
 * is compared with what the graph holds of the same debtors and topics, and with nothing else. What comes out is what
 * comparing all with all would give. Links that were drawn are told from relations that records assert by their
 * `reason`.
 */
import { findLinks, type Link, type LinkedArticle, NEAREST_LINKS } from '@mithaq/model'
import { LINK_TYPES, MARK_UNLINKED } from './bookkeeping.ts'
import type { Database, Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import { readPartners, readUnlinked } from './read-linked.ts'
import type { RelationRow } from './rows.ts'
import type { LinkReport } from './store.ts'
import { type Encode, lockStore } from './write-batch.ts'
import { unwind, writeRelations } from './write-rows.ts'

export async function linkGraph(database: Database): Promise<LinkReport> {
  const report: LinkReport = { articles: 0, created: 0, removed: 0 }
  for (;;) {
    const done = await database.write((tx) => linkSome(tx, database.encode))
    if (done.articles === 0) return report
    report.articles += done.articles
    report.created += done.created
    report.removed += done.removed
  }
}

/** Some of the marked articles, in one transaction that no other writer can come between. */
async function linkSome(tx: Transaction, encode: Encode): Promise<LinkReport> {
  await lockStore(tx, encode)
  const marked = await readUnlinked(tx)
  if (marked.length === 0) return { articles: 0, created: 0, removed: 0 }
  const { partners, waiting } = await readPartners(tx, marked)
  const found = findLinks([...marked, ...partners], new Set(marked.map(({ id }) => id)))
    // What starts in an article that is marked too is found when its turn comes.
    .filter(({ evidence: [newer] }) => !waiting.has(newer.article))
  const own = new Set(marked.flatMap(({ id, commitments }) => [id, ...commitments.map((each) => each.id)]))
  const others = new Set(
    [...found.map(({ from }) => from), ...(await readLinking(tx, [...own]))].filter((id) => !own.has(id)),
  )
  const { drawn, asserted } = await readDrawn(tx, [...own, ...others])

  const wanted = groupBy(placed(found, marked), ({ from }) => from)
  // Of what was not marked only the links to what was may have changed.
  for (const id of others) {
    const kept = (drawn.get(id) ?? []).filter(({ to }) => !own.has(to))
    wanted.set(id, nearest([...kept, ...(wanted.get(id) ?? [])]))
  }
  const here = new Map([...drawn.values()].flat().map((link) => [keyOf(link), link]))
  const there = new Map(
    [...wanted.values()]
      .flat()
      .map((link) => [keyOf(link), link] as const)
      .filter(([key]) => !asserted.has(key)),
  )
  const isSame = (a: Drawn | undefined, b: Drawn | undefined): boolean =>
    JSON.stringify(a && rowOf(a)) === JSON.stringify(b && rowOf(b))
  const gone = [...here].filter(([key, link]) => !isSame(link, there.get(key))).map(([, link]) => link)
  const created = [...there].filter(([key, link]) => !isSame(link, here.get(key))).map(([, link]) => link)

  removeLinks(tx, gone)
  writeRelations(tx, encode, created.map(rowOf))
  unwind(
    tx,
    'MATCH (a:Article {id: row.id}) REMOVE a._unlinked',
    marked.map(({ id }) => ({ id })),
  )
  // What had all the links it may have, and lost one, may take one up that was too far away.
  const freed = [...others].filter(
    (id) => drawn.get(id)?.length === NEAREST_LINKS && (wanted.get(id)?.length ?? 0) < NEAREST_LINKS,
  )
  markArticlesOf(tx, freed)
  return { articles: marked.length, created: created.length, removed: gone.length }
}

/** A link, and where the older side stands in the order of all. */
interface Drawn extends Omit<Link, 'evidence' | 'rule'> {
  rule: string
  evidence: readonly string[]
  published: string | null
  article: string
  start: number
}

function placed(links: readonly Link[], marked: readonly LinkedArticle[]): Drawn[] {
  const days = new Map(marked.map(({ id, published }) => [id, published]))
  return links.map(({ evidence, ...link }) => {
    const [, { article, start }] = evidence
    return {
      ...link,
      evidence: evidence.map(({ quote }) => quote),
      published: days.get(article) ?? null,
      article,
      start,
    }
  })
}

/** The order of `findLinks`. */
function nearest(links: readonly Drawn[]): Drawn[] {
  const falling = (a: Drawn, b: Drawn): number =>
    compare(b.published ?? '', a.published ?? '') ||
    compare(b.article, a.article) ||
    b.start - a.start ||
    compare(b.to, a.to)
  return links.toSorted(falling).slice(0, NEAREST_LINKS)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = ({ from, relation, to }: Pick<Drawn, 'from' | 'relation' | 'to'>): string =>
  `${from} ${relation} ${to}`
const labelOf = (id: string): 'Article' | 'Commitment' =>
  id.startsWith('article:') ? 'Article' : 'Commitment'

const rowOf = ({ from, to, relation, rule, reason, evidence }: Drawn): RelationRow => ({
  type: relation,
  from: { id: from, label: labelOf(from) },
  to: { id: to, label: 'Commitment' },
  properties: { evidence: [...evidence], rule, basis: 'implied', reason },
})

/** What has a drawn link to one of these. */
async function readLinking(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.run(
    `UNWIND $ids AS id MATCH (:Commitment {id: id})<-[r:${LINK_TYPES}]-(other)
     WHERE r.reason IS NOT NULL RETURN DISTINCT other.id AS id`,
    { ids },
  )
  return rows.map(({ id }) => id as string)
}

/** The links that start in these: drawn before, by where they start, and those that records assert themselves. */
async function readDrawn(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ drawn: Map<string, Drawn[]>; asserted: Set<string> }> {
  const found: (Omit<Drawn, 'reason'> & { reason: string | null })[] = []
  for (const [label, group] of groupBy(ids, labelOf)) {
    const { rows } = await tx.run(
      `UNWIND $ids AS id MATCH (a:${label} {id: id})-[r:${LINK_TYPES}]->(b:Commitment)-[:IN]->(article:Article)
       RETURN a.id AS from, b.id AS to, type(r) AS relation, r.rule AS rule, r.reason AS reason,
         r.evidence AS evidence, b.start AS start, article.id AS article, article.published AS published`,
      { ids: group },
    )
    found.push(...(rows as unknown as typeof found))
  }
  return {
    drawn: groupBy(
      found.filter((link): link is Drawn => link.reason !== null),
      ({ from }) => from,
    ),
    asserted: new Set(found.filter(({ reason }) => reason === null).map(keyOf)),
  }
}

function removeLinks(tx: Transaction, links: readonly Drawn[]): void {
  for (const group of groupBy(links, ({ from, relation }) => `${labelOf(from)} ${relation}`).values()) {
    const { from, relation } = group[0]!
    unwind(
      tx,
      `MATCH (:${labelOf(from)} {id: row.from})-[r:${relation}]->(:Commitment {id: row.to})
       WHERE r.reason IS NOT NULL DELETE r`,
      group.map(({ from, to }) => ({ from, to })),
    )
  }
}

function markArticlesOf(tx: Transaction, ids: readonly string[]): void {
  for (const [label, group] of groupBy(ids, labelOf))
    unwind(
      tx,
      label === 'Article'
        ? `MATCH (article:Article {id: row.id}) ${MARK_UNLINKED}`
        : `MATCH (:Commitment {id: row.id})-[:IN]->(article:Article) ${MARK_UNLINKED}`,
      group.map((id) => ({ id })),
    )
}
