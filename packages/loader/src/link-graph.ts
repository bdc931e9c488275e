/**
 * Links between commitments of the graph. A load marks the articles whose links may have changed; all of these are
 * compared at once with what the graph holds of the same debtors and topics, and with nothing else, and what comes of
 * it is written step by step. In the end there are the links that comparing all with all would give. Links that were
 * drawn are told from relations that records assert by their `reason`.
 */
import { compareText, findLinks, type Link, NEAREST_LINKS } from '@mithaq/model'
import { LINK_TYPES, MARK_UNLINKED } from './bookkeeping.ts'
import type { Database, Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import { readPartners, readUnlinked } from './read-linked.ts'
import type { RelationRow } from './rows.ts'
import type { LinkOptions, LinkReport } from './store.ts'
import { type Encode, lockStore } from './write-batch.ts'
import { unwind, writeRelations } from './write-rows.ts'

/** Rows in a transaction, roughly; more is too much for a small server. */
const ROWS = 20_000

export async function linkGraph(database: Database, options: LinkOptions = {}): Promise<LinkReport> {
  const { batchRows = ROWS } = options
  const report: LinkReport = { articles: 0, created: 0, removed: 0 }
  for (let plan: Plan | undefined; ;) {
    const done = await database.write((tx) => takeStep(tx, database.encode, batchRows, plan))
    if (!done) return report
    report.articles += done.articles
    report.created += done.created
    report.removed += done.removed
    plan = done.plan
    options.onProgress?.({ ...report }, plan.done / plan.steps.length)
  }
}

/** What is to be written, made in one reading of the graph; void as soon as somebody else writes to it. */
interface Plan {
  /** How often the graph had been written to when the last step was done. */
  writes: number
  steps: readonly Step[]
  /** How many of these. */
  done: number
  /** The articles that are linked, and their commitments. */
  own: ReadonlySet<string>
  /** When each of the articles appeared. */
  days: ReadonlyMap<string, string | null>
  /** All links with an end in these articles that there should be, by where they start. */
  found: ReadonlyMap<string, readonly Link[]>
}

interface Step {
  /** Whose links are compared with those that are drawn. */
  sources: string[]
  /** The articles whose links are all drawn then. */
  articles: string[]
}

interface StepDone extends LinkReport {
  plan: Plan
}

/** The next step, in one transaction that no other writer can come between. Undefined when there is nothing to link. */
async function takeStep(
  tx: Transaction,
  encode: Encode,
  batchRows: number,
  before: Plan | undefined,
): Promise<StepDone | undefined> {
  const writes = await lockStore(tx, encode)
  const stands = before?.writes === writes - 1 && before.done < before.steps.length
  const plan = stands ? before : await makePlan(tx, batchRows)
  const step = plan.steps[plan.done]
  if (!step) return undefined
  const { created, removed } = await drawLinks(tx, encode, plan, step)
  return {
    articles: step.articles.length,
    created,
    removed,
    plan: { ...plan, writes, done: plan.done + 1 },
  }
}

async function makePlan(tx: Transaction, batchRows: number): Promise<Omit<Plan, 'writes'>> {
  const marked = await readUnlinked(tx)
  const ids = marked.map(({ id }) => id)
  const own = new Set(marked.flatMap(({ id, commitments }) => [id, ...commitments.map((each) => each.id)]))
  const partners = marked.length === 0 ? [] : await readPartners(tx, marked, own)
  const found = groupBy(findLinks([...marked, ...partners], new Set(ids)), ({ from }) => from)
  const others = new Set([...found.keys(), ...(await readLinking(tx, [...own]))].filter((id) => !own.has(id)))
  return {
    own,
    days: new Map(marked.map(({ id, published }) => [id, published])),
    found,
    done: 0,
    // An article stays marked until what is not marked is linked to it.
    steps: stepsOf(
      [
        ...[...others].map((id) => ({ sources: [id], articles: [], rows: NEAREST_LINKS })),
        ...marked.map(({ id, commitments }) => {
          const sources = [id, ...commitments.map((each) => each.id)]
          const rows = sources.reduce((sum, source) => sum + 1 + (found.get(source)?.length ?? 0), 0)
          return { sources, articles: [id], rows }
        }),
      ],
      batchRows,
    ),
  }
}

function stepsOf(parts: readonly (Step & { rows: number })[], batchRows: number): Step[] {
  const steps: Step[] = []
  let filled = batchRows
  for (const { sources, articles, rows } of parts) {
    if (filled >= batchRows) {
      steps.push({ sources: [], articles: [] })
      filled = 0
    }
    filled += rows
    const step = steps.at(-1)!
    for (const source of sources) step.sources.push(source)
    for (const article of articles) step.articles.push(article)
  }
  return steps
}

async function drawLinks(
  tx: Transaction,
  encode: Encode,
  { own, days, found }: Pick<Plan, 'own' | 'days' | 'found'>,
  { sources, articles }: Step,
): Promise<{ created: number; removed: number }> {
  const { drawn, asserted } = await readDrawn(tx, sources)
  const here = new Map([...drawn.values()].flat().map((link) => [keyOf(link), link]))
  const there = new Map<string, Drawn>()
  const freed: string[] = []
  for (const id of sources) {
    const links = placed(found.get(id) ?? [], days)
    const before = drawn.get(id) ?? []
    // Of what was not marked only the links to what was may have changed.
    const wanted = own.has(id) ? links : nearest([...before.filter(({ to }) => !own.has(to)), ...links])
    for (const link of wanted) if (!asserted.has(keyOf(link))) there.set(keyOf(link), link)
    // What had all the links it may have, and lost one, may take one up that was too far away.
    if (!own.has(id) && before.length === NEAREST_LINKS && wanted.length < NEAREST_LINKS) freed.push(id)
  }
  const isSame = (a: Drawn | undefined, b: Drawn | undefined): boolean =>
    JSON.stringify(a && rowOf(a)) === JSON.stringify(b && rowOf(b))
  const gone = [...here].filter(([key, link]) => !isSame(link, there.get(key))).map(([, link]) => link)
  const created = [...there].filter(([key, link]) => !isSame(link, here.get(key))).map(([, link]) => link)
  removeLinks(tx, gone)
  writeRelations(tx, encode, created.map(rowOf))
  unwind(
    tx,
    'MATCH (a:Article {id: row.id}) REMOVE a._unlinked',
    articles.map((id) => ({ id })),
  )
  markArticlesOf(tx, freed)
  return { created: created.length, removed: gone.length }
}

/** A link, and where the older side stands in the order of all. */
interface Drawn extends Omit<Link, 'evidence' | 'rule'> {
  rule: string
  evidence: readonly string[]
  published: string | null
  article: string
  start: number
}

function placed(links: readonly Link[], days: Plan['days']): Drawn[] {
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
    compareText(b.published ?? '', a.published ?? '') ||
    compareText(b.article, a.article) ||
    b.start - a.start ||
    compareText(b.to, a.to)
  return links.toSorted(falling).slice(0, NEAREST_LINKS)
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
    for (const row of rows) found.push(row as unknown as (typeof found)[number])
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
