import { readFileSync } from 'node:fs'
import { CliError } from '../errors.ts'

interface Secrets {
  username?: string | undefined
  password?: string | undefined
  /** What readers of the server must know. */
  token?: string | undefined
  /** The key to a language model's endpoint. */
  llmKey?: string | undefined
}

/**
 * What is secret, from the environment, or from the files that it names, as containers are given their secrets:
 * `NEO4J_PASSWORD` or `NEO4J_PASSWORD_FILE`, `NEO4J_AUTH_FILE` (Neo4j's own: `user/password`), `MITHAQ_TOKEN` or
 * `MITHAQ_TOKEN_FILE`, `MITHAQ_LLM_API_KEY` or `MITHAQ_LLM_API_KEY_FILE`. An empty one is none.
 *
 * @throws {CliError} `file-unreadable`
 */
export function readSecrets(env: NodeJS.ProcessEnv): Secrets {
  const [, user, word] = /^([^/]+)\/(.+)$/su.exec(secret(env, 'NEO4J_AUTH', false) ?? '') ?? []
  return {
    username: env['NEO4J_USERNAME'] || user,
    password: secret(env, 'NEO4J_PASSWORD') ?? word,
    token: secret(env, 'MITHAQ_TOKEN'),
    llmKey: secret(env, 'MITHAQ_LLM_API_KEY'),
  }
}

function secret(env: NodeJS.ProcessEnv, name: string, isAlsoPlain = true): string | undefined {
  const value = isAlsoPlain ? env[name] : undefined
  const file = env[`${name}_FILE`]
  if (value || !file) return value || undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (cause) {
    throw new CliError('file-unreadable', `${name}_FILE names ${file}, which cannot be read`, { cause })
  }
}
