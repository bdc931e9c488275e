/** One question to Neo4j: in read mode, within its limits of rows and time. */
import { setTimeout } from 'node:timers/promises'
import type { Table } from '@mithaq/model'
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver'
import type { QueryLimits } from '../store.ts'
import { neo4jError } from './neo4j-error.ts'
import { decode, encodeParameters } from './values.ts'

/** How often a question is asked again that a writer got in the way of. */
const TRIES = 5

/** @throws StoreError `bad-cypher`, `write-refused`, `timeout`, `unreachable` */
export async function readQuery(
  driver: Driver,
  target: { database?: string },
  uri: string,
  cypher: string,
  params: Record<string, unknown>,
  limits: Required<QueryLimits>,
): Promise<Table> {
  for (let tries = 1; ; tries++) {
    try {
      return await readOnce(driver, target, cypher, params, limits)
    } catch (error) {
      // E.g. what was being read is deleted in the meantime; the server says itself that another try may do.
      const transient =
        error instanceof Neo4jError && error.code.startsWith('Neo.TransientError.Transaction.')
      if (!transient || tries === TRIES) throw neo4jError(error, uri)
      await setTimeout(20 * 2 ** tries)
    }
  }
}

async function readOnce(
  driver: Driver,
  target: { database?: string },
  cypher: string,
  params: Record<string, unknown>,
  { maxRows, timeoutMs }: Required<QueryLimits>,
): Promise<Table> {
  const session = driver.session({
    ...target,
    defaultAccessMode: neo4j.session.READ,
    fetchSize: Math.min(maxRows + 1, 1_000),
  })
  try {
    const tx = await session.beginTransaction({ timeout: timeoutMs })
    const result = tx.run(cypher, encodeParameters(params))
    const columns = await result.keys()
    const rows: unknown[][] = []
    let truncated = false
    for await (const record of result) {
      // Leaving the loop tells the server to drop the rest.
      truncated = rows.length === maxRows
      if (truncated) break
      rows.push(record.keys.map((key) => decode(record.get(key))))
    }
    await tx.rollback()
    return { columns, rows, truncated }
  } finally {
    await session.close()
  }
}
