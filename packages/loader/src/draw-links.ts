/** Links in the graph: those that there are against those that there should be. */
import { compareText, type Link, NEAREST_LINKS } from '@mithaq/model'
import { LINK_TYPES, MARK_UNLINKED } from './bookkeeping.ts'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { RelationRow } from './rows.ts'
import type { Encode } from './write-batch.ts'
import { unwind, writeRelations } from './write-rows.ts'

/** Where a commitment stands among all that others may be linked to. */
export interface Position {
  published: string | null
  article: string
  start: number
  /** The commitment. */
  to: string
}

/** A link, and where the older side stands. */
export interface Drawn extends Omit<Link, 'evidence' | 'rule'>, Position {
  rule: string
  evidence: readonly string[]
}

/** @param days when each of the articles appeared */
export function placed(links: readonly Link[], days: ReadonlyMap<string, string | null>): Drawn[] {
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

/** The order of `findLinks`, the latest first. */
export const falling = (a: Position, b: Position): number =>
  compareText(b.published ?? '', a.published ?? '') ||
  compareText(b.article, a.article) ||
  b.start - a.start ||
  compareText(b.to, a.to)

/** The links of one that it keeps, each once. */
export const nearest = (links: readonly Drawn[]): Drawn[] =>
  [...new Map(links.map((link) => [link.to, link])).values()].toSorted(falling).slice(0, NEAREST_LINKS)

/**
 * Makes the links that start in `sources` those that there should be.
 *
 * @param own the articles that are being linked, and their commitments: of others only the links to these may have changed
 * @param links all that these start, and all that others have to these
 */
export async function drawLinks(
  tx: Transaction,
  encode: Encode,
  { own, links }: { own: ReadonlySet<string>; links: ReadonlyMap<string, readonly Drawn[]> },
  sources: readonly string[],
): Promise<{ created: number; removed: number }> {
  const { drawn, asserted } = await readDrawn(tx, sources)
  const here = new Map([...drawn.values()].flat().map((link) => [keyOf(link), link]))
  const there = new Map<string, Drawn>()
  const freed: string[] = []
  const reach: { id: string; farthest: string | null }[] = []
  for (const id of sources) {
    const before = drawn.get(id) ?? []
    // What is still to be linked itself keeps its links until its turn.
    const kept = before.filter(({ to, isMarked }) => !own.has(to) && (isMarked || !own.has(id)))
    const wanted = nearest([...kept, ...(links.get(id) ?? [])])
    for (const link of wanted) if (!asserted.has(keyOf(link))) there.set(keyOf(link), link)
    reach.push({ id, farthest: packPosition(wanted[NEAREST_LINKS - 1]) })
    // What had all the links it may have, and lost one, may take one up that was too far away.
    if (!own.has(id) && before.length === NEAREST_LINKS && wanted.length < NEAREST_LINKS) freed.push(id)
  }
  const isSame = (a: Drawn | undefined, b: Drawn | undefined): boolean =>
    JSON.stringify(a && rowOf(a)) === JSON.stringify(b && rowOf(b))
  const gone = [...here].filter(([key, link]) => !isSame(link, there.get(key))).map(([, link]) => link)
  const created = [...there].filter(([key, link]) => !isSame(link, here.get(key))).map(([, link]) => link)
  removeLinks(tx, gone)
  writeRelations(tx, encode, created.map(rowOf))
  setReach(tx, reach)
  markArticlesOf(tx, freed)
  return { created: created.length, removed: gone.length }
}

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

/** A link that is there, and whether the article of its older side is still to be linked. */
interface Before extends Drawn {
  isMarked: boolean
}

/** What has a drawn link to one of these, but for what is still to be linked itself. */
export async function readLinking(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.run(
    `UNWIND $ids AS id MATCH (:Commitment {id: id})<-[r:${LINK_TYPES}]-(other) WHERE r.reason IS NOT NULL
     OPTIONAL MATCH (other)-[:IN]->(article:Article)
     WITH other, article WHERE coalesce(other._unlinked, article._unlinked) IS NULL RETURN DISTINCT other.id AS id`,
    { ids },
  )
  return rows.map(({ id }) => id as string)
}

/** The links that start in these: drawn before, by where they start, and those that records assert themselves. */
async function readDrawn(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ drawn: Map<string, Before[]>; asserted: Set<string> }> {
  const found: (Omit<Before, 'reason'> & { reason: string | null })[] = []
  for (const [label, group] of groupBy(ids, labelOf)) {
    const { rows } = await tx.run(
      `UNWIND $ids AS id MATCH (a:${label} {id: id})-[r:${LINK_TYPES}]->(b:Commitment)-[:IN]->(article:Article)
       RETURN a.id AS from, b.id AS to, type(r) AS relation, r.rule AS rule, r.reason AS reason,
         r.evidence AS evidence, b.start AS start, article.id AS article, article.published AS published,
         article._unlinked IS NOT NULL AS isMarked`,
      { ids: group },
    )
    for (const row of rows) found.push(row as unknown as (typeof found)[number])
  }
  return {
    drawn: groupBy(
      found.filter((link): link is Before => link.reason !== null),
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

/** So that what is farther than all links of one that has as many as it may have need not be compared with it. */
function setReach(tx: Transaction, rows: readonly { id: string; farthest: string | null }[]): void {
  for (const [label, group] of groupBy(rows, ({ id }) => labelOf(id)))
    unwind(
      tx,
      `MATCH (n:${label} {id: row.id}) WHERE row.farthest IS NOT NULL OR n._farthest IS NOT NULL
       SET n._farthest = row.farthest`,
      group,
    )
}

const packPosition = (position: Position | undefined): string | null => {
  if (!position) return null
  const { published, article, start, to } = position
  return JSON.stringify({ published, article, start, to })
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
