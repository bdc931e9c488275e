import neo4j from 'neo4j-driver'
import { describe, expect, inject, it } from 'vitest'
import { loadQuestions, openStore } from '../src/index.ts'
import { articles, followUp } from './articles.ts'
import { describeStore } from './contract.ts'
import { embeddedFixture } from './embedded-fixture.ts'
import { expectedGraph, graphOf } from './expected-graph.ts'
import { manyRecords } from './many-records.ts'
import { neo4jFixture } from './neo4j-fixture.ts'
import { snapshot } from './snapshot.ts'

const address = inject('neo4j')

describe.skipIf(address === null)('on a real server', () => {
  describeStore('Neo4j', () => neo4jFixture(address!), { sequences: 200 })

  it('answers as the embedded store does, node for node and row for row', async () => {
    const [server, embedded] = [await neo4jFixture(address!), await embeddedFixture()]
    try {
      const stores = [await server.fresh(), await embedded.fresh()] as const
      for (const store of stores) await store.load([...articles, followUp])
      expect(await snapshot(stores[0])).toEqual(await snapshot(stores[1]))
      for (const { name, cypher, params } of loadQuestions())
        expect({ name, ...(await stores[0].query(cypher, params)) }).toEqual({
          name,
          ...(await stores[1].query(cypher, params)),
        })
    } finally {
      await server.end()
      await embedded.end()
    }
  })

  it('is exact with several loaders at once, as from several processes', async () => {
    const server = await neo4jFixture(address!)
    const others = await Promise.all([1, 2, 3].map(() => openStore(address!)))
    try {
      const store = await server.fresh()
      await Promise.all([...others, store].map((each) => each.load(articles)))
      expect(await graphOf(store)).toEqual(expectedGraph(articles))
      await Promise.all(others.map((each, i) => each.unload(articles[i]!.article.id)))
      expect(await graphOf(store)).toEqual(expectedGraph(articles.slice(3)))
    } finally {
      for (const other of others) await other.close()
      await server.end()
    }
  })

  it('is made ready by several loaders at once', async () => {
    const driver = neo4j.driver(address!.uri, neo4j.auth.basic(address!.username, address!.password))
    for (const [kinds, kind] of [
      ['CONSTRAINTS', 'CONSTRAINT'],
      ["INDEXES WHERE type <> 'LOOKUP'", 'INDEX'],
    ])
      for (const record of (await driver.executeQuery(`SHOW ${kinds}`)).records)
        await driver.executeQuery(`DROP ${kind} ${record.get('name')}`)
    await driver.executeQuery('MATCH (n) DETACH DELETE n')
    await driver.close()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(address!)))
    await Promise.all(stores.map((store, i) => store.load(manyRecords(20, i * 10))))
    expect(await graphOf(stores[0]!)).toEqual(expectedGraph(manyRecords(50)))
    for (const store of stores) await store.close()
  })

  it('says what is wrong with the way in, and never the password', async () => {
    const { uri, username } = address!
    const attempts = [
      [{ uri, username, password: 'Geheim-123' }, 'unauthorized'],
      [{ uri: 'bolt://127.0.0.1:1', username, password: 'Geheim-123' }, 'unreachable'],
      [{ uri: 'http://127.0.0.1:7474', username, password: 'Geheim-123' }, 'bad-options'],
      [{ ...address!, database: 'nosuch' }, 'no-database'],
    ] as const
    for (const [options, code] of attempts) {
      const error = await openStore(options).catch((error: unknown) => error)
      expect(error).toMatchObject({ code })
      expect(JSON.stringify([(error as Error).message, (error as Error).stack])).not.toContain(
        options.password,
      )
    }
  })
})
