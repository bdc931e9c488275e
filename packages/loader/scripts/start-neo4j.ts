/** `pnpm neo4j`: a Neo4j for a developer, until Ctrl-C. NEO4J_PASSWORD and NEO4J_PORT set its password and Bolt port. */
import { createServer } from 'node:net'
import { startNeo4j, whatIsMissing } from '../test/neo4j-server.ts'

const port = Number(process.env['NEO4J_PORT'] ?? 7687)
const password = process.env['NEO4J_PASSWORD']

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

const isFree = (boltPort: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(boltPort, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

const missing = await whatIsMissing()
if (missing !== undefined) fail(`${missing}: install Java 17 and Maven, or use docker compose up`)
if (!(await isFree(port)))
  fail(`something listens on port ${port} already: stop it, or choose another with NEO4J_PORT`)
console.error('Starting Neo4j; the first time its jars (118 MB) are fetched …')
const server = await startNeo4j({ boltPort: port, ...(password && { password }) })
console.log(`NEO4J_URI=${server.uri}\nNEO4J_USERNAME=${server.username}\nNEO4J_PASSWORD=${server.password}`)
console.error('Ctrl-C stops it, and its data goes with it.')
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(0)))
