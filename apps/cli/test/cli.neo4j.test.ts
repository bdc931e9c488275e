import { openStore } from '@mithaq/loader'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { line, PLEDGE } from './folder.ts'
import { mithaq, temporaryDirectory } from './run-mithaq.ts'

const address = inject('neo4j')
const ID = 'article:cli-neo4j'
const ARTICLE = line({ id: 'cli-neo4j', text: PLEDGE, published: '2025-03-01' })

describe.skipIf(address === null)('on a real Neo4j', () => {
  const { uri, username, password } = address ?? { uri: '', username: '', password: '' }
  const env = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const run = (args: string[], input = '') => mithaq(args, { env, input, cwd: temporaryDirectory() })

  afterAll(async () => {
    const store = await openStore({ uri, username, password })
    await store.unload(ID)
    await store.close()
  })

  it('loads, loads again without a change, and answers', async () => {
    expect(await run(['load', '-'], ARTICLE)).toMatchObject({ code: 0, stderr: '' })
    const again = await run(['load', '--to', uri, '--user', username, '-'], ARTICLE)
    expect(again.stdout).toBe(`1 article, 1 unchanged; 0 nodes and 0 relations are new in ${uri}\n`)

    const query = `MATCH (a:Actor)-[:COMMITS_TO]->(c)-[:DUE]->(d), (c)-[:IN]->(:Article {id: $id})
      RETURN a.name AS who, d.end AS due, $n + 1 AS n`
    const rows = await run(['query', query, '--param', `id=${ID}`, '--param', 'n=41', '--format', 'json'])
    expect(rows).toEqual({ code: 0, stderr: '', stdout: '[\n{"who":"قطر","due":"2025-12-31","n":42}\n]\n' })

    const late = await run(['commitments', '--as-of', '2026-02-01', '--status', 'overdue', '--format', 'csv'])
    expect(late.stdout).toContain('overdue,قطر,pledge')
  })

  it.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
    ['a wrong password', ['query', 'RETURN 1'], { NEO4J_PASSWORD: 'hunter2' }, /NEO4J_PASSWORD|password/u],
    ['no such database', ['query', 'RETURN 1', '--database', 'nowhere'], {}, /nowhere/u],
    ['half a question', ['query', 'MATCH (a RETURN a'], {}, /\S/u],
    ['a write', ['query', 'CREATE (n:Actor {id: "x"})'], {}, /only read/u],
  ])('%s is explained, and ends with 1', async (_, args, more, says) => {
    const { code, stdout, stderr } = await mithaq(args, {
      env: { ...env, ...more },
      cwd: temporaryDirectory(),
    })
    expect(stderr).toMatch(says)
    expect(stderr).not.toContain('hunter2')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('is well in the eyes of doctor', async () => {
    const { code, stdout } = await run(['doctor'])
    expect(stdout).toMatch(/^ok +Neo4j .*\d+ articles$/mu)
    expect(code).toBe(0)
  })
})
