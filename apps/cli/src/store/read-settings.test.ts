import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings } from './read-settings.ts'

const embedded = { directory: resolve('.mithaq') }
const env = {
  NEO4J_URI: 'bolt://db:7687',
  NEO4J_USERNAME: 'neo4j',
  NEO4J_PASSWORD: 'secret',
  NEO4J_DATABASE: 'news',
}

it.each([
  [{}, {}, embedded],
  [{}, { NEO4J_URI: '', NEO4J_PASSWORD: 'secret' }, embedded],
  [{ store: '/data' }, env, { directory: '/data' }],
  [{}, env, { uri: 'bolt://db:7687', username: 'neo4j', password: 'secret', database: 'news' }],
  [{ to: 'neo4j+s://x.example' }, {}, { uri: 'neo4j+s://x.example' }],
  [
    { to: 'neo4j://[::1]:7687', user: 'reader', database: 'd' },
    env,
    { uri: 'neo4j://[::1]:7687', username: 'reader', password: 'secret', database: 'd' },
  ],
])('%j over %j is %j', (flags, env, settings) => {
  expect(readSettings(flags, env)).toEqual(settings)
})

it.each([
  ['localhost', /Wanted: neo4j:/u],
  ['http://localhost:7474', /address for browsers/u],
  ['neo4j://', /Wanted/u],
  ['neo4j://neo4j:secret@localhost', /^(?!.*secret)/u],
])('%s is refused', (to, says) => {
  expect(() => readSettings({ to }, {})).toThrow(says)
})
