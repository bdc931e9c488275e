/**
 * `pnpm bench soak`: the service for an hour, in miniature. A Neo4j, a server and a loader that watches a folder, each
 * in a process of its own as `docker-compose.yml` has them; 10,000 articles come into the folder, a file of some at a
 * time, while clients never stop asking. Memory of both processes is read from the system after every file.
 * SOAK_ARTICLES makes it shorter; NEO4J_TEST_URI (whose graph is emptied) or a server of our own.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { startNeo4j } from '../packages/loader/test/neo4j-server.ts'
import { madeArticle } from './soak/made-articles.ts'

const ARTICLES = Number(process.env['SOAK_ARTICLES'] ?? 10_000)
const A_FILE = 250
const CLIENTS = 4
const PAUSE_MS = 1_000
const BIN = fileURLToPath(new URL('../apps/cli/bin/mithaq.js', import.meta.url))
const PATHS = [
  '/api/commitments?actor=العراق&asOf=2026-01-01',
  '/api/commitments?status=overdue&dueBefore=2026-06-01&actor=قطر',
  '/api/articles/article%3Asoak-0',
  '/api/ego/article%3Asoak-0?hops=1&limit=100',
  '/api/graph?limit=300',
  '/api/questions',
  '/healthz',
  '/metrics',
]

type Child = ChildProcessByStdio<null, Readable, Readable>

const { NEO4J_TEST_URI: uri, NEO4J_TEST_PASSWORD: password = '' } = process.env
const own = uri ? undefined : await startNeo4j()
const address = own ?? { uri: uri!, username: 'neo4j', password }
const folder = mkdtempSync(join(tmpdir(), 'mithaq-soak-'))
const inbox = join(folder, 'inbox')
mkdirSync(inbox)
const complaints: string[] = []
const children: Child[] = []

function start(...args: string[]): Child {
  const env = {
    ...process.env,
    NEO4J_URI: address.uri,
    NEO4J_USERNAME: address.username,
    NEO4J_PASSWORD: address.password,
  }
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

/** Memory that a process holds, in MiB. */
const memoryOf = ({ pid }: Child): number =>
  Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

try {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password))
  await driver
    .executeQuery('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS')
    .catch(() => {})
  await driver.close()

  // An empty store is not served: the first article is there before.
  const first = join(folder, 'first.jsonl')
  writeFileSync(first, `${JSON.stringify(madeArticle(0))}\n`)
  await once(start('load', first), 'close')
  const server = start('serve', '--port', '0', '--no-open')
  server.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const [url] = (await once(createInterface(server.stdout), 'line')) as [string]
  const loader = start('load', '--watch', inbox)
  loader.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const loaded = createInterface(loader.stdout)[Symbol.asyncIterator]()
  await loaded.next()

  const over = new AbortController()
  const waits: number[] = []
  const statuses = new Map<number | string, number>()
  const client = async (number: number): Promise<void> => {
    for (let i = number; !over.signal.aborted; i++) {
      const asked = performance.now()
      const status = await fetch(new URL(PATHS[i % PATHS.length]!, url)).then(
        async (answer) => (await answer.arrayBuffer(), answer.status),
        (error: unknown) => String(error),
      )
      waits.push(performance.now() - asked)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number))

  const started = performance.now()
  const samples: { articles: number; server: number; loader: number }[] = []
  console.log('articles  server MiB  loader MiB  answers   seconds')
  for (let from = 1; from <= ARTICLES; from += A_FILE) {
    const numbers = Array.from({ length: Math.min(A_FILE, ARTICLES - from + 1) }, (_, i) => from + i)
    const file = join(folder, 'coming.jsonl')
    writeFileSync(file, numbers.map((number) => `${JSON.stringify(madeArticle(number))}\n`).join(''))
    renameSync(file, join(inbox, `${from}.jsonl`))
    const { done } = await loaded.next()
    if (done) throw new Error(`the loader ended: ${complaints.join('')}`)
    const articles = from + numbers.length - 1
    samples.push({ articles, server: memoryOf(server), loader: memoryOf(loader) })
    const { server: serving, loader: loading } = samples.at(-1)!
    if (articles % (ARTICLES / 10) === 0)
      console.log(
        `${String(articles).padStart(8)}  ${serving.toFixed(0).padStart(10)}  ${loading.toFixed(0).padStart(10)}  ${String(waits.length).padStart(7)}  ${((performance.now() - started) / 1_000).toFixed(0).padStart(8)}`,
      )
  }
  over.abort()
  await Promise.all(clients)

  const asked = await fetch(new URL('/api/cypher', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'MATCH (a:Article) WITH count(a) AS articles MATCH (c:Commitment) RETURN articles, count(c)',
    }),
  })
  const { rows } = (await asked.json()) as { rows: [[number, number]] }
  console.log(
    `\n${rows[0][0]} articles and ${rows[0][1]} commitments are in the graph, of ${ARTICLES + 1} articles`,
  )
  console.log(`answers by status: ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}`)
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(0)
  console.log(`waits in ms: median ${at(0.5)}, 95 of 100 ${at(0.95)}, longest ${sorted.at(-1)!.toFixed(0)}`)
  for (const who of ['server', 'loader'] as const)
    console.log(
      `${who}: ${slopeOf(samples.slice(samples.length / 5), who).toFixed(1)} MiB more for 1,000 articles, after the first fifth`,
    )
  if (complaints.length > 0) console.log(`said on stderr: ${complaints.slice(0, 5).join('')}`)
} finally {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await own?.stop()
  rmSync(folder, { recursive: true })
}

/** By least squares, since a collector of garbage makes every single figure a matter of chance. */
function slopeOf(
  samples: readonly { articles: number; server: number; loader: number }[],
  who: 'server' | 'loader',
): number {
  const x = mean(samples.map(({ articles }) => articles))
  const y = mean(samples.map((sample) => sample[who]))
  const across = samples.reduce((sum, sample) => sum + (sample.articles - x) * (sample[who] - y), 0)
  return (across / samples.reduce((sum, { articles }) => sum + (articles - x) ** 2, 0)) * 1_000
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
