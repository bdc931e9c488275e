/** The graph as files for other programs. */
import type { GraphStore } from '../store.ts'

const WRITERS = {
  ttl: async () => (await import('./write-rdf.ts')).writeTurtle,
  jsonld: async () => (await import('./write-rdf.ts')).writeJsonLd,
  gexf: async () => (await import('./write-networks.ts')).writeGexf,
  graphml: async () => (await import('./write-networks.ts')).writeGraphMl,
  ftm: async () => (await import('./write-ftm.ts')).writeFollowTheMoney,
} as const

export type ExportFormat = keyof typeof WRITERS

/**
 * The graph as text, in parts: Turtle, GraphML and FollowTheMoney as it is read, JSON-LD and GEXF in one piece, which needs memory
 * for all of it.
 *
 * @example for await (const part of exportGraph(store, 'ttl')) process.stdout.write(part)
 */
export async function* exportGraph(store: GraphStore, format: ExportFormat): AsyncGenerator<string> {
  const writer = await WRITERS[format]()
  yield* writer(store)
}
