/** The graph as RDF. Evidence is a Web Annotation: its body what was read, its target the words in the article. */
import { NODES, type PropertyType } from '@mithaq/model'
import { type BlankNode, DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import type { Plain } from '../database.ts'
import type { GraphStore } from '../store.ts'
import { asText } from './as-text.ts'
import { type GraphNode, type GraphRelation, readNodes, readRelations } from './read-graph.ts'
import {
  ALSO,
  CLASSES,
  expand,
  INVERSE,
  iriOf,
  PROPERTIES,
  relationTerm,
  SUBCLASSES,
  type Term,
} from './vocabularies.ts'

type Subject = NamedNode | BlankNode
type Value = Subject | Literal

const namedNode = (iri: string): NamedNode => DataFactory.namedNode(iri)
const blankNode = (): BlankNode => DataFactory.blankNode()
const literal = (text: string, kind?: NamedNode | string): Literal => DataFactory.literal(text, kind)
const quad = (subject: Subject, predicate: NamedNode, object: Value): Quad =>
  DataFactory.quad(subject, predicate, object)

const term = (name: Term): NamedNode => namedNode(expand(name))
const TYPE = term('rdf:type')

/** Every quad of the graph, a node or relation at a time. */
export async function* quadsOf(store: GraphStore): AsyncGenerator<Quad> {
  // Which article a statement or commitment was read in, for the targets of evidence.
  const articles = new Map<string, string>()
  for await (const relation of readRelations(store))
    if (relation.type === 'IN') articles.set(relation.from.id, relation.to.id)
  for await (const node of readNodes(store)) yield* nodeQuads(node, articles.get(node.id))
  for await (const relation of readRelations(store)) yield* relationQuads(relation, articles)
}

const OWN_FORM = new Set(['id', 'quote', 'start', 'end', 'wikidata', 'geonames', 'location'])

function* nodeQuads(node: GraphNode, article: string | undefined): Generator<Quad> {
  const { id, label, type, properties } = node
  const subject = namedNode(iriOf(id))
  for (const name of [...CLASSES[label], ...((type && SUBCLASSES[label]?.[type]) || [])])
    yield quad(subject, TYPE, term(name))
  const types: Readonly<Record<string, PropertyType>> = NODES[label].properties
  for (const [name, value] of Object.entries(properties)) {
    if (OWN_FORM.has(name) || value === null) continue
    const predicate = term(PROPERTIES[label]?.[name] ?? `m:${name}`)
    for (const each of Array.isArray(value) ? (value as Plain[]) : [value])
      yield quad(subject, predicate, literalOf(name, each, types[name] ?? 'string'))
  }
  yield* authorityQuads(subject, properties)
  if (label === 'Date') yield* intervalQuads(subject, properties)
  if (article !== undefined) yield* quoteQuads(subject, properties, article)
}

/** Names for people carry their language. */
const LANGUAGES: Readonly<Record<string, string>> = {
  name: 'ar',
  aliases: 'ar',
  title: 'ar',
  text: 'ar',
  action: 'ar',
  condition: 'ar',
  verb: 'ar',
  label: 'ar',
  nameEn: 'en',
  actionEn: 'en',
}

function literalOf(name: string, value: Plain, type: PropertyType): Value {
  const text = asText(value)
  if (name === 'url' && URL.canParse(text)) return literal(text, term('xsd:anyURI'))
  switch (type) {
    case 'integer':
    case 'integer[]':
      return literal(text, term('xsd:integer'))
    case 'float':
      return literal(canonicalDouble(value as number), term('xsd:double'))
    case 'boolean':
    case 'date':
      return literal(text, term(`xsd:${type}`))
    default:
      return literal(text, LANGUAGES[name] ?? term('xsd:string'))
  }
}

/** @example canonicalDouble(500_000_000) // '5.0E8', as every RDF library writes it */
const canonicalDouble = (value: number): string => value.toExponential(15).replace(/(\d)0*e\+?/u, '$1E')

function* authorityQuads(subject: Subject, { wikidata, geonames, location }: GraphNode['properties']) {
  if (wikidata)
    yield quad(
      subject,
      term('schema:sameAs'),
      namedNode(`http://www.wikidata.org/entity/${asText(wikidata)}`),
    )
  if (geonames)
    yield quad(subject, term('schema:sameAs'), namedNode(`https://sws.geonames.org/${asText(geonames)}/`))
  if (location) {
    const { latitude, longitude } = location as { latitude: number; longitude: number }
    const geo = blankNode()
    yield quad(subject, term('schema:geo'), geo)
    yield quad(geo, TYPE, term('schema:GeoCoordinates'))
    yield quad(geo, term('schema:latitude'), literal(String(latitude), term('xsd:decimal')))
    yield quad(geo, term('schema:longitude'), literal(String(longitude), term('xsd:decimal')))
  }
}

/** Both days are in; an open end has no instant. */
function* intervalQuads(subject: Subject, { id, start, end }: GraphNode['properties']) {
  yield quad(subject, term('m:edtf'), literal(asText(id).slice('date:'.length)))
  for (const [predicate, day] of [
    ['time:hasBeginning', start],
    ['time:hasEnd', end],
  ] as const) {
    if (typeof day !== 'string') continue
    const instant = blankNode()
    yield quad(subject, term(predicate), instant)
    yield quad(instant, TYPE, term('time:Instant'))
    yield quad(instant, term('time:inXSDDate'), literal(day, term('xsd:date')))
  }
}

/** Where a statement or a commitment stands in its article, in UTF-16 units and in words. */
function* quoteQuads(
  body: Subject,
  { quote, start, end }: GraphNode['properties'],
  article: string,
): Generator<Quad> {
  const position = blankNode()
  const words = yield* annotate(body, article, [asText(quote)])
  yield quad(position, TYPE, term('oa:TextPositionSelector'))
  yield quad(position, term('oa:start'), literal(asText(start), term('xsd:nonNegativeInteger')))
  yield quad(position, term('oa:end'), literal(asText(end), term('xsd:nonNegativeInteger')))
  for (const target of words) yield quad(target, term('oa:hasSelector'), position)
}

/** @returns the targets, one for each quote */
function* annotate(body: Value, article: string, quotes: readonly string[]): Generator<Quad, BlankNode[]> {
  const annotation = blankNode()
  yield quad(annotation, TYPE, term('oa:Annotation'))
  yield quad(annotation, term('oa:hasBody'), body)
  const targets = quotes.map(() => blankNode())
  for (const [i, target] of targets.entries()) {
    const selector = blankNode()
    yield quad(annotation, term('oa:hasTarget'), target)
    yield quad(target, TYPE, term('oa:SpecificResource'))
    yield quad(target, term('oa:hasSource'), namedNode(iriOf(article)))
    yield quad(target, term('oa:hasSelector'), selector)
    yield quad(selector, TYPE, term('oa:TextQuoteSelector'))
    yield quad(selector, term('oa:exact'), literal(quotes[i]!))
  }
  return targets
}

function* relationQuads(
  { type, from, to, properties }: GraphRelation,
  articles: ReadonlyMap<string, string>,
): Generator<Quad> {
  const subject = namedNode(iriOf(from.id))
  const object = namedNode(iriOf(to.id))
  yield quad(subject, term(relationTerm(type)), object)
  if (ALSO[type]) yield quad(subject, term(ALSO[type]), object)
  if (INVERSE[type]) yield quad(object, term(INVERSE[type]), subject)

  const read = blankNode()
  yield quad(read, TYPE, term('rdf:Statement'))
  yield quad(read, term('rdf:subject'), subject)
  yield quad(read, term('rdf:predicate'), term(relationTerm(type)))
  yield quad(read, term('rdf:object'), object)
  yield quad(read, term('m:rule'), literal(asText(properties['rule'])))
  yield quad(read, term('m:basis'), literal(asText(properties['basis'])))
  const evidence = properties['evidence'] as string[]
  const article = from.label === 'Article' ? from.id : (articles.get(from.id) ?? articles.get(to.id))
  // What several articles say of two shared nodes, e.g. a base within a country, has no one article.
  if (article === undefined)
    for (const words of evidence) yield quad(read, term('m:evidence'), literal(words))
  else yield* annotate(read, article, evidence)
}
