/** What `mithaq export` writes is read back by other libraries and is the graph. */
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MultiDirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphMl } from 'graphology-graphml'
import jsonld from 'jsonld'
import { Parser, type Quad, Store, Writer } from 'n3'
import oxigraph from 'oxigraph'
import Validator from 'rdf-validate-shacl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportGraph, type ExportFormat, type GraphStore, writeTables } from '../src/index.ts'
import { iriOf } from '../src/export/vocabularies.ts'
import { articles, followUp, hostile, withdrawal } from './articles.ts'
import type { Fixture } from './contract.ts'
import { embeddedFixture } from './embedded-fixture.ts'
import { expectedGraph } from './expected-graph.ts'

const RECORDS = [...articles, followUp]
const { nodes: NODES, relations: RELATIONS } = expectedGraph(RECORDS)

let fixture: Fixture
let store: GraphStore
beforeAll(async () => {
  fixture = await embeddedFixture()
  store = await fixture.fresh()
  await store.load(RECORDS)
})
afterAll(() => fixture.end())

async function exported(format: ExportFormat): Promise<string> {
  let text = ''
  for await (const part of exportGraph(store, format)) text += part
  return text
}

const shapes = new Store(
  new Parser().parse(readFileSync(new URL('../shapes/mithaq.shacl.ttl', import.meta.url), 'utf8')),
)

/** Blank nodes named alike, lines in order: equal graphs are equal texts. */
const canonical = (nquads: unknown): Promise<string> =>
  jsonld.canonize(
    nquads as jsonld.JsonLdDocument,
    {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
    } as object,
  )

describe('RDF', () => {
  let turtle: Quad[]
  beforeAll(async () => {
    turtle = new Parser().parse(await exported('ttl'))
  })

  it('as Turtle has every node and relation, and no other', async () => {
    const quads = new Store(turtle)
    const found = RELATIONS.filter((relation) => {
      const [from = '', type = '', to = ''] = relation.split(' ')
      const term = type.toLowerCase().replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())
      return quads.countQuads(iriOf(from), `urn:mithaq:vocabulary:${term}`, iriOf(to), null) === 1
    })
    expect(found).toEqual(RELATIONS)
    const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    expect(quads.countQuads(null, TYPE, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement', null)).toBe(
      RELATIONS.length,
    )
    const ids = quads.getSubjects(TYPE, null, null).filter(({ termType }) => termType === 'NamedNode')
    expect(ids.map(({ value }) => value).sort()).toEqual(NODES.map(iriOf).sort())
  })

  it('as Turtle answers in another triple store, in SPARQL, as the graph does in Cypher', async () => {
    const theirs = new oxigraph.Store()
    theirs.load(await exported('ttl'), { format: 'text/turtle' })
    const guide = readFileSync(new URL('../../../docs/how-to/interoperate.md', import.meta.url), 'utf8')
    const [, sparql = ''] = /```sparql\n([^`]*)```/u.exec(guide) ?? []
    const solutions = theirs.query(sparql) as Map<string, oxigraph.Literal>[]
    const { rows } = await store.query(`
      MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:DUE]->(d:Date) WHERE d.end IS NOT NULL
      RETURN a.name, c.action, d.end, c.quote ORDER BY d.end, a.name, c.action, c.quote`)
    const columns = ['who', 'action', 'day', 'words']
    const answers = solutions.map((row) => columns.map((name) => row.get(name)?.value))
    expect(answers).toEqual(rows)
    expect(answers).toContainEqual(expect.arrayContaining(['العراق', '2025-09-30']))
  })

  it('holds to its shapes but where it has been spoiled', async () => {
    const data = new Store(turtle)
    const commitment = iriOf(withdrawal.commitments[0]!.id)
    data.removeQuads(data.getQuads(commitment, 'urn:mithaq:vocabulary:kind', null, null))
    data.removeQuads(data.getQuads(null, 'urn:mithaq:vocabulary:commitsTo', commitment, null))
    const { results } = await new Validator(shapes, {}).validate(data)
    expect(results.map(({ focusNode }) => focusNode?.value)).toEqual([commitment, commitment])
  })

  it('as JSON-LD says the same as Turtle', async () => {
    const document = JSON.parse(await exported('jsonld')) as jsonld.JsonLdDocument
    const theirs = await canonical(await jsonld.toRDF(document, { format: 'application/n-quads' }))
    expect(theirs).toBe(await canonical(new Writer({ format: 'N-Quads' }).quadsToString(turtle)))
  })

  it('anchors a commitment in the words of its article', async () => {
    const quads = new Store(turtle)
    const oa = 'http://www.w3.org/ns/oa#'
    const { id, evidence } = withdrawal.commitments[0]!
    const [annotation] = quads.getSubjects(`${oa}hasBody`, iriOf(id), null)
    const [target] = quads.getObjects(annotation!, `${oa}hasTarget`, null)
    const [source] = quads.getObjects(target!, `${oa}hasSource`, null)
    expect(source!.value).toBe(iriOf(withdrawal.article.id))
    const selectors = quads.getObjects(target!, `${oa}hasSelector`, null)
    const value = (name: string): string | undefined =>
      selectors.flatMap((each) => quads.getObjects(each, oa + name, null))[0]?.value
    expect([value('exact'), value('start'), value('end')]).toEqual([
      evidence.quote,
      String(evidence.start),
      String(evidence.end),
    ])
  })
})

describe('networks', () => {
  it.each([
    ['gexf', parseGexf],
    ['graphml', parseGraphMl],
  ] as const)('as %s are opened by graphology, and are the graph', async (format, parse) => {
    const graph = parse(MultiDirectedGraph as never, await exported(format))
    expect(graph.nodes().sort()).toEqual(NODES)
    const edges = graph.mapEdges(
      (_edge, attributes, source, target) => `${source} ${String(attributes['relation'])} ${target}`,
    )
    expect(edges.sort()).toEqual(RELATIONS)
    expect(graph.getNodeAttributes(hostile.article.id)).toMatchObject({
      kind: 'Article',
      title: hostile.article.title,
    })
  })
})

/** Where Python has it. */
const hasNetworkx = spawnSync('python3', ['-c', 'import networkx']).status === 0

describe.skipIf(!hasNetworkx)('networks in networkx', () => {
  it.each(['gexf', 'graphml'] as const)('as %s are the graph', async (format) => {
    const folder = await mkdtemp(join(tmpdir(), 'mithaq-networkx-'))
    try {
      const file = join(folder, `graph.${format}`)
      await writeFile(file, await exported(format))
      const script = `import json, sys, networkx
graph = networkx.read_${format}(sys.argv[1])
edges = [f"{a} {data['relation']} {b}" for a, b, data in graph.edges(data=True)]
print(json.dumps([sorted(graph.nodes), sorted(edges)]))`
      const { stdout } = await promisify(execFile)('python3', ['-c', script, file])
      const [nodes, edges] = JSON.parse(stdout) as [string[], string[]]
      expect(nodes.toSorted()).toEqual(NODES)
      expect(edges.toSorted()).toEqual(RELATIONS)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('CSV', () => {
  it('is a file for each kind, with plain headers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mithaq-csv-'))
    try {
      const { nodes, relations } = await writeTables(store, folder, 'csv')
      expect(nodes).toContain('nodes-Commitment.csv')
      expect(relations).toContain('relations-COMMITS_TO.csv')
      const actors = await readFile(join(folder, 'nodes-Actor.csv'), 'utf8')
      expect(actors).toMatch(/^id,type,name,nameEn,aliases,wikidata,iso,named\n/u)
      expect(actors).toMatch(/^actor:Q796,Country,العراق,Iraq,\[\],Q796,IQ,true$/mu)
      expect(actors).not.toContain('_profile')
      const bound = (await readFile(join(folder, 'relations-COMMITS_TO.csv'), 'utf8')).trim().split('\n')
      expect(bound).toHaveLength(1 + RELATIONS.filter((relation) => relation.includes(' COMMITS_TO ')).length)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
