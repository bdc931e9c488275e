/**
 * Loading into Neo4j, side by side with a hand-written UNWIND script that does nothing else: 100,000 nodes and
 * 300,000 relations shaped like our graphs. NEO4J_TEST_URI (whose graph is emptied) or a server of our own;
 * BENCH_ARTICLES makes it smaller.
 */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ArticleGraph } from '../packages/model/src/index.ts'
import neo4j, { type Driver } from 'neo4j-driver'
import { openStore } from '../packages/loader/src/index.ts'
import { encode } from '../packages/loader/src/neo4j/values.ts'
import { type NodeRow, type RelationRow, rowsOf } from '../packages/loader/src/rows.ts'
import { profileProperties } from '../packages/loader/src/profile.ts'
import { nodeProperties, patternOf } from '../packages/loader/src/write-rows.ts'
import { groupBy } from '../packages/loader/src/group-by.ts'
import { startNeo4j } from '../packages/loader/test/neo4j-server.ts'
import { syntheticRecord } from './load/synthetic-record.ts'

const ARTICLES = Number(process.env['BENCH_ARTICLES'] ?? 10_600)
const ROWS = 1_000

const { NEO4J_TEST_URI: uri, NEO4J_TEST_PASSWORD: password = '' } = process.env
const server = uri ? undefined : await startNeo4j()
const address = server ?? { uri: uri!, username: 'neo4j', password }
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password))

/** Records come from a file, as they do in use. */
const folder = await mkdtemp(join(tmpdir(), 'mithaq-bench-'))
const file = join(folder, 'graphs.jsonl')
await writeFile(
  file,
  (function* () {
    for (let i = 0; i < ARTICLES; i++) yield `${JSON.stringify(syntheticRecord(i))}\n`
  })(),
)

async function* records(): AsyncGenerator<ArticleGraph> {
  for await (const line of createInterface(createReadStream(file))) yield JSON.parse(line) as ArticleGraph
}

async function empty(): Promise<void> {
  const session = driver.session()
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
  await session.close()
}

async function timed(name: string, work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1_000
  clearInterval(watch)
  const rate = (rows.nodes + rows.relations) / seconds
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s ${rate.toFixed(0).padStart(7)} rows/s, at most ${(peak / 2 ** 20).toFixed(0)} MiB`,
  )
  return seconds
}

const rows = { nodes: 0, relations: 0 }

/** Rows are ready before the clock starts; all that is timed is to send them. */
async function handWritten(): Promise<() => Promise<void>> {
  const nodes = new Map<string, NodeRow>()
  const relations: RelationRow[] = []
  for await (const record of records()) {
    const { owned, dates, profiles, relations: own } = rowsOf(record)
    for (const row of [...owned, ...dates]) nodes.set(row.id, row)
    for (const [id, profile] of profiles)
      nodes.set(id, { id, label: profile.label, properties: profileProperties(id, profile) })
    relations.push(...own)
  }
  rows.nodes = nodes.size
  rows.relations = relations.length
  return async () => {
    for (const [label, group] of groupBy(nodes.values(), ({ label }) => label))
      await send(driver, `MERGE (n:${label} {id: row.id}) SET n = row.properties`, group, (row) => ({
        id: row.id,
        properties: nodeProperties(encode, label, row.properties),
      }))
    for (const group of groupBy(relations, patternOf).values()) {
      const { type, from, to } = group[0]!
      await send(
        driver,
        `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})
         CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
        group,
        (row) => ({ from: row.from.id, to: row.to.id, properties: row.properties }),
      )
    }
  }
}

async function send<T>(to: Driver, cypher: string, all: T[], row: (value: T) => unknown): Promise<void> {
  const session = to.session()
  for (let from = 0; from < all.length; from += ROWS) {
    const part = all.slice(from, from + ROWS).map(row)
    await session.executeWrite((tx) => tx.run(`UNWIND $rows AS row ${cypher}`, { rows: part }))
  }
  await session.close()
}

const store = await openStore(address)
try {
  // Constraints are there, and the server is warm, before either starts.
  await store.load([syntheticRecord(0)])
  const script = await handWritten()
  console.log(`${ARTICLES} articles, ${rows.nodes} nodes, ${rows.relations} relations`)
  const times: { ours: number; theirs: number }[] = []
  for (const round of [1, 2]) {
    await empty()
    const theirs = await timed(`${round}. hand-written UNWIND`, script)
    await empty()
    const ours = await timed(`${round}. mithaq load, first`, () => store.load(records()))
    await timed(`${round}. mithaq load, again unchanged`, () => store.load(records()))
    times.push({ ours, theirs })
  }
  for (const { ours, theirs } of times)
    console.log(`mithaq has ${(theirs / ours).toFixed(2)} of the speed of the hand-written script`)
} finally {
  await store.close()
  await driver.close()
  await server?.stop()
  await rm(folder, { recursive: true })
}
