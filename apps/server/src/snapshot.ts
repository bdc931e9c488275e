/**
 * All of a graph's ledger in memory, to be searched, narrowed and counted at once; read anew when the store has
 * changed. Of a small graph it is never read.
 */
import { commitmentViews, firstDue, graphView, mostBound, nodesOf, partView } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import type { GraphView } from '@mithaq/model'
import {
  FIRST_NODES,
  actorsIn,
  answerLedger,
  asksForFirst,
  createLedgerSource,
  overviewOf,
} from '@mithaq/views'
import type { LedgerAnswer, LedgerQuestion, LedgerSource } from '@mithaq/views'
import { laidOut } from './lay-out.ts'
import { readTies } from './read-ties.ts'

export interface Snapshots {
  /** Answers from the ledger of the store as it is now, or was a moment ago. */
  answer(question: LedgerQuestion): Promise<LedgerAnswer>
  /** What of the graph is drawn first: all of a small one, of a large one an overview, with places once they are known. */
  graph(limit: number): Promise<GraphView>
  size(): Promise<{ nodes: number; commitments: number }>
  /** Works out what a first reader of a large graph asks for; whatever fails is told to those who ask. */
  readAhead(): Promise<void>
}

/** What an article's coming, going or changing changes, and what linking does. */
const VERSION = `MATCH (a:Article) RETURN a.id AS id, a._digest AS digest ORDER BY id`
const TIES = 'MATCH (:Commitment)-[r:RESTATES|AMENDS|CONTRADICTS|FULFILS]->() RETURN count(r) AS ties'
const SIZE = [
  'MATCH (n) RETURN count(n) AS nodes',
  'MATCH (c:Commitment) RETURN count(c) AS commitments',
] as const
const LIMITS = { maxRows: 1_000_000, timeoutMs: 60_000 }

/** The store is asked for changes no more often than this, nor for more than a tenth of the time. */
const FRESH_MS = 2_000

/** @param today the server's one clock */
export function keepSnapshots(store: GraphStore, today: () => string): Snapshots {
  const kept = new Map<string, Promise<unknown>>()
  /** Overviews with places, by those without. */
  const placed = new WeakMap<GraphView, GraphView>()
  /** Days whose ledger is read. */
  const whole = new Set<string>()
  let version: { key: string; until: number } | undefined
  let reading: Promise<string> | undefined

  const readVersion = async (): Promise<string> => {
    const start = performance.now()
    const tables = [await store.query(VERSION, {}, LIMITS), await store.query(TIES, {}, LIMITS)]
    const key = JSON.stringify(tables.map(({ rows }) => rows))
    if (key !== version?.key) {
      kept.clear()
      whole.clear()
    }
    const now = performance.now()
    version = { key, until: now + Math.max(FRESH_MS, 10 * (now - start)) }
    return key
  }
  /** Once a version, however many ask at the same time; what failed is tried again. */
  const once = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (version === undefined || performance.now() > version.until) {
      reading ??= readVersion().finally(() => (reading = undefined))
      await reading
    }
    const known = kept.get(name) ?? work()
    kept.set(name, known)
    known.catch(() => kept.delete(name))
    return known as Promise<T>
  }

  const source = (): Promise<LedgerSource> =>
    once(`source ${today()}`, async () => {
      const read = await readSource(store, today())
      whole.add(today())
      return read
    })
  /** Reading all takes seconds; what a first reader sees at first takes a moment. */
  const first = (): Promise<LedgerSource> => once(`first ${today()}`, () => readFirst(store, today()))
  const size = (): Promise<{ nodes: number; commitments: number }> => once('size', () => readSize(store))
  const graph = async (limit: number): Promise<GraphView> => {
    if ((await size()).nodes <= limit) return graphView(store, { limit })
    const part = await once(`part ${limit}`, async () => {
      const { parts, counts } = await mostBound(store, actorsIn(limit))
      return { ...(await partView(store, [...overviewOf(parts, limit, counts)])), truncated: true }
    })
    if (limit > FIRST_NODES) return part
    const laying = once(`placed ${limit}`, async () => void placed.set(part, await laidOut(part)))
    laying.catch(() => {})
    // The first readers of all do not wait: their browsers lay it out meanwhile.
    return placed.get(part) ?? part
  }
  /** What is seen first comes first: reading all would hold it up. */
  const readAhead = (): Promise<void> =>
    once('ahead', async () => {
      const { truncated } = await graph(FIRST_NODES)
      if (!truncated) return
      await first()
      await (await source()).prepare()
    }).catch(() => {})
  return {
    async answer(question) {
      if (whole.has(today()) || !asksForFirst(question)) return answerLedger(await source(), question)
      const told = answerLedger(await first(), question)
      const counts = { ...told.counts, listed: (await size()).commitments }
      // Begun now, so that it is read when the reader asks for more.
      void readAhead()
      return { ...told, counts, partial: true }
    },
    size,
    graph,
    readAhead,
  }
}

/** Rows told before all is read. */
const FIRST_ROWS = 400

async function readFirst(store: GraphStore, day: string): Promise<LedgerSource> {
  const ids = await firstDue(store, FIRST_ROWS)
  const commitments = await commitmentViews(store, { asOf: day, ids })
  return createLedgerSource({ day, commitments, ties: [], nodes: [] })
}

async function readSource(store: GraphStore, day: string): Promise<LedgerSource> {
  const commitments = await commitmentViews(store, { asOf: day })
  const ties = await readTies(store)
  const nodes = [...(await nodesOf(store, 'Actor')), ...(await nodesOf(store, 'Place'))]
  return createLedgerSource({ day, commitments, ties, nodes })
}

async function readSize(store: GraphStore): Promise<{ nodes: number; commitments: number }> {
  const [nodes, commitments] = [await store.query(SIZE[0]), await store.query(SIZE[1])]
  return { nodes: Number(nodes.rows[0]?.[0] ?? 0), commitments: Number(commitments.rows[0]?.[0] ?? 0) }
}
