import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSecrets } from './read-secrets.ts'
import { readSettings } from './read-settings.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mithaq-secrets-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function fileOf(text: string): string {
  const path = join(folder, 'secret')
  writeFileSync(path, text)
  return path
}

it.each<[string, string, object]>([
  ['NEO4J_AUTH_FILE', 'reader/one/two\n', { username: 'reader', password: 'one/two' }],
  ['NEO4J_PASSWORD_FILE', 'word\n', { password: 'word' }],
  ['MITHAQ_TOKEN_FILE', ' t0ken ', { token: 't0ken' }],
  ['NEO4J_AUTH_FILE', 'none', {}],
  ['MITHAQ_TOKEN_FILE', '\n', {}],
])('%s of %j is %j', (name, text, secrets) => {
  expect(readSecrets({ [name]: fileOf(text) })).toEqual(secrets)
})

it('prefers the environment itself, and says which file is missing', () => {
  const env = { NEO4J_AUTH_FILE: fileOf('a/b'), NEO4J_USERNAME: 'c', NEO4J_PASSWORD: 'd' }
  expect(readSettings({ to: 'bolt://db' }, env)).toEqual({ uri: 'bolt://db', username: 'c', password: 'd' })
  expect(() => readSecrets({ MITHAQ_TOKEN_FILE: join(folder, 'none') })).toThrow(/^MITHAQ_TOKEN_FILE names/u)
})
