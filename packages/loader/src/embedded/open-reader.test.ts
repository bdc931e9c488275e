import { execFile, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { articles } from '../../test/articles.ts'
import { expectedGraph, graphOf } from '../../test/expected-graph.ts'
import { type GraphStore, openStore } from '../index.ts'

const ENDLESS =
  'UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x * y % 7 = 8 RETURN count(*) AS n'

let directory: string
let store: GraphStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mithaq-reader-'))
  const writer = await openStore({ directory })
  await writer.load(articles)
  await writer.close()
  store = await openStore({ directory, readOnly: true })
})
afterAll(async () => {
  await store.close()
  await rm(directory, { recursive: true })
})

it('answers as the store that was loaded, from a second program too', async () => {
  expect(await graphOf(store)).toEqual(expectedGraph(articles))
  const other = await openStore({ directory, readOnly: true })
  expect(await graphOf(other)).toEqual(expectedGraph(articles))
  await other.close()
})

it('keeps writers out for as long as it is read', async () => {
  await store.query('RETURN 1')
  await expect(openStore({ directory })).rejects.toMatchObject({ code: 'locked' })
})

it('ends what outlasts its time, and answers on', async () => {
  // More than Node has threads, each of which would be held for minutes.
  const endless = Array.from({ length: 6 }, () =>
    store.query(ENDLESS, {}, { timeoutMs: 300 }).catch((error: unknown) => error),
  )
  const quick = store.query('MATCH (a:Article) RETURN count(a) AS n')
  for (const error of await Promise.all(endless)) expect(error).toMatchObject({ code: 'timeout' })
  expect((await quick).rows).toEqual([[articles.length]])
})

it.each([
  ['MATCH (n RETURN n', 'bad-cypher'],
  ['CREATE (n:Actor {id: "x"})', 'write-refused'],
])('says what is wrong with %s', async (cypher, code) => {
  await expect(store.query(cypher)).rejects.toMatchObject({ code })
})

describe('temporary files', () => {
  /** Of these tests alone: other programs have some, too. */
  let temporary: string
  const left = (): string[] => readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))
  beforeEach(async () => {
    temporary = await mkdtemp(join(directory, 'tmp-'))
    vi.stubEnv('TMPDIR', temporary)
    vi.stubEnv('TMP', temporary)
  })
  afterEach(() => vi.unstubAllEnvs())

  it('go when the process that reads is ended or killed', async () => {
    const other = await openStore({ directory, readOnly: true })
    await other.query('RETURN 1')
    expect(left()).toHaveLength(1)
    await expect(other.query(ENDLESS, {}, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'timeout' })
    await vi.waitFor(() => expect(left()).toEqual([]))
    await other.query('RETURN 1')
    await other.close()
    expect(left()).toEqual([])
  })

  it('go when the program that asks is killed', async () => {
    const script = `import { openStore } from ${JSON.stringify(fileURLToPath(new URL('../index.ts', import.meta.url)))}
      import { readdirSync } from 'node:fs'
      const store = await openStore({ directory: ${JSON.stringify(directory)}, readOnly: true })
      await store.query('RETURN 1')
      process.stdout.write(readdirSync(${JSON.stringify(temporary)}).join(' '), () => process.kill(process.pid, 'SIGKILL'))`
    const error = await promisify(execFile)('npx', ['tsx', '--input-type=module', '-e', script]).catch(
      (error: unknown) => error,
    )
    expect((error as { stdout: string }).stdout).toContain('mithaq-reader-')
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 5_000 })
  })

  it('of programs killed together with what reads for them go when the next opens a store', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    for (const of of [pid, process.pid]) await mkdir(join(temporary, `mithaq-reader-${of}-test`))
    await (await openStore({ directory, readOnly: true })).close()
    expect(left()).toEqual([`mithaq-reader-${process.pid}-test`])
  })
})

it('takes no record, and says when it has been closed', async () => {
  await expect(store.load(articles)).rejects.toMatchObject({ code: 'write-refused' })
  await expect(store.unload('article:none')).rejects.toMatchObject({ code: 'write-refused' })
  const other = await openStore({ directory, readOnly: true })
  await other.close()
  await expect(other.query('RETURN 1')).rejects.toMatchObject({ code: 'closed' })
})
