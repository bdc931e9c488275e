/** The embedded store where there is no more room: what was committed stays, the rest is loaded another time. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ArticleGraph } from '@mithaq/model'
import { expect, it } from 'vitest'
import { openStore } from '../src/index.ts'
import { expectedGraph, graphOf } from './expected-graph.ts'
import { manyRecords } from './many-records.ts'

const [SOURCE, RECORDS] = ['../src/index.ts', './many-records.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** No file may grow beyond a size: a write then fails as on a full disk, with EFBIG for ENOSPC. */
async function loadWithin(kibibytes: number, directory: string, count: number): Promise<string> {
  const script = `import { openStore } from ${JSON.stringify(SOURCE)}
    import { manyRecords } from ${JSON.stringify(RECORDS)}
    const store = await openStore({ directory: ${JSON.stringify(directory)} })
    for (const record of manyRecords(${count})) {
      const error = await store.load([record]).catch((error) => error)
      if (error instanceof Error) {
        process.stdout.write(error.code + ' ' + error.message)
        break
      }
    }
    process.exit()`
  const { stdout } = await promisify(execFile)(
    'bash',
    ['-c', `trap '' XFSZ; ulimit -f ${kibibytes}; exec npx tsx --input-type=module -e "$SCRIPT"`],
    { env: { ...process.env, SCRIPT: script } },
  )
  return stdout
}

it.skipIf(process.platform === 'win32')('a full disk loses nothing that was loaded', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mithaq-full-'))
  try {
    expect(await loadWithin(256, directory, 400)).toMatch(/^database /u)
    const lines = (await readFile(join(directory, 'articles.jsonl'), 'utf8')).trim().split('\n')
    const truth = lines.map((line) => JSON.parse(line) as ArticleGraph)
    expect(truth.length).toBeGreaterThan(0)
    const store = await openStore({ directory })
    expect(await graphOf(store)).toEqual(expectedGraph(truth))
    const all = manyRecords(truth.length + 5)
    expect(await store.load(all)).toMatchObject({ unchanged: truth.length })
    expect(await graphOf(store)).toEqual(expectedGraph(all))
    await store.close()
  } finally {
    await rm(directory, { recursive: true })
  }
})
