/** The door of the loader: the same small interface over Neo4j and over the embedded store. */
import type { ArticleGraph, Table } from '@mithaq/model'
import type { RecordError } from './errors.ts'

/** What a load did. */
export interface LoadReport {
  /** Records taken in, those without changes included. */
  articles: number
  /** Nodes that the load created in the graph. */
  nodes: number
  /** Relations that the load created; a changed article has all of its own written anew. */
  relations: number
  /** Records that were in the graph already, word for word. */
  unchanged: number
  /** Articles in the graph that gave way to another version of themselves. */
  replaced: number
}

/** What linking did. */
export interface LinkReport {
  /** Articles whose links were looked for: new ones, changed ones, and those that a change of others bears on. */
  articles: number
  /** Links that are new. */
  created: number
  /** Links that no longer hold. */
  removed: number
}

export interface LoadOptions {
  /** Called after each committed batch with the sums so far. */
  onProgress?(done: LoadReport): void
  /** Called for a record that is refused, which is then skipped; without it the load stops with the error. */
  onBadRecord?(error: RecordError): void
  /** Nodes and relations in one transaction, roughly; more takes more memory. Default 6,000. */
  batchRows?: number
}

export interface LinkOptions {
  /** Called after each committed transaction with the sums so far, and which share of what there is to link that is. */
  onProgress?(done: LinkReport, share: number): void
  /** Articles and commitments that are linked in one transaction, roughly; more takes more memory. Default 1,500. */
  batchRows?: number
}

export interface QueryLimits {
  /** Rows to return at most; `truncated` says whether there were more. Default 1,000. */
  maxRows?: number
  /**
   * Milliseconds before the query is given up. Default 15,000. Neo4j stops it then, and of an embedded store opened
   * `readOnly` the process that reads is ended. One opened for writing only says so: nothing stops the thread that works
   * on it, and to end the process would end the writer. So people's questions belong to a store that is `readOnly`.
   */
  timeoutMs?: number
}

export const DEFAULT_LIMITS = { maxRows: 1_000, timeoutMs: 15_000 } as const

/**
 * A graph of commitments in a database.
 *
 * **The same article.** An article is known by its id. Where no id was given (the id is then the hash of
 * the text), it is also known by its url, so that a page that was edited replaces its older self. Of several
 * versions the one loaded last stands; everything that only an older one said is gone.
 */
export interface GraphStore {
  readonly kind: 'neo4j' | 'embedded'

  /**
   * Write records into the graph. Batches are committed as they fill, each wholly or not at all; a load that
   * failed is completed by running it again. Records without changes cost one lookup.
   *
   * @throws RecordError for a record that does not hold, unless `onBadRecord` takes it
   * @throws StoreError when the database fails
   */
  load(
    records: Iterable<ArticleGraph> | AsyncIterable<ArticleGraph>,
    options?: LoadOptions,
  ): Promise<LoadReport>

  /**
   * Draw the links between commitments (RESTATES, AMENDS, CONTRADICTS, FULFILS) of what was loaded or taken out since
   * it was called last, each with the words of both sides and the reason. The graph then holds the links that
   * comparing all with all would find. To be called after loads; again, it changes nothing. Holds in memory one
   * transaction's articles and a page of what these may be linked with; a link that was cut off is completed by the next.
   */
  link(options?: LinkOptions): Promise<LinkReport>

  /** Take an article out with all that it alone asserted. False when it was not there. */
  unload(articleId: string): Promise<boolean>

  /**
   * Ask the graph in Cypher. Read-only: whatever would write is refused with `write-refused`. Values come as
   * plain JSON: dates as ISO strings, integers as numbers, points as `{ latitude, longitude }`, nodes as
   * `{ labels, properties }`, relations as `{ type, properties }`.
   *
   * @example store.query('MATCH (a:Actor {name: $name})-[:COMMITS_TO]->(c) RETURN c.action', { name: 'العراق' })
   */
  query(cypher: string, params?: Record<string, unknown>, limits?: QueryLimits): Promise<Table>

  close(): Promise<void>
}
