import { openStore } from '@mithaq/loader'
import { createApp, serve } from '@mithaq/server'
import { exampleRecords } from '../e2e/example-records.ts'
import { findChromium } from '../e2e/find-chromium.ts'
import { launch, openViewer, settled } from '../e2e/open-viewer.ts'
import { mkdirSync, rmSync } from 'node:fs'
const OUT = '/tmp/w/viewer/scratch/shots'
mkdirSync(OUT, { recursive: true })
const [which, ...names] = process.argv.slice(2)
const dir = which === 'large' ? '/tmp/w/viewer/scratch/s10000' : '/tmp/w/viewer/scratch/ex'
if (which !== 'large') rmSync(dir, { recursive: true, force: true })
const store = await openStore({ directory: dir })
if (which !== 'large') {
  await store.load(await exampleRecords())
  await store.link?.()
}
const server = await serve(
  createApp(store, { viewerDirectory: new URL('../dist', import.meta.url).pathname }),
  { port: 0 },
)
const browser = await launch(findChromium()!)
const ties = (await (await fetch(server.url + 'api/ties')).json()) as { from: string; relation: string }[]
console.log(ties.length)
const tied = encodeURIComponent(
  ties.find((t) => t.relation === 'AMENDS' || t.relation === 'CONTRADICTS')?.from ?? ties[0]?.from ?? '',
)
const VIEWS: [string, string, { width: number; height: number }, object?][] = [
  ['ar', '#asOf=2025-10-15', { width: 1440, height: 900 }],
  ['ar-dark', '#theme=dark&asOf=2025-10-15', { width: 1440, height: 900 }],
  ['en-table', '#lang=en&stage=table&asOf=2025-10-15', { width: 1440, height: 900 }],
  ['ar-timeline', '#stage=timeline&asOf=2025-10-15', { width: 1440, height: 900 }],
  ['ar-questions', '#stage=questions', { width: 1440, height: 900 }],
  ['en-dark-ties', `#lang=en&theme=dark&commitment=${tied}`, { width: 1440, height: 900 }],
  ['ar-ties', `#commitment=${tied}`, { width: 1440, height: 900 }],
  ['ar-320', '', { width: 320, height: 640 }],
  ['ar-320-reading', `#commitment=${tied}`, { width: 320, height: 640 }],
  ['en-320-table', '#lang=en&stage=table', { width: 320, height: 640 }],
  ['ar-320-timeline', '#stage=timeline', { width: 320, height: 640 }],
  ['ar-4k', '', { width: 2560, height: 1440 }],
  ['ar-focus', '#focus=actor:Q796', { width: 1440, height: 900 }],
  ['ar-tour', '', { width: 1440, height: 900 }, { tour: true }],
]
for (const [name, hash, viewport, more] of VIEWS) {
  if (names.length > 0 && !names.includes(name)) continue
  const { page, problems } = await openViewer(browser, server.url, hash, { viewport, ...more })
  if (hash.includes('commitment='))
    await page
      .locator('mark')
      .first()
      .waitFor()
      .catch(() => {})
  await settled(page)
  await page.screenshot({ path: `${OUT}/${which}-${name}.png` })
  if (problems.length) console.log(name, problems)
  await page.context().close()
}
await browser.close()
await server.close()
await store.close()
