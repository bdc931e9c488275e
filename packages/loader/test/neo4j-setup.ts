/**
 * The Neo4j that the `neo4j` project's tests share: NEO4J_TEST_URI (with NEO4J_TEST_USERNAME and
 * NEO4J_TEST_PASSWORD; **its graph is emptied**), else one of our own. Where neither is to be had the tests are
 * skipped, unless MITHAQ_REQUIRE_ALL=1.
 */
import type { TestProject } from 'vitest/node'
import { type Neo4jAddress, type Neo4jServer, startNeo4j, whatIsMissing } from './neo4j-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Neo4jAddress | null
  }
}

let server: Neo4jServer | undefined

export async function setup({ provide }: TestProject): Promise<void> {
  const { NEO4J_TEST_URI: uri, MITHAQ_REQUIRE_ALL } = process.env
  if (uri) {
    const { NEO4J_TEST_USERNAME: username = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env
    provide('neo4j', { uri, username, password })
    return
  }
  const missing = await whatIsMissing()
  if (missing !== undefined) {
    if (MITHAQ_REQUIRE_ALL === '1') throw new Error(`The tests on a real Neo4j cannot run: ${missing}.`)
    process.stderr.write(`Skipped: the tests on a real Neo4j, since ${missing}.\n`)
    provide('neo4j', null)
    return
  }
  server = await startNeo4j()
  const { uri: own, username, password } = server
  provide('neo4j', { uri: own, username, password })
}

export async function teardown(): Promise<void> {
  await server?.stop()
}
