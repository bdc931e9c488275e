/** Once for all browser tests: the viewer built, and real servers over real stores for it to show. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '@mithaq/loader'
import type { ArticleGraph } from '@mithaq/model'
import { createApp, serve, writeSite } from '@mithaq/server'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { madeRecords } from '../bench/made-records.ts'
import { exampleRecords } from './example-records.ts'
import { findChromium } from './find-chromium.ts'
import { hostileRecord } from './hostile-record.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is no Chromium: the tests skip. */
    viewer: Record<'chromium' | 'examples' | 'hostile' | 'empty' | 'large' | 'site', string> | null
  }
}

/** Nodes of a store whose ledger is not sent whole. */
const LARGE = 6_000

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
  const large = await serveRecords(madeRecords(LARGE))
  project.provide('viewer', {
    chromium,
    examples: examples.url,
    hostile: hostile.url,
    empty: empty.url,
    large: large.url,
    site: examples.site,
  })
  return async () => {
    for (const server of [examples, hostile, empty, large]) await server.close()
  }
}

interface Served {
  url: string
  /** The same graph exported as a site, behind a plain file server. */
  site: string
  close(): Promise<void>
}

async function serveRecords(records: Iterable<ArticleGraph>): Promise<Served> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mithaq-viewer-'))
  const store = await openStore({ directory })
  await store.load(records)
  await store.link()
  const app = createApp(store, { viewerDirectory: path.join(ROOT, 'dist') })
  const server = await serve(app, { port: 0 })
  const site = path.join(directory, 'site')
  await writeSite(store, site, { viewerDirectory: path.join(ROOT, 'dist'), today: '2025-10-15' })
  const files = createServer((request, response) => void sendFile(site, request.url ?? '/', response))
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  return {
    url: server.url,
    site: `http://127.0.0.1:${(files.address() as AddressInfo).port}/published/`,
    async close() {
      files.closeAllConnections()
      files.close()
      await server.close()
      await store.close()
      await rm(directory, { recursive: true })
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** The plainest file server there is, under a path that is not the root. */
async function sendFile(directory: string, url: string, response: ServerResponse): Promise<void> {
  const name = url.replace(/^\/published\//u, '') || 'index.html'
  try {
    const content = await readFile(path.join(directory, name))
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'application/octet-stream')
    response.end(content)
  } catch {
    response.statusCode = 404
    response.end()
  }
}
