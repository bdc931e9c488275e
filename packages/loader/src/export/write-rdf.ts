/** Turtle, written as the graph is read, and JSON-LD, which needs all of it at once. */
import type { GraphStore } from '../store.ts'
import { quadsOf } from './quads.ts'
import { PREFIXES } from './vocabularies.ts'

const FLUSH = 65_536

export async function* writeTurtle(store: GraphStore): AsyncGenerator<string> {
  const { Writer } = await import('n3')
  let text = ''
  const writer = new Writer(
    {
      write(chunk: string, _encoding: string, done?: (error: null) => void) {
        text += chunk
        done?.(null)
      },
      end: (done?: (error: null) => void) => done?.(null),
    },
    { prefixes: PREFIXES },
  )
  for await (const quad of quadsOf(store)) {
    writer.addQuad(quad)
    if (text.length < FLUSH) continue
    yield text
    text = ''
  }
  writer.end()
  yield text
}

export async function* writeJsonLd(store: GraphStore): AsyncGenerator<string> {
  const { default: jsonld } = await import('jsonld')
  const quads = []
  for await (const quad of quadsOf(store)) quads.push(quad)
  const expanded = await jsonld.fromRDF(quads, { useNativeTypes: false })
  const compact = await jsonld.compact(expanded, { ...PREFIXES, type: '@type', id: '@id' }, { graph: true })
  yield `${JSON.stringify(compact, null, 1)}\n`
}
