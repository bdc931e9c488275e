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
import { readRoles } from './views/read-roles.ts'
import { readSources } from './views/read-sources.ts'

/** Articles in one transaction; with as many links as each may have it is as much as a small server takes. */
const AT_A_TIME = 1_000

/** Some of the articles whose links may have changed. */
export async function readUnlinked(tx: Transaction): Promise<LinkedArticle[]> {
  const { rows } = await tx.run(
    `MATCH (a:Article {_unlinked: true})
     RETURN a.id AS id, a.published AS published, a._deeds AS deeds, a._unlinked AS unlinked LIMIT ${AT_A_TIME}`,
  )
  const articles = rows as unknown as ArticleAnswer[]
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (a:Article {id: id})<-[:IN]-(c:Commitment)',
    articles.map(({ id }) => id),
  )
  return articlesOf(articles, commitments)
}

/** What these may be linked with: commitments and deeds by the same debtors on the same topics, and who belongs to whom. */
export async function readPartners(
  tx: Transaction,
  articles: readonly LinkedArticle[],
): Promise<{ partners: LinkedArticle[]; waiting: Set<string> }> {
  const ties = await readWholes(tx)
  const related = relatives(ties)
  const undertaken = articles.flatMap(({ commitments }) =>
    commitments.map((item) => ({ actors: item.committers, item })),
  )
  const done = articles.flatMap(({ deeds }) => deeds.map((item) => ({ actors: item.actors, item })))
  const near = await tx.run(
    `UNWIND $probes AS probe MATCH (:Actor {id: probe.actor})-[:COMMITS_TO]->(n:Commitment)
     WHERE ${SHARES_TOPIC} RETURN DISTINCT n.id AS id`,
    { probes: probesOf([...undertaken, ...done], related) },
  )
  const reports = await tx.run(
    `UNWIND $probes AS probe MATCH (:Actor {id: probe.actor})<-[:MENTIONS]-(n:Article)
     WHERE ${SHARES_TOPIC} RETURN DISTINCT n.id AS id, n.published AS published, n._deeds AS deeds, n._unlinked AS unlinked`,
    { probes: probesOf(undertaken, related) },
  )
  const commitments = await readCommitments(
    tx,
    'UNWIND $ids AS id MATCH (c:Commitment {id: id})-[:IN]->(a:Article)',
    near.rows.map(({ id }) => id as string),
  )
  const own = new Set(articles.map(({ id }) => id))
  const known = new Map<string, ArticleAnswer>()
  for (const article of [
    ...commitments.map(({ article }) => article),
    ...(reports.rows as unknown as ArticleAnswer[]),
  ])
    if (!own.has(article.id)) known.set(article.id, article)
  return {
    partners: [
      { id: '', published: null, commitments: [], deeds: [], wholes: ties },
      ...articlesOf([...known.values()], commitments),
    ],
    waiting: new Set([...known.values()].filter(({ unlinked }) => unlinked === true).map(({ id }) => id)),
  }
}

/** For an actor, all that it may be meant by or may speak for: itself, what it is part of, and what is part of it. */
function relatives(ties: readonly (readonly [part: string, whole: string])[]): (actor: string) => string[] {
  const wholes = new Wholes()
  for (const [part, whole] of ties) wholes.add(part, whole)
  const beneath = wholes.beneath()
  return (actor) => [...wholes.above(actor), ...(beneath.get(actor) ?? [])]
}

interface Probe {
  actor: string
  topic: string[]
  words: string[]
}

/** As `keysOf` in the model has it: the topic of one is among the words of the other. */
const SHARES_TOPIC =
  'any(word IN n._topic WHERE word IN probe.words) OR any(word IN n._words WHERE word IN probe.topic)'

/** For each actor that may be the other side's, the topics and words that it may be found by. */
function probesOf(
  items: readonly { actors: readonly string[]; item: LinkedCommitment | Deed }[],
  related: (actor: string) => string[],
): Probe[] {
  const probes = new Map<string, { topic: Set<string>; words: Set<string> }>()
  for (const { actors, item } of items) {
    const keys = linkKeysOf(linkContentOf(item))
    for (const actor of new Set(actors.flatMap(related))) {
      const probe = probes.get(actor) ?? { topic: new Set(), words: new Set() }
      for (const word of keys.topic) probe.topic.add(word)
      for (const word of keys.words) probe.words.add(word)
      probes.set(actor, probe)
    }
  }
  return [...probes].map(([actor, { topic, words }]) => ({ actor, topic: [...topic], words: [...words] }))
}

interface ArticleAnswer {
  id: string
  published: string | null
  deeds: string | null
  unlinked: boolean | null
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
  unlinked: boolean | null
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
  const { rows } = await tx.run(
    `${found}
     RETURN DISTINCT c.id AS id, a.id AS article, a.published AS published, a._unlinked AS unlinked,
       c.kind AS kind, c.polarity AS polarity,
       c.eventClass AS eventClass, c.action AS action, c.quantity AS quantity, c.unit AS unit,
       c.approximate AS approximate, c.quote AS quote, c.start AS start, c.end AS end`,
    { ids },
  )
  const answers = rows as unknown as CommitmentAnswer[]
  const commitments = answers.map(({ id }) => id)
  const roles = await readRoles(within(tx), commitments)
  const sources = await readSources(within(tx), commitments)
  return answers.map(
    ({
      id,
      article,
      published,
      unlinked,
      kind,
      polarity,
      eventClass,
      action,
      quote,
      start,
      end,
      ...amount
    }) => {
      const { committers, creditors, places, begins, due } = roles.get(id)!
      const { quantity, unit, approximate } = amount
      return {
        id,
        article: { id: article, published, deeds: null, unlinked },
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
    },
  )
}

/** Views ask a store; this one answers from within a transaction, where nothing else is being written. */
const within = (tx: Transaction): Asked => ({
  async query(cypher, params) {
    const { rows } = await tx.run(cypher, params)
    const columns = Object.keys(rows[0] ?? {})
    return { columns, rows: rows.map((row) => columns.map((column) => row[column])), truncated: false }
  },
})

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)

const halfOpen = ({ start, end }: { start: string | null; end: string | null }): Interval => ({
  from: start,
  until: end === null ? null : addDays(end, 1),
})
