/** What goes wrong on the way to a real server: nothing may be lost, and nothing be there twice. */
import { mkdtemp, rm } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { type GraphStore, importCommand, openStore, writeTables } from '../src/index.ts'
import { articles, followUp } from './articles.ts'
import type { Fixture } from './contract.ts'
import { embeddedFixture } from './embedded-fixture.ts'
import { expectedGraph, graphOf } from './expected-graph.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { manyRecords } from './many-records.ts'
import { linksIn, linksOf, story } from './links-contract.ts'
import { neo4jFixture } from './neo4j-fixture.ts'
import { type Neo4jServer, startNeo4j, whatIsMissing } from './neo4j-server.ts'
import { type Snapshot, snapshot } from './snapshot.ts'

// Servers are killed and started here, and a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const address = inject('neo4j')
const MANY = manyRecords(1_200)

/** In CSV for Neo4j there is no list without parts. */
const withoutEmptyLists = ({ nodes, relations }: Snapshot): Snapshot => ({
  nodes: nodes.map((line) => line.replace(/"\w+":\[\],?/gu, '')),
  relations,
})

describe.skipIf(address === null)('on a way that fails', () => {
  let server: Fixture
  beforeAll(async () => {
    server = await neo4jFixture(address!)
  })
  afterAll(() => server.end())

  it('a commit whose acknowledgement is lost is not made twice', async () => {
    const direct = await server.fresh()
    const proxy = await startLossyProxy(address!.uri, 3)
    const store = await openStore({ ...address!, uri: proxy.uri })
    try {
      const records = MANY.slice(0, 600)
      expect(await store.load(records)).toMatchObject({ articles: 600 })
      expect(proxy.lost).toBe(3)
      expect(await graphOf(direct)).toEqual(expectedGraph(records))
      expect(await store.unload(records[0]!.article.id)).toBe(true)
      expect(await graphOf(direct)).toEqual(expectedGraph(records.slice(1)))
    } finally {
      await store.close()
      await proxy.close()
    }
  })

  it('links are drawn once, whatever acknowledgements are lost and whoever else writes in between', async () => {
    const direct = await server.fresh()
    const [first, others] = [MANY.slice(0, 400), MANY.slice(400, 500)]
    await direct.load(first)
    const proxy = await startLossyProxy(address!.uri)
    const store = await openStore({ ...address!, uri: proxy.uri })
    try {
      expect(await store.unload('article:none')).toBe(false)
      proxy.lose(3)
      const loads: Promise<unknown>[] = []
      await store.link({
        batchRows: 100,
        onProgress() {
          const some = others.splice(0, 25)
          if (some.length > 0) loads.push(direct.load(some))
        },
      })
      expect(proxy.lost).toBe(3)
      await Promise.all(loads)
      await store.link()
      expect(await linksIn(direct)).toEqual(linksOf(MANY.slice(0, 500)))
      expect(await graphOf(direct)).toEqual(expectedGraph(MANY.slice(0, 500)))
    } finally {
      await store.close()
      await proxy.close()
    }
  })

  it('loaders in several processes at once give one graph', async () => {
    const store = await server.fresh()
    const [source, records] = ['../src/index.ts', './many-records.ts'].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    )
    const script = `import { openStore } from ${JSON.stringify(source)}
      import { manyRecords } from ${JSON.stringify(records)}
      const store = await openStore({ uri: process.env.URI, username: process.env.NAME, password: process.env.SECRET })
      await store.load(manyRecords(700).slice(Number(process.env.FROM), Number(process.env.TO)), { batchRows: 1_000 })
      await store.close()`
    const loader = (from: number, to: number): Promise<unknown> =>
      promisify(execFile)('npx', ['tsx', '--input-type=module', '-e', script], {
        env: {
          ...process.env,
          URI: address!.uri,
          NAME: address!.username,
          SECRET: address!.password,
          FROM: String(from),
          TO: String(to),
        },
      })
    await Promise.all([loader(0, 500), loader(200, 700)])
    expect(await graphOf(store)).toEqual(expectedGraph(MANY.slice(0, 700)))
  })
})

const imported = [...articles, followUp, ...story]

// A server of its own, since it is killed; NEO4J_TEST_URI is left alone.
const missing = await whatIsMissing({ tls: true })

describe.skipIf(missing !== undefined && process.env['MITHAQ_REQUIRE_ALL'] !== '1')('a server', () => {
  let server: Neo4jServer
  let folder: string
  let embedded: Fixture
  let origin: GraphStore
  const open = (retryMs?: number): Promise<GraphStore> => openStore({ ...server, retryMs })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-import-'))
    embedded = await embeddedFixture()
    origin = await embedded.fresh()
    await origin.load(imported)
    const [, ...admin] = importCommand(folder, await writeTables(origin, folder, 'neo4j-admin'))
    server = await startNeo4j({ admin, tls: true })
  })
  afterAll(async () => {
    await server.stop()
    await embedded.end()
    await rm(folder, { recursive: true })
  })

  it('filled by neo4j-admin has the graph that loading makes, to go on from', async () => {
    const store = await open()
    try {
      expect(withoutEmptyLists(await snapshot(store))).toEqual(withoutEmptyLists(await snapshot(origin)))
      expect(await store.load(imported)).toMatchObject({
        unchanged: imported.length,
        nodes: 0,
        relations: 0,
      })
      expect(await store.link()).toEqual(await origin.link())
      expect(withoutEmptyLists(await snapshot(store))).toEqual(withoutEmptyLists(await snapshot(origin)))
      for (const { article } of imported) expect(await store.unload(article.id)).toBe(true)
      expect(await snapshot(store)).toEqual({ nodes: [], relations: [] })
    } finally {
      await store.close()
    }
  })

  it('is reached by TLS, and by a certificate that nobody vouches for only where that is asked for', async () => {
    const uri = (scheme: string): string => server.uri.replace('bolt:', `${scheme}:`)
    const store = await openStore({ ...server, uri: uri('bolt+ssc') })
    expect((await store.query('RETURN 1 AS one')).rows).toEqual([[1]])
    await store.close()
    await expect(openStore({ ...server, uri: uri('bolt+s') })).rejects.toMatchObject({ code: 'unreachable' })
    // An authority of one's own is named to Node.
    const source = fileURLToPath(new URL('../src/index.ts', import.meta.url))
    const script = `import { openStore } from ${JSON.stringify(source)}
      const store = await openStore({ uri: process.env.URI, username: 'neo4j', password: process.env.SECRET })
      process.stdout.write(JSON.stringify((await store.query('RETURN 1')).rows))
      await store.close()`
    const { stdout } = await promisify(execFile)('npx', ['tsx', '--input-type=module', '-e', script], {
      env: {
        ...process.env,
        URI: uri('bolt+s'),
        SECRET: server.password,
        NODE_EXTRA_CA_CERTS: server.certificate,
      },
    })
    expect(stdout).toBe('[[1]]')
  })

  it('killed in mid-load and started again ends up with all of it, once', async () => {
    const store = await open()
    try {
      let killed: Promise<void> | undefined
      const report = await store.load(MANY, {
        batchRows: 4_000,
        onProgress: () => {
          killed ??= server.kill().then(() => server.restart())
        },
      })
      await killed
      expect(report.articles).toBe(MANY.length)
      expect(await graphOf(store)).toEqual(expectedGraph(MANY))
      expect(await store.load(MANY)).toMatchObject({ unchanged: MANY.length, nodes: 0, relations: 0 })
    } finally {
      await store.close()
    }
  })

  it('that stays away makes an error that names what is in the graph; a second run completes it', async () => {
    const store = await open(2_000)
    const more = manyRecords(1_900)
    let done = 0
    let killed: Promise<void> | undefined
    const error = await store
      .load(more, {
        batchRows: 4_000,
        onProgress: ({ articles: loaded }) => {
          done = loaded
          if (loaded >= MANY.length) killed ??= server.kill()
        },
      })
      .catch((error: unknown) => error)
    await killed
    expect(error).toMatchObject({ code: 'unreachable' })
    const { message } = error as Error
    expect(message).toContain(`The first ${done} records of this load are in the graph; of the next `)
    expect(message).toContain(`article:many-${done} to article:many-`)
    expect(message).not.toContain(server.password)
    await server.restart()
    expect(await store.load(more)).toMatchObject({ articles: 1_900 })
    expect(await graphOf(store)).toEqual(expectedGraph(more))
    await store.close()
  })
})
