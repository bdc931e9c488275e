/** The shared Neo4j, emptied for each use. */
import neo4j from 'neo4j-driver'
import { openStore } from '../src/index.ts'
import type { Fixture } from './contract.ts'
import type { Neo4jAddress } from './neo4j-server.ts'

export async function neo4jFixture(address: Neo4jAddress): Promise<Fixture> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password))
  const store = await openStore(address)
  return {
    async fresh() {
      await driver.executeQuery('MATCH (n) DETACH DELETE n')
      return store
    },
    async end() {
      await store.close()
      await driver.close()
    },
  }
}
