/**
 * `pnpm bench memory`: a million records streamed into Neo4j, and the memory of the process that loads and links them.
 * BENCH_NEW of them are new, the others come again, since a million new ones take hours; both go the whole way from JSON
 * to the graph. NEO4J_TEST_URI (whose graph is emptied) or a server of our own; BENCH_RECORDS makes it shorter.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startNeo4j } from '../packages/loader/test/neo4j-server.ts'

const { NEO4J_TEST_URI: uri, NEO4J_TEST_PASSWORD: password = '' } = process.env
const server = uri ? undefined : await startNeo4j()
try {
  const address = server ?? { uri: uri!, username: 'neo4j', password }
  const entry = fileURLToPath(new URL('./load/stream.ts', import.meta.url))
  const child = fork(entry, { env: { ...process.env, BENCH_NEO4J: JSON.stringify(address) } })
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
} finally {
  await server?.stop()
}
