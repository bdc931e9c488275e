/** The store over any database: batching, reports, and what the embedded store's journal must hear of. */
import type { ArticleGraph } from '@mithaq/model'
import { ahead, batchesOf } from './batches.ts'
import type { Database, Transaction } from './database.ts'
import { StoreError } from './errors.ts'
import { checkReadOnly } from './read-only.ts'
import {
  DEFAULT_LIMITS,
  type GraphStore,
  type LoadOptions,
  type LoadReport,
  type QueryLimits,
} from './store.ts'
import { linkGraph } from './link-graph.ts'
import { type BatchResult, type Incoming, removeArticle, writeBatch } from './write-batch.ts'

/** Told of what is about to be committed, within the transaction: what it cannot keep is not committed. */
export interface Journal {
  append(tx: Transaction, written: readonly ArticleGraph[]): Promise<void>
  remove(tx: Transaction, articleId: string): Promise<void>
  /** After a load: `replaced` says whether older versions lie about. */
  tidy(replaced: boolean): Promise<void>
}

export interface GraphStoreParts {
  kind: GraphStore['kind']
  database: Database
  journal?: Journal
  /** Makes constraints and indexes; run once, before the first write. */
  prepare: () => Promise<void>
}

export function createGraphStore({ kind, database, journal, prepare }: GraphStoreParts): GraphStore {
  const inTurn = oneAtATime()
  let prepared: Promise<void> | undefined
  const { encode } = database

  /** Tried again the next time where it failed, e.g. since the server was not there. */
  const ensurePrepared = (): Promise<void> =>
    (prepared ??= prepare().catch((error: unknown) => {
      prepared = undefined
      throw error
    }))

  async function load(
    records: Iterable<ArticleGraph> | AsyncIterable<ArticleGraph>,
    options: LoadOptions = {},
  ): Promise<LoadReport> {
    const report: LoadReport = { articles: 0, nodes: 0, relations: 0, unchanged: 0, replaced: 0 }
    let batch: Incoming[] = []
    try {
      await ensurePrepared()
      for await (batch of ahead(batchesOf(records, options))) {
        const result = await database.write(async (tx) => {
          const done = await writeBatch(tx, encode, batch)
          if (done.written.length > 0) await journal?.append(tx, done.written)
          return done
        })
        addTo(report, batch.length, result)
        options.onProgress?.({ ...report })
      }
    } catch (error) {
      throw withReport(error, report, batch)
    }
    await journal?.tidy(report.replaced > 0)
    return report
  }

  async function unload(articleId: string): Promise<boolean> {
    await ensurePrepared()
    return database.write(async (tx) => {
      const there = await removeArticle(tx, encode, articleId)
      if (there) await journal?.remove(tx, articleId)
      return there
    })
  }

  return {
    kind,
    link: (options) =>
      inTurn(async () => {
        await ensurePrepared()
        return linkGraph(database, options)
      }),
    load: (records, options) => inTurn(() => load(records, options)),
    unload: (articleId) => inTurn(() => unload(articleId)),
    async query(cypher, params = {}, limits: QueryLimits = {}) {
      checkReadOnly(cypher)
      return database.read(cypher, params, { ...DEFAULT_LIMITS, ...limits })
    },
    close: () => inTurn(() => database.close()),
  }
}

function addTo(report: LoadReport, articles: number, { created, unchanged, replaced }: BatchResult): void {
  report.articles += articles
  report.nodes += created.nodes
  report.relations += created.relations
  report.unchanged += unchanged
  report.replaced += replaced
}

/** A load that stops half-way says how far it came, and what it cannot know. */
function withReport(error: unknown, { articles }: LoadReport, batch: readonly Incoming[]): unknown {
  if (!(error instanceof StoreError) || error.code === 'bad-record' || batch.length === 0) return error
  const [first, last] = [batch[0]!.id, batch.at(-1)!.id]
  const before =
    articles === 0
      ? 'Nothing of this load had been written'
      : `The first ${articles} records of this load are in the graph`
  const next = batch.length === 1 ? `the next, ${first}` : `the next ${batch.length}, ${first} to ${last}`
  // The answer to a commit may have been lost on the way.
  const are = error.code === 'unreachable' ? 'all are or none is' : 'none is'
  const message = `${error.message} ${before}; of ${next}, ${are}. Run it again to complete it: what is there is not written twice.`
  return new StoreError(error.code, message, { cause: error })
}

/** One writer at a time: more met deadlocks in Neo4j and conflicts in the embedded store. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}
