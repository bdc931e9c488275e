/** Once for all browser tests: the viewer built, and real servers over real stores for it to show. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '@mithaq/loader'
import type { ArticleGraph } from '@mithaq/model'
import { createApp, serve } from '@mithaq/server'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { exampleRecords } from './example-records.ts'
import { findChromium } from './find-chromium.ts'
import { hostileRecord } from './hostile-record.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is no Chromium: the tests skip. */
    viewer: { chromium: string; examples: string; hostile: string; empty: string } | null
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  if (chromium === undefined) {
    const why = 'no Chromium found: set CHROMIUM_PATH, or install one (apt install chromium)'
    if (process.env['MITHAQ_REQUIRE_ALL'] === '1') throw new Error(`browser tests are required, but ${why}`)
    process.stderr.write(`browser tests skipped: ${why}\n`)
    project.provide('viewer', null)
    return async () => {}
  }
  await build({ root: ROOT, logLevel: 'warn' })
  const examples = await serveRecords(await exampleRecords())
  const hostile = await serveRecords([hostileRecord()])
  const empty = await serveRecords([])
  project.provide('viewer', { chromium, examples: examples.url, hostile: hostile.url, empty: empty.url })
  return async () => {
    for (const server of [examples, hostile, empty]) await server.close()
  }
}

async function serveRecords(records: ArticleGraph[]): Promise<{ url: string; close(): Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mithaq-viewer-'))
  const store = await openStore({ directory })
  await store.load(records)
  const app = createApp(store, { viewerDirectory: path.join(ROOT, 'dist') })
  const server = await serve(app, { port: 0 })
  return {
    url: server.url,
    async close() {
      await server.close()
      await store.close()
      await rm(directory, { recursive: true })
    },
  }
}
