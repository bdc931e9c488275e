/** `pnpm neo4j`: a Neo4j for a developer, until Ctrl-C. NEO4J_PASSWORD sets its password. */
import { startNeo4j, whatIsMissing } from '../test/neo4j-server.ts'

const missing = await whatIsMissing()
if (missing !== undefined) {
  console.error(`${missing}: install Java 17 and Maven, or use docker compose up`)
  process.exit(1)
}
console.error('Starting Neo4j; the first time its jars (118 MB) are fetched …')
const password = process.env['NEO4J_PASSWORD']
const server = await startNeo4j({ boltPort: 7687, ...(password && { password }) })
console.log(`NEO4J_URI=${server.uri}\nNEO4J_USERNAME=${server.username}\nNEO4J_PASSWORD=${server.password}`)
console.error('Ctrl-C stops it, and its data goes with it.')
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(0)))
