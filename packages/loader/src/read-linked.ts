/** What the linker compares, read from the graph within the transaction that links. */
import {
  addDays,
  type Deed,
  type Interval,
  linkContentOf,
  type LinkedArticle,
  type LinkedCommitment,
  linkKeysOf,
  Wholes,
} from '@mithaq/model'
import type { Transaction } from './database.ts'
import { groupBy } from './group-by.ts'
import type { Asked } from './views/ask.ts'
import { readSources } from './views/read-sources.ts'

/** Ids in one statement. */
const AT_A_TIME = 5_000

/** The articles whose links may have changed. */
export async function readUnlinked(tx: Transaction): Promise<LinkedArticle[]> {
  const { rows } = await tx.run(
    'MATCH (a:Article {_unlinked: true}) RETURN a.id AS id, a.published AS published, a._deeds AS deeds',
  )
  const articles = rows as unknown as ArticleAnswer[]
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (a:Article {id: id})<-[:IN]-(c:Commitment)',
    articles.map(({ id }) => id),
  )
  return articlesOf(articles, commitments)
}

/**
 * What these may be linked with: commitments and deeds by the same debtors on the same topics, and who belongs to whom.
 *
 * @param own the ids of these articles and of their commitments
 */
export async function readPartners(
  tx: Transaction,
  articles: readonly LinkedArticle[],
  own: ReadonlySet<string>,
): Promise<LinkedArticle[]> {
  const ties = await readWholes(tx)
  const related = relatives(ties)
  const undertaken = articles.flatMap(({ commitments }) =>
    commitments.map((item) => ({ actors: item.committers, item })),
  )
  const done = articles.flatMap(({ deeds }) => deeds.map((item) => ({ actors: item.actors, item })))
  const near = await readNear(
    tx,
    '(x)-[:COMMITS_TO]->(n:Commitment)',
    probesOf([...undertaken, ...done], related),
    own,
  )
  const reports = await readNear(
    tx,
    '(x)<-[:MENTIONS]-(n:Article) WHERE n._deeds IS NOT NULL',
    probesOf(undertaken, related),
    own,
  )
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (c:Commitment {id: id})-[:IN]->(a:Article)',
    near,
  )
  const told = await runFor<ArticleAnswer>(
    tx,
    `UNWIND $ids AS id MATCH (a:Article {id: id})
     RETURN a.id AS id, a.published AS published, a._deeds AS deeds`,
    reports,
  )
  const known = new Map<string, ArticleAnswer>()
  for (const article of [...commitments.map(({ article }) => article), ...told])
    if (!own.has(article.id)) known.set(article.id, article)
  return [
    { id: '', published: null, commitments: [], deeds: [], wholes: ties },
    ...articlesOf([...known.values()], commitments),
  ]
}

/** For an actor, all that it may be meant by or may speak for: itself, what it is part of, and what is part of it. */
function relatives(ties: readonly (readonly [part: string, whole: string])[]): (actor: string) => string[] {
  const wholes = new Wholes()
  for (const [part, whole] of ties) wholes.add(part, whole)
  const beneath = wholes.beneath()
  return (actor) => [...wholes.above(actor), ...(beneath.get(actor) ?? [])]
}

/** By what an actor's commitments and deeds are found. */
interface Probe {
  topic: Set<string>
  words: Set<string>
}

/** For each actor that may be the other side's. */
function probesOf(
  items: readonly { actors: readonly string[]; item: LinkedCommitment | Deed }[],
  related: (actor: string) => string[],
): Map<string, Probe> {
  const probes = new Map<string, Probe>()
  for (const { actors, item } of items) {
    const keys = linkKeysOf(linkContentOf(item))
    for (const actor of new Set(actors.flatMap(related))) {
      const probe = probes.get(actor) ?? { topic: new Set(), words: new Set() }
      for (const word of keys.topic) probe.topic.add(word)
      for (const word of keys.words) probe.words.add(word)
      probes.set(actor, probe)
    }
  }
  return probes
}

/**
 * The ids of what the actors are tied to and shares a topic: that of one is among the words of the other, as `keysOf`
 * in the model has it. Told here and not by the database, which looks a word up in a list only by going through it.
 *
 * @param found a pattern that starts from the actor `x` and finds `n`
 */
async function readNear(
  tx: Transaction,
  found: string,
  probes: ReadonlyMap<string, Probe>,
  own: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await runFor<{ actor: string; id: string; topic: string[] | null; words: string[] | null }>(
    tx,
    `UNWIND $ids AS id MATCH (x:Actor {id: id}) MATCH ${found}
     RETURN id AS actor, n.id AS id, n._topic AS topic, n._words AS words`,
    [...probes.keys()],
  )
  const near = new Set<string>()
  for (const { actor, id, topic, words } of rows) {
    const probe = probes.get(actor)!
    const isNear =
      topic?.some((word) => probe.words.has(word)) || words?.some((word) => probe.topic.has(word))
    if (isNear && !own.has(id)) near.add(id)
  }
  return [...near]
}

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

async function readWholes(tx: Transaction): Promise<[string, string][]> {
  const wholes: [string, string][] = []
  for (const pattern of ['(a:Actor)-[:PART_OF]->(b:Actor)', '(a:Place)-[:WITHIN]->(b:Place)']) {
    const { rows } = await tx.run(`MATCH ${pattern} RETURN a.id AS part, b.id AS whole`)
    for (const { part, whole } of rows as { part: string; whole: string }[]) wholes.push([part, whole])
  }
  return wholes
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
