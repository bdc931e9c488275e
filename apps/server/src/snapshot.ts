/**
 * All of a graph's ledger in memory, to be searched, narrowed and counted at once; read anew when the store has
 * changed. Of a small graph it is never read.
 */
import { commitmentViews, graphView, nodesOf, partView } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import type { GraphView } from '@mithaq/model'
import { FIRST_NODES, createLedgerSource, overviewOf } from '@mithaq/views'
import type { LedgerSource } from '@mithaq/views'
import { laidOut } from './lay-out.ts'
import { readTies } from './read-ties.ts'

export interface Snapshots {
  /** The ledger of the store as it is now, or was a moment ago. */
  source(): Promise<LedgerSource>
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
  let version: { key: string; until: number } | undefined
  let reading: Promise<string> | undefined

  const readVersion = async (): Promise<string> => {
    const start = performance.now()
    const tables = [await store.query(VERSION, {}, LIMITS), await store.query(TIES, {}, LIMITS)]
    const key = JSON.stringify(tables.map(({ rows }) => rows))
    if (key !== version?.key) kept.clear()
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

  const source = (): Promise<LedgerSource> => once(`source ${today()}`, () => readSource(store, today()))
  const size = (): Promise<{ nodes: number; commitments: number }> => once('size', () => readSize(store))
  const graph = async (limit: number): Promise<GraphView> => {
    if ((await size()).nodes <= limit) return graphView(store, { limit })
    const part = await once(`part ${limit}`, async () => {
      const { commitments } = await source()
      return { ...(await partView(store, [...overviewOf(commitments, limit)])), truncated: true }
    })
    if (limit > FIRST_NODES) return part
    const laying = once(`placed ${limit}`, async () => void placed.set(part, await laidOut(part)))
    laying.catch(() => {})
    // The first readers of all do not wait: their browsers lay it out meanwhile.
    return placed.get(part) ?? part
  }
  return {
    source,
    size,
    graph,
    readAhead: () =>
      graph(FIRST_NODES)
        .then(async ({ truncated }) => {
          if (!truncated) return
          await (await source()).prepare()
        })
        .catch(() => {}),
  }
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
