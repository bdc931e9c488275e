/** What the linker compares, read from the graph within the transaction that links. */
import {
  addDays,
  compareText,
  type Deed,
  type Interval,
  type LinkedArticle,
  type LinkedCommitment,
  MOST_WHOLES,
} from '@mithaq/model'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { Asked } from './views/ask.ts'
import { readSources } from './views/read-sources.ts'

/** Ids in one statement. */
const AT_A_TIME = 5_000

/** Articles that are linked at a time, at most. */
const ARTICLES = 500

/** Of the articles whose links may have changed, in the order of `findLinks`, as many as make so many rows. */
export async function readMarked(tx: Transaction, rows: number): Promise<LinkedArticle[]> {
  const { rows: found } = await tx.run(
    `MATCH (a:Article) WHERE a._unlinked >= '' WITH a ORDER BY a._unlinked LIMIT ${ARTICLES}
     OPTIONAL MATCH (a)<-[:IN]-(c:Commitment)
     RETURN a.id AS id, a.published AS published, a._deeds AS deeds, a._unlinked AS mark, count(c) AS commitments`,
  )
  const marked = found as unknown as (ArticleAnswer & { mark: string; commitments: number })[]
  let filled = 0
  const articles = marked
    .toSorted((a, b) => compareText(a.mark, b.mark))
    .filter(({ commitments }) => {
      const fits = filled < rows
      filled += 1 + commitments
      return fits
    })
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (a:Article {id: id})<-[:IN]-(c:Commitment)',
    articles.map(({ id }) => id),
  )
  return articlesOf(articles, commitments)
}

/** These commitments, in their articles. */
export async function readLinked(tx: Transaction, ids: readonly string[]): Promise<LinkedArticle[]> {
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (c:Commitment {id: id})-[:IN]->(a:Article)',
    ids,
  )
  const articles = new Map(commitments.map(({ article }) => [article.id, article]))
  return articlesOf([...articles.values()], commitments)
}

/** What is part of or lies within what, for all that is spoken of here and all that it belongs to: `[part, whole]`. */
export async function readWholes(
  tx: Transaction,
  articles: readonly LinkedArticle[],
): Promise<[string, string][]> {
  const wholes: [string, string][] = []
  const seen = new Set<string>()
  let frontier = articles.flatMap(({ commitments, deeds }) => [
    ...commitments.flatMap(({ committers, creditors, statedBy }) => [
      ...committers,
      ...creditors,
      ...statedBy,
    ]),
    ...deeds.flatMap(({ actors }) => actors),
    ...[...commitments, ...deeds].flatMap(({ places }) => places.map(({ id }) => id)),
  ])
  for (let depth = 0; depth < MOST_WHOLES && frontier.length > 0; depth++) {
    const ids = [...new Set(frontier)].filter((id) => !seen.has(id))
    for (const id of ids) seen.add(id)
    frontier = []
    for (const [prefix, pattern] of TIES)
      for (const { part, whole } of await runFor<{ part: string; whole: string }>(
        tx,
        `UNWIND $ids AS id MATCH ${pattern} RETURN id AS part, b.id AS whole`,
        ids.filter((id) => id.startsWith(prefix)),
      )) {
        wholes.push([part, whole])
        frontier.push(whole)
      }
  }
  return wholes
}

const TIES = [
  ['actor:', '(a:Actor {id: id})-[:PART_OF]->(b:Actor)'],
  ['place:', '(a:Place {id: id})-[:WITHIN]->(b:Place)'],
] as const

/** The answers to a question about many ids. */
async function runFor<Row>(tx: Transaction, cypher: string, ids: readonly string[]): Promise<Row[]> {
  const all: Row[] = []
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const { rows } = await tx.run(cypher, { ids: ids.slice(from, from + AT_A_TIME) })
    for (const row of rows) all.push(row as Row)
  }
  return all
}

interface ArticleAnswer {
  id: string
  published: string | null
  deeds: string | null
}

type Read = LinkedCommitment & { article: ArticleAnswer }

function articlesOf(articles: readonly ArticleAnswer[], commitments: readonly Read[]): LinkedArticle[] {
  const byArticle = groupBy(commitments, ({ article }) => article.id)
  return articles.map(({ id, published, deeds }) => ({
    id,
    published,
    commitments: byArticle.get(id) ?? [],
    deeds: deeds === null ? [] : (JSON.parse(deeds) as Deed[]),
    wholes: [],
  }))
}

interface CommitmentAnswer {
  id: string
  article: string
  published: string | null
  kind: LinkedCommitment['kind']
  polarity: LinkedCommitment['polarity']
  eventClass: LinkedCommitment['eventClass'] | null
  action: string
  quantity: number | null
  unit: string | null
  approximate: boolean | null
  quote: string
  start: number
  end: number
}

/** @param found a pattern that finds `c` and its article `a` by `id` */
async function readCommitments(tx: Transaction, found: string, ids: readonly string[]): Promise<Read[]> {
  const answers = await runFor<CommitmentAnswer>(
    tx,
    `${found}
     RETURN c.id AS id, a.id AS article, a.published AS published, c.kind AS kind, c.polarity AS polarity,
       c.eventClass AS eventClass, c.action AS action, c.quantity AS quantity, c.unit AS unit,
       c.approximate AS approximate, c.quote AS quote, c.start AS start, c.end AS end`,
    ids,
  )
  const commitments = answers.map(({ id }) => id)
  const ends = await readEnds(tx, commitments)
  const sources = await readSources(within(tx), commitments)
  return answers.map((answer) => readOf(answer, ends.get(answer.id)!, sources.get(answer.id) ?? []))
}

function readOf(answer: CommitmentAnswer, ends: Ends, sources: readonly { id: string }[]): Read {
  const { id, article, published, kind, polarity, eventClass, action, quote, start, end, ...amount } = answer
  const { quantity, unit, approximate } = amount
  return {
    ...ends,
    id,
    article: { id: article, published, deeds: null },
    kind,
    polarity,
    eventClass: eventClass ?? undefined,
    action: { ar: action },
    evidence: { start, end, quote },
    quantity:
      quantity === null
        ? undefined
        : { value: quantity, unit: unit ?? '', approximate: approximate ?? false },
    statedBy: sources.map((source) => source.id),
  }
}

type Ends = Pick<LinkedCommitment, 'committers' | 'creditors' | 'places' | 'begins' | 'due'> & {
  committers: string[]
  creditors: string[]
  places: LinkedCommitment['places'][number][]
}

/** Who is bound to whom, where and when, by ids alone. */
async function readEnds(tx: Transaction, ids: readonly string[]): Promise<Map<string, Ends>> {
  const ends = new Map(
    ids.map((id): [string, Ends] => [
      id,
      { committers: [], creditors: [], places: [], begins: null, due: null },
    ]),
  )
  const bound = await runFor<{ of: string; id: string }>(
    tx,
    `UNWIND $ids AS id MATCH (c:Commitment {id: id}) MATCH (c)<-[:COMMITS_TO]-(n:Actor)
     RETURN id AS of, n.id AS id`,
    ids,
  )
  for (const { of, id } of bound) ends.get(of)!.committers.push(id)
  const around = await runFor<{
    of: string
    relation: string
    id: string
    start: string | null
    end: string | null
  }>(
    tx,
    `UNWIND $ids AS id MATCH (c:Commitment {id: id}) MATCH (c)-[r:OWED_TO|AT|FROM|TOWARD|BEGINS|DUE]->(n)
     RETURN id AS of, type(r) AS relation, n.id AS id, n.start AS start, n.end AS end`,
    ids,
  )
  for (const { of, relation, id, start, end } of around) {
    const each = ends.get(of)!
    if (relation === 'OWED_TO') each.creditors.push(id)
    else if (relation === 'BEGINS') each.begins = halfOpen({ start, end })
    else if (relation === 'DUE') each.due = halfOpen({ start, end })
    else each.places.push({ id, role: relation.toLowerCase() as 'at' | 'from' | 'toward' })
  }
  return ends
}

/** Views ask a store, by ids; this one answers from within a transaction, where nothing else is being written. */
const within = (tx: Transaction): Asked => ({
  async query(cypher, params) {
    const rows = await runFor<Record<string, unknown>>(tx, cypher, (params as { ids: string[] }).ids)
    const columns = Object.keys(rows[0] ?? {})
    return { columns, rows: rows.map((row) => columns.map((column) => row[column])), truncated: false }
  },
})

const halfOpen = ({ start, end }: { start: string | null; end: string | null }): Interval => ({
  from: start,
  until: end === null ? null : addDays(end, 1),
})
