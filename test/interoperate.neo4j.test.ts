import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { articles, followUp } from '../packages/loader/test/articles.ts'
import type { Fixture } from '../packages/loader/test/contract.ts'
import { neo4jFixture } from '../packages/loader/test/neo4j-fixture.ts'
import { makeVenv, whyNoPython } from './python/venv.ts'

const address = inject('neo4j')
const missing = await whyNoPython()
const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

describe.skipIf(address === null || missing !== undefined)('examples/python/ask_neo4j.py', () => {
  let python: string
  let fixture: Fixture
  beforeAll(async () => {
    python = await makeVenv()
    fixture = await neo4jFixture(address!)
    const store = await fixture.fresh()
    await store.load([...articles, followUp])
    await store.link()
  }, 240_000)
  afterAll(() => fixture.end())

  it.each([
    ['due-before', []],
    ['commitments-of', ['actor=United States']],
  ] as const)('asks %s over Bolt and gets the answer that stands beside it', async (name, params) => {
    const { stdout } = await promisify(execFile)(
      python,
      [path('examples/python/ask_neo4j.py'), path(`cypher/${name}.cypher`), ...params],
      {
        env: {
          ...process.env,
          PYTHONUTF8: '1',
          NEO4J_URI: address!.uri,
          NEO4J_USERNAME: address!.username,
          NEO4J_PASSWORD: address!.password,
        },
      },
    )
    const answer = readFileSync(path(`cypher/answers/${name}.csv`), 'utf8')
    expect(stdout.replaceAll('\t', ',')).toBe(answer)
  })
})
