import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

it('takes no record, and says when it has been closed', async () => {
  await expect(store.load(articles)).rejects.toMatchObject({ code: 'write-refused' })
  await expect(store.unload('article:none')).rejects.toMatchObject({ code: 'write-refused' })
  const other = await openStore({ directory, readOnly: true })
  await other.close()
  await expect(other.query('RETURN 1')).rejects.toMatchObject({ code: 'closed' })
})
