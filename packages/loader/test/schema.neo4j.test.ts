/** What the loader makes of an empty Neo4j: constraints, indexes, types, and a version that later ones start from. */
import { NODE_LABELS, NODES, type PropertyType, RELATION_TYPES, RELATIONS } from '@mithaq/model'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type GraphStore, openStore } from '../src/index.ts'
import { articles } from './articles.ts'
import type { Fixture } from './contract.ts'
import { neo4jFixture } from './neo4j-fixture.ts'
import { snapshot } from './snapshot.ts'

const address = inject('neo4j')

describe.skipIf(address === null)('the schema in Neo4j', () => {
  let server: Fixture
  let driver: Driver
  let store: GraphStore

  beforeAll(async () => {
    server = await neo4jFixture(address!)
    driver = neo4j.driver(address!.uri, neo4j.auth.basic(address!.username, address!.password))
    store = await server.fresh()
    await store.load(articles)
  })
  afterAll(async () => {
    await driver.close()
    await server.end()
  })

  const ask = async (cypher: string, params: object = {}): Promise<unknown[][]> =>
    (await driver.executeQuery(cypher, params)).records.map((record) =>
      record.keys.map((key) => record.get(key) as unknown),
    )

  it('keeps bookkeeping out of answers', async () => {
    expect(JSON.stringify(await store.query('MATCH (n)-[r]->(m) RETURN n, r, m'))).not.toContain('"_')
  })

  it('has a constraint for every id and an index for what questions look up', async () => {
    const constraints = await ask('SHOW CONSTRAINTS YIELD labelsOrTypes, properties')
    expect(constraints.map(String)).toEqual(expect.arrayContaining(NODE_LABELS.map((label) => `${label},id`)))
    const indexes = (
      await ask('SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE state = "ONLINE" RETURN *')
    ).map(String)
    for (const one of ['Actor,name', 'Date,end', 'Article,url', 'Commitment,kind'])
      expect(indexes.some((each) => each.includes(one))).toBe(true)
  })

  it.each([
    ['names', 'احمد', []],
    ['names', 'عين الاسد', ['عين الأسد']],
    ['names', 'الأسد', ['عين الأسد']],
    ['names', 'الولاياتُ المتحده', ['الولايات المتحدة']],
    ['names', 'harir', ['حرير']],
    ['actions', 'مساعداتٍ', ['تقديم مساعدات']],
    ['actions', 'الإنسحاب', ['انسحاب القوات من قاعدة عين الأسد']],
    ['actions', 'withdrawal', ['انسحاب القوات من قاعدة عين الأسد']],
  ])('finds in the full-text index %s, asked for %s', async (index, words, found) => {
    const { rows } = await store.query(
      `CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score
       RETURN coalesce(node.name, node.action) AS name ORDER BY score DESC`,
      { index, words },
    )
    expect(rows.flat().slice(0, 1)).toEqual(found)
  })

  it('finds «أحمد» by «احمد» and the other way round', async () => {
    await ask('CREATE (:Actor {id: "actor:test", name: "أحمد الشرع", _search: ["احمد الشرع"]})')
    try {
      for (const words of ['أحمد', 'احمد', 'أحمَد'])
        expect(
          await ask('CALL db.index.fulltext.queryNodes("names", $words) YIELD node RETURN node.name', {
            words,
          }),
        ).toEqual([['أحمد الشرع']])
    } finally {
      await ask('MATCH (a:Actor {id: "actor:test"}) DELETE a')
    }
  })

  it('holds values in their own types', async () => {
    const types: Record<PropertyType, string> = {
      string: 'STRING NOT NULL',
      'string[]': 'LIST<STRING NOT NULL> NOT NULL',
      integer: 'INTEGER NOT NULL',
      'integer[]': 'LIST<INTEGER NOT NULL> NOT NULL',
      float: 'FLOAT NOT NULL',
      boolean: 'BOOLEAN NOT NULL',
      date: 'DATE NOT NULL',
      point: 'POINT NOT NULL',
    }
    const kinds = [
      ...NODE_LABELS.map((label) => [`(x:${label})`, NODES[label].properties] as const),
      ...RELATION_TYPES.map((type) => [`()-[x:\`${type}\`]->()`, RELATIONS[type].properties] as const),
    ]
    const seen = new Set<string>()
    for (const [pattern, properties] of kinds) {
      const found = await ask(
        `MATCH ${pattern} UNWIND keys(x) AS property WITH property, x[property] AS value
         WHERE NOT property STARTS WITH '_' AND value <> [] RETURN DISTINCT property, valueType(value)`,
      )
      for (const [property, is] of found) {
        const type = (properties as Record<string, PropertyType>)[property as string]!
        expect({ pattern, property, is }).toEqual({ pattern, property, is: types[type] })
        seen.add(type)
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(types).sort())
  })

  it('is made again without a change', async () => {
    const before = await ask('SHOW INDEXES YIELD name RETURN name ORDER BY name')
    const again = await openStore(address!)
    await again.load(articles)
    await again.close()
    expect(await ask('SHOW INDEXES YIELD name RETURN name ORDER BY name')).toEqual(before)
  })

  const loadWithVersion = async (version: number): Promise<unknown> => {
    await ask('MATCH (s:MithaqStore) SET s.schema = toInteger($version)', { version })
    const other = await openStore(address!)
    try {
      return await other.load(articles).catch((error: unknown) => error)
    } finally {
      await other.close()
    }
  }

  describe('with its version', () => {
    it.each([1, 2, 3])('is brought up from %i', async (version) => {
      const before = await snapshot(store)
      const keys = () =>
        ask(
          'MATCH (n) WHERE n:Article OR n:Commitment RETURN n.id, n._search, n._keys, n._unlinked ORDER BY n.id',
        )
      await store.link()
      const asLinked = await keys()
      if (version === 1) await ask('MATCH (c:Commitment) REMOVE c._search')
      await ask('MATCH (c:Commitment) REMOVE c._keys SET c._words = ["سحب"], c._topic = ["سحب"]')
      await ask('MATCH (a:Article) REMOVE a._keys')
      if (version === 3) await ask('MATCH (a:Article) SET a._unlinked = true')
      expect(await loadWithVersion(version)).toMatchObject({ unchanged: articles.length })
      expect(String(await ask('MATCH (s:MithaqStore) RETURN s.schema'))).toBe('4')
      await store.link()
      expect(await keys()).toEqual(asLinked)
      expect(await ask('MATCH (n) WHERE n._words IS NOT NULL OR n._topic IS NOT NULL RETURN n')).toEqual([])
      expect(await snapshot(store)).toEqual(before)
    })

    it.each([5, 0])('is left alone when it is %i', async (version) => {
      expect(await loadWithVersion(version)).toMatchObject({ code: 'schema-version' })
      await ask('MATCH (s:MithaqStore) SET s.schema = 4')
    })
  })
})
