/** What the driver throws, as an error that says what to do. */
import { Neo4jError } from 'neo4j-driver'
import { StoreError } from '../errors.ts'

/** @param uri where to, for the message; credentials in it are left out */
export function neo4jError(error: unknown, uri: string): unknown {
  if (error instanceof StoreError || !(error instanceof Neo4jError)) return error
  const { code, message } = error
  const at = uri.replace(/\/\/[^@/]*@/u, '//')
  const because = { cause: error }
  if (code.startsWith('Neo.ClientError.Security.'))
    return code.endsWith('AuthenticationRateLimit')
      ? new StoreError(
          'unauthorized',
          `${at} has refused too many passwords; wait a few seconds and try again.`,
          because,
        )
      : new StoreError(
          'unauthorized',
          `${at} does not take this user and password: check NEO4J_USERNAME and NEO4J_PASSWORD.`,
          because,
        )
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return new StoreError(
      'no-database',
      `${at} has no such database: check NEO4J_DATABASE. ${message}`,
      because,
    )
  if (code === 'Neo.ClientError.Statement.AccessMode')
    return new StoreError(
      'write-refused',
      'Questions only read. To change the graph, use `mithaq load`.',
      because,
    )
  if (/TransactionTimedOut|TransactionTimedOutClientConfiguration/u.test(code))
    return new StoreError(
      'timeout',
      'The query took longer than it was allowed: ask for less, or allow more.',
      because,
    )
  if (code.startsWith('Neo.ClientError.Statement.')) return new StoreError('bad-cypher', message, because)
  if (code.startsWith('Neo.TransientError.'))
    return new StoreError(
      'busy',
      `${at} did not get to it for as long as it was tried: is somebody else writing, or its memory too small? (${message})`,
      because,
    )
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || error.retriable)
    return new StoreError(
      'unreachable',
      `No answer from Neo4j at ${at}: is it running, and is that its Bolt address? (${message})`,
      because,
    )
  return new StoreError('database', `Neo4j reports ${code}: ${message}`, because)
}
