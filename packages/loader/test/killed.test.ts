/** The embedded store whose process is killed in mid-load: nothing lost, nothing twice, and a second run completes it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleGraph } from '@mithaq/model'
import { expect, it } from 'vitest'
import { openStore } from '../src/index.ts'
import { expectedGraph, graphOf } from './expected-graph.ts'
import { linksIn, linksOf } from './links-contract.ts'
import { manyRecords } from './many-records.ts'

const RECORDS = manyRecords(240)
const [SOURCE, MANY] = ['../src/index.ts', './many-records.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

const TSX = import.meta.resolve('tsx')

/** Loads and links all, and is killed when it has said so many times that a transaction is done. */
async function loadUntil(transactions: number, directory: string): Promise<void> {
  const script = `import { openStore } from ${JSON.stringify(SOURCE)}
    import { manyRecords } from ${JSON.stringify(MANY)}
    const told = { batchRows: 120, onProgress: () => process.stdout.write('.') }
    const store = await openStore({ directory: ${JSON.stringify(directory)} })
    await store.load(manyRecords(${RECORDS.length}), told)
    await store.link(told)`
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '-e', script])
  const ended = once(child, 'close')
  let seen = 0
  child.stdout.on('data', (dots: Buffer) => {
    seen += dots.length
    if (seen >= transactions) child.kill('SIGKILL')
  })
  await ended
  expect(seen).toBeGreaterThanOrEqual(transactions)
}

it('killed at any moment it is completed by the next', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mithaq-killed-'))
  try {
    for (const transactions of [1, 4, 9, 14]) {
      await loadUntil(transactions, directory)
      const lines = (await readFile(join(directory, 'articles.jsonl'), 'utf8')).split('\n').slice(0, -1)
      const truth = lines.map((line) => JSON.parse(line) as ArticleGraph)
      const store = await openStore({ directory })
      expect(await graphOf(store)).toEqual(expectedGraph(truth))
      await store.close()
    }
    const store = await openStore({ directory })
    await store.load(RECORDS)
    await store.link()
    expect(await graphOf(store)).toEqual(expectedGraph(RECORDS))
    expect(await linksIn(store)).toEqual(linksOf(RECORDS))
    await store.close()
  } finally {
    await rm(directory, { recursive: true })
  }
}, 120_000)
