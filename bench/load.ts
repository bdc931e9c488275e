/**
 * `pnpm bench load`: loading into Neo4j, side by side with a hand-written UNWIND script that does nothing else:
 * 100,000 nodes and 300,000 relations shaped like our graphs. Each side runs in a process of its own, they take
 * turns at being first, and medians are compared. NEO4J_TEST_URI (whose graph is emptied) or a server of our own;
 * BENCH_ARTICLES and BENCH_ROUNDS make it shorter.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { openStore } from '../packages/loader/src/index.ts'
import { startNeo4j } from '../packages/loader/test/neo4j-server.ts'
import type { Measured } from './load/measure.ts'
import { syntheticRecord } from './load/synthetic-record.ts'

const ARTICLES = Number(process.env['BENCH_ARTICLES'] ?? 10_600)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SIDES = ['hand-written', 'mithaq'] as const
type Side = (typeof SIDES)[number]

const { NEO4J_TEST_URI: uri, NEO4J_TEST_PASSWORD: password = '' } = process.env
const server = uri ? undefined : await startNeo4j()
const address = server ?? { uri: uri!, username: 'neo4j', password }
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password))

/** Records come from a file, as they do in use. */
const folder = await mkdtemp(join(tmpdir(), 'mithaq-bench-'))
const file = join(folder, 'graphs.jsonl')

async function count(cypher: string): Promise<number> {
  const { records } = await driver.executeQuery(cypher)
  return Number(records[0]!.get('n'))
}

/** A little at a time: a server of a test machine has little memory. */
async function empty(): Promise<void> {
  for (const some of ['()-[x]->()', '(x)'])
    while ((await count(`MATCH ${some} WITH x LIMIT 20000 DELETE x RETURN count(*) AS n`)) > 0);
}

/** What a side took for each of its runs, once the graph is empty and it is ready to start. */
async function measure(side: Side): Promise<Measured[]> {
  await empty()
  const entry = fileURLToPath(new URL(`./load/${side}.ts`, import.meta.url))
  const child = fork(entry, [file], { env: { ...process.env, BENCH_NEO4J: JSON.stringify(address) } })
  const runs: Measured[] = []
  child.on('message', (run: Measured) => runs.push(run))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${side} ended with ${String(code)}`)
  return runs
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

try {
  await writeFile(
    file,
    (function* () {
      for (let i = 0; i < ARTICLES; i++) yield `${JSON.stringify(syntheticRecord(i))}\n`
    })(),
  )
  await empty()
  // Constraints and indexes are there, and the server is warm, before either starts.
  const store = await openStore(address)
  await store.load(Array.from({ length: 200 }, (_, i) => syntheticRecord(i)))
  await store.close()

  const seconds = new Map<string, number[]>()
  const sizes = new Set<string>()
  for (let round = 1; round <= ROUNDS; round++)
    for (const side of round % 2 === 1 ? SIDES : SIDES.toReversed()) {
      for (const run of await measure(side)) {
        seconds.set(run.name, [...(seconds.get(run.name) ?? []), run.seconds])
        console.log(
          `${round}. ${run.name.padEnd(26)} ${run.seconds.toFixed(1).padStart(6)} s, at most ${(run.rss / 2 ** 20).toFixed(0)} MiB`,
        )
      }
      const [nodes, relations] = [
        await count('MATCH (n) WHERE NOT n:MithaqStore RETURN count(n) AS n'),
        await count('MATCH ()-[r]->() RETURN count(r) AS n'),
      ]
      sizes.add(`${nodes} nodes and ${relations} relations`)
    }
  console.log(`${ARTICLES} articles: ${[...sizes].join(' but ')}`)
  const [theirs, first, again] = [...seconds.values()].map(median) as [number, number, number]
  for (const [name, all] of seconds)
    console.log(`${name.padEnd(29)} ${median(all).toFixed(1).padStart(6)} s, median`)
  console.log(`mithaq has ${(theirs / first).toFixed(2)} of the speed of the hand-written script`)
  console.log(`a load without changes takes ${(again / first).toFixed(2)} of the time of the first`)
} finally {
  await driver.close()
  await server?.stop()
  await rm(folder, { recursive: true })
}
