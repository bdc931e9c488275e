/** One question to Neo4j: in read mode, within its limits of rows and time. */
import type { Table } from '@mithaq/model'
import neo4j, { type Driver } from 'neo4j-driver'
import type { QueryLimits } from '../store.ts'
import { neo4jError } from './neo4j-error.ts'
import { decode, encodeParameters } from './values.ts'

/** @throws StoreError `bad-cypher`, `write-refused`, `timeout`, `unreachable` */
export async function readQuery(
  driver: Driver,
  target: { database?: string },
  uri: string,
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
  } catch (error) {
    throw neo4jError(error, uri)
  } finally {
    await session.close()
  }
}
