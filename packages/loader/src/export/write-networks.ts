/** GEXF and GraphML, for Gephi, Cytoscape and networkx. */
import { NODE_LABELS, NODES, type PropertyType, RELATION_TYPES, RELATIONS } from '@mithaq/model'
import type { Plain } from '../database.ts'
import type { GraphStore } from '../store.ts'
import { asText } from './as-text.ts'
import { type GraphNode, readNodes, readRelations } from './read-graph.ts'

/** What XML 1.0 cannot hold, however it is escaped: controls and halves of surrogate pairs. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu

/** A value in one cell. */
const flat = (value: Plain | undefined): string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' ? value : safe(asText(value))

const flatAll = (properties: Record<string, Plain>): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, flat(value)]),
  )

/** The words that stand for a node in a drawing. */
const captionOf = ({ id, properties: { name, action, label, title, verb } }: GraphNode): string =>
  asText(name ?? action ?? label ?? title ?? verb ?? id)

/** In one piece: the library writes a whole graph. */
export async function* writeGexf(store: GraphStore): AsyncGenerator<string> {
  const [{ MultiDirectedGraph }, { write }] = await Promise.all([
    import('graphology'),
    import('graphology-gexf'),
  ])
  const graph = new MultiDirectedGraph()
  for await (const node of readNodes(store))
    graph.addNode(safe(node.id), {
      caption: captionOf(node),
      kind: node.label,
      ...(node.type && { type: node.type }),
      ...flatAll(withoutId(node.properties)),
    })
  for await (const { type, from, to, properties } of readRelations(store))
    graph.addEdgeWithKey(safe(`${from.id} ${type} ${to.id}`), safe(from.id), safe(to.id), {
      relation: type,
      ...flatAll(properties),
    })
  yield write(graph, {
    formatNode: (_key, { caption, ...attributes }) => ({ label: caption as string, attributes }),
    formatEdge: (_key, attributes) => ({ label: attributes['relation'] as string, attributes }),
  })
}

/** As the graph is read. */
export async function* writeGraphMl(store: GraphStore): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield* Object.entries(KEYS.node).map(([name, type]) => key('node', name, type))
  yield* Object.entries(KEYS.edge).map(([name, type]) => key('edge', name, type))
  yield '<graph edgedefault="directed">\n'
  for await (const node of readNodes(store)) {
    const { id, label, type, properties } = node
    const attributes = {
      caption: captionOf(node),
      kind: label,
      ...(type && { type }),
      ...withoutId(properties),
    }
    yield `<node id="${escape(id)}">${data('node', attributes)}</node>\n`
  }
  for await (const { type, from, to, properties } of readRelations(store)) {
    const id = escape(`${from.id} ${type} ${to.id}`)
    yield `<edge id="${id}" source="${escape(from.id)}" target="${escape(to.id)}">${data('edge', { relation: type, ...properties })}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

type XmlType = 'string' | 'boolean' | 'double' | 'long'

const xmlType = (type: PropertyType): XmlType =>
  type === 'integer' ? 'long' : type === 'float' ? 'double' : type === 'boolean' ? 'boolean' : 'string'

function keysOf(
  kinds: readonly { properties: Readonly<Record<string, PropertyType>> }[],
): Record<string, XmlType> {
  const entries = kinds.flatMap(({ properties }) => Object.entries(properties))
  return Object.fromEntries(
    entries.filter(([name]) => name !== 'id').map(([name, type]) => [name, xmlType(type)]),
  )
}

/**
 * Every attribute is declared before the first node. `start` and `end` are days of a date and offsets of a
 * quote, so they are text.
 */
const KEYS: Record<'node' | 'edge', Record<string, XmlType>> = {
  node: {
    caption: 'string',
    kind: 'string',
    type: 'string',
    ...keysOf(NODE_LABELS.map((label) => NODES[label])),
    start: 'string',
    end: 'string',
  },
  edge: { relation: 'string', ...keysOf(RELATION_TYPES.map((type) => RELATIONS[type])) },
}

const key = (side: 'node' | 'edge', name: string, type: XmlType): string =>
  `<key id="${side}-${name}" for="${side}" attr.name="${name}" attr.type="${type}"/>\n`

const data = (side: 'node' | 'edge', attributes: Record<string, Plain>): string =>
  Object.entries(flatAll(attributes))
    .map(([name, value]) => `<data key="${side}-${name}">${escape(String(value))}</data>`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => safe(text).replace(/[&<>"]/gu, (letter) => ENTITIES[letter]!)
const safe = (text: string): string => text.replace(NOT_XML, '\ufffd')

const withoutId = (properties: Record<string, Plain>): Record<string, Plain> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'id'))
