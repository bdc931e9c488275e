import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aid, articles, refusal, withdrawal, withdrawalDraft } from '../../test/articles.ts'
import { buildRecord } from '../../test/build-record.ts'
import { expectedGraph, graphOf } from '../../test/expected-graph.ts'
import { STORE_LABEL } from '../bookkeeping.ts'
import { type GraphStore, openStore } from '../index.ts'
import { openDatabase } from './open-database.ts'

let directory: string
let truth: string
let file: string
let store: GraphStore | undefined
let notices: string[]

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mithaq-embedded-'))
  truth = join(directory, 'articles.jsonl')
  file = join(directory, 'graph.grafeo')
  notices = []
})
afterEach(async () => {
  await store?.close()
  store = undefined
  await rm(directory, { recursive: true, force: true })
})

async function open(): Promise<GraphStore> {
  await store?.close()
  store = await openStore({ directory, onNotice: (notice) => notices.push(notice) })
  return store
}

async function close(): Promise<void> {
  await store?.close()
  store = undefined
}

describe('the embedded store', () => {
  it('is new without a word, and there again when opened again', async () => {
    await (await open()).load(articles)
    expect(await graphOf(await open())).toEqual(expectedGraph(articles))
    expect(notices).toEqual([])
  })

  it('keeps the truth as one record a line', async () => {
    await (await open()).load(articles)
    const lines = (await readFile(truth, 'utf8')).split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(articles)
  })

  it('keeps of a changed article the last version, and of an unloaded one nothing', async () => {
    const edited = buildRecord({ ...withdrawalDraft, text: `${withdrawalDraft.text} عاجل.` })
    await (await open()).load([withdrawal, refusal, aid])
    await store!.load([edited])
    await store!.unload(refusal.article.id)
    const lines = (await readFile(truth, 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([aid, edited])
    expect(await graphOf(await open())).toEqual(expectedGraph([aid, edited]))
    expect(notices).toEqual([])
  })
})

describe('the database is made again from the truth, and it is said', () => {
  beforeEach(async () => {
    await (await open()).load(articles)
    await close()
  })

  const spoiled: [string, RegExp, () => Promise<void>][] = [
    ['missing', /is missing/u, () => rm(file)],
    ['empty', /cannot be opened/u, () => writeFile(file, '')],
    ['not a database', /cannot be opened/u, () => writeFile(file, 'العراق'.repeat(5_000))],
    [
      'cut in half',
      /cannot be opened/u,
      async () => truncate(file, Math.floor((await readFile(file)).length / 2)),
    ],
    [
      'spoiled in one byte',
      /cannot be opened/u,
      async () => {
        const bytes = await readFile(file)
        // Within data, not the empty rest of a page.
        const at = bytes.findLastIndex((byte) => byte !== 0)
        bytes[at]! ^= 0x41
        await writeFile(file, bytes)
      },
    ],
    [
      'made by another version',
      /by another version/u,
      async () => {
        const database = openDatabase(file)
        await database.write((tx) => tx.run(`MATCH (s:${STORE_LABEL}) SET s.schema = 0`))
        await database.close()
      },
    ],
    ['made from another file', /from another file/u, () => rm(truth).then(() => writeFile(truth, ''))],
  ]

  it.each(spoiled)('when it is %s', async (_, notice, spoil) => {
    await spoil()
    await open()
    expect(notices).toEqual([expect.stringMatching(notice)])
    const records = (await readFile(truth, 'utf8')) === '' ? [] : articles
    expect(await graphOf(store!)).toEqual(expectedGraph(records))
    await open()
    expect(notices).toHaveLength(1)
  })

  it('takes up what the truth has and the database has not', async () => {
    const { article } = withdrawal
    await (await open()).unload(article.id)
    await close()
    await appendFile(truth, `${JSON.stringify(withdrawal)}\n`)
    expect(await graphOf(await open())).toEqual(expectedGraph(articles))
    expect(notices).toEqual([])
  })

  it('drops a last line that was cut off, and says so', async () => {
    await appendFile(truth, JSON.stringify(withdrawal).slice(0, 100))
    expect(await graphOf(await open())).toEqual(expectedGraph(articles))
    expect(notices).toEqual([expect.stringMatching(/cut off/u)])
  })

  it('keeps a last line that only lacks its end', async () => {
    const more = buildRecord({ ...withdrawalDraft, id: 'more' })
    await appendFile(truth, JSON.stringify(more))
    expect(await graphOf(await open())).toEqual(expectedGraph([...articles, more]))
    expect(notices).toEqual([])
  })

  it('guesses at no line in the middle', async () => {
    await writeFile(truth, `${await readFile(truth, 'utf8')}{"schema":"mithaq/1"}\n${JSON.stringify(aid)}\n`)
    await expect(open()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/article/u) as string,
    })
  })
})

it('is held by one process', async () => {
  await open()
  const script = `import { openStore } from ${JSON.stringify(fileURLToPath(new URL('../index.ts', import.meta.url)))}
    openStore({ directory: ${JSON.stringify(directory)} }).catch((error) => process.stdout.write(error.code + ' ' + error.message))`
  const { stdout } = await promisify(execFile)('npx', ['tsx', '--input-type=module', '-e', script])
  expect(stdout).toMatch(/^locked Another process uses the embedded store/u)
})

it('says when it has been closed', async () => {
  const closed = await open()
  await close()
  await expect(closed.query('RETURN 1')).rejects.toMatchObject({ code: 'closed' })
})
