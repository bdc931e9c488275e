/** Which store, by the options. */
import { StoreError } from './errors.ts'
import type { GraphStore } from './store.ts'

export interface StoreOptions {
  /** A Neo4j server; without it the embedded store is used. */
  uri?: string | undefined
  username?: string | undefined
  password?: string | undefined
  database?: string | undefined
  /** Milliseconds for which a write is tried again when Neo4j does not answer. Default 90,000. */
  retryMs?: number | undefined
  /** The folder of the embedded store. Default `.mithaq`. */
  directory?: string | undefined
  /**
   * Only to be asked, for as long as a server runs: the embedded database is then read in a process of its own,
   * which ends with a question that outlasts its time, and other programs may read it too.
   */
  readOnly?: boolean | undefined
  /** Told, in a sentence, of what was mended on opening; the loader never prints. */
  onNotice?: ((notice: string) => void) | undefined
}

/**
 * Open a graph of commitments: in Neo4j with a `uri`, else in the embedded store.
 *
 * @throws StoreError `unreachable`, `unauthorized`, `no-database`, `bad-options`, `locked`, `damaged`
 * @example await openStore({ uri: 'neo4j://localhost:7687', username: 'neo4j', password })
 */
export async function openStore(options: StoreOptions = {}): Promise<GraphStore> {
  const { uri, directory = '.mithaq', readOnly = false, onNotice, ...rest } = options
  if (uri === '') throw new StoreError('bad-options', 'The address of the Neo4j server is empty.')
  // Each store brings a large library of its own, so only the one that is asked for is read.
  if (uri !== undefined) return (await import('./neo4j/open-neo4j.ts')).openNeo4j({ uri, ...rest })
  if (readOnly) return (await import('./embedded/open-reader.ts')).openReader({ directory, onNotice })
  return (await import('./embedded/open-embedded.ts')).openEmbedded({ directory, onNotice })
}
