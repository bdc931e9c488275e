import { resolve } from 'node:path'
import { readSecrets } from './read-secrets.ts'
import { UsageError } from '../errors.ts'

export interface StoreFlags {
  to?: string
  user?: string
  database?: string
  store?: string
}

/** Where the graph is: what `openStore` of the loader takes. */
export type StoreSettings =
  | { uri: string; username?: string; password?: string; database?: string }
  | { directory: string }

const SCHEMES = new Set(['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:'])
const EMBEDDED_DIRECTORY = '.mithaq'

/**
 * The store that flags, the environment and `.env` ask for, in this order; the embedded one in
 * `.mithaq/` when none does. The password comes from the environment or from a file that it names (see
 * `readSecrets`) alone: a flag would show it to everybody who lists processes.
 *
 * @throws {UsageError} for an address that no Neo4j answers at
 */
export function readSettings(flags: StoreFlags, env: NodeJS.ProcessEnv): StoreSettings {
  const uri = flags.to ?? (env['NEO4J_URI'] || undefined)
  if (flags.store !== undefined || uri === undefined) {
    return { directory: resolve(flags.store ?? EMBEDDED_DIRECTORY) }
  }
  checkUri(uri)
  const secrets = readSecrets(env)
  const username = flags.user ?? secrets.username
  const { password } = secrets
  const database = flags.database ?? env['NEO4J_DATABASE']
  return { uri, ...(username && { username }), ...(password && { password }), ...(database && { database }) }
}

function checkUri(uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  if (url && (url.username !== '' || url.password !== '')) {
    throw new UsageError('Leave user and password out of the address: set NEO4J_USERNAME and NEO4J_PASSWORD.')
  }
  if (url && SCHEMES.has(url.protocol) && url.hostname !== '') return
  const hint = url?.protocol.startsWith('http')
    ? ' That is the address for browsers; Bolt is at neo4j://HOST:7687.'
    : ''
  throw new UsageError(
    `Not the address of a Neo4j: ${uri}. Wanted: neo4j://HOST:7687 or bolt://HOST:7687.${hint}`,
  )
}

/** `.env` where the user stands fills in what the environment lacks. */
export function loadDotEnv(): void {
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** A store by a name that may be shown: never with a password in it. */
export const nameOfStore = (settings: StoreSettings): string =>
  'uri' in settings ? settings.uri : `the embedded store in ${settings.directory}`
