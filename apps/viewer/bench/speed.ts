/**
 * The viewer's speed in software rendering with real mouse drags, on made-up stores of three sizes; and its canvas
 * side by side with plain sigma and its default programs on one graph of 10,000 nodes, in the same run. Figures are
 * of the machine it runs on: compare within one run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '@mithaq/loader'
import type { GraphView } from '@mithaq/model'
import { createApp, serve } from '@mithaq/server'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../e2e/find-chromium.ts'
import { launch } from '../e2e/open-viewer.ts'
import { madeRecords } from './made-records.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SIZES = process.argv.includes('--quick') ? [1_000] : [1_000, 10_000, 50_000]
const DRAG_MS = 3_000

interface Drag {
  fps: number
  longest: number
}

/** Frames a second while the mouse drags the canvas around, and the longest task meanwhile. */
async function dragFor(page: Page, target: string): Promise<Drag> {
  const box = (await page.locator(target).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(() => {
    const seen = { frames: 0, longest: 0, running: true }
    Object.assign(globalThis, { seen })
    const tick = (): void => {
      seen.frames++
      if (seen.running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
  })
  await page.mouse.move(x, y)
  await page.mouse.down()
  const start = performance.now()
  for (let i = 0; performance.now() - start < DRAG_MS; i++)
    await page.mouse.move(x + 120 * Math.sin(i / 8), y + 80 * Math.cos(i / 8))
  const seconds = (performance.now() - start) / 1000
  await page.mouse.up()
  const { frames, longest } = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { frames: number; longest: number; running: boolean } }
    seen.running = false
    return seen
  })
  return { fps: frames / seconds, longest }
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  // What tsx writes into functions, these that run in the page included.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto('about:blank')
  return page
}

const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('.canvas')?.dataset['state'] === 'ready' &&
      document.querySelector('.row') !== null,
    undefined,
    { timeout: 120_000, polling: 20 },
  )

/** Rows and some drawing on the screen: what a reader can begin with. */
const useful = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      /ready|arranging/u.test(document.querySelector<HTMLElement>('.canvas')?.dataset['state'] ?? '') &&
      document.querySelector('.row') !== null &&
      document.querySelector('.graph-pane > .notice') === null,
    undefined,
    { timeout: 120_000, polling: 20 },
  )

async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}

async function measureViewer(browser: Browser, url: string): Promise<string[]> {
  const page = await newPage(browser)
  const start = performance.now()
  await page.goto(url)
  await useful(page)
  const first = performance.now() - start
  await ready(page)
  const settled = performance.now() - start
  const drag = await dragFor(page, '.canvas')
  await page.getByRole('button', { name: 'تصفية' }).click()
  const filter = await page.evaluate(async () => {
    const count = document.querySelector('.count')?.textContent
    const begun = performance.now()
    document.querySelector<HTMLInputElement>('[data-facet=kind] input')?.click()
    while (document.querySelector('.count')?.textContent === count)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begun
  })
  const memory = await memoryOf(page)
  await page.close()
  return [
    `${first.toFixed(0)} ms`,
    `${settled.toFixed(0)} ms`,
    drag.fps.toFixed(1),
    `${drag.longest.toFixed(0)} ms`,
    `${filter.toFixed(0)} ms`,
    `${memory.toFixed(0)} MB`,
  ]
}

async function withViewer<T>(nodes: number, work: (url: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mithaq-bench-'))
  const store = await openStore({ directory })
  const { nodes: made, relations } = await store.load(madeRecords(nodes))
  process.stderr.write(`${made} nodes, ${relations} relations\n`)
  const server = await serve(createApp(store, { viewerDirectory: path.join(ROOT, 'dist') }), { port: 0 })
  try {
    return await work(server.url)
  } finally {
    await server.close()
    await store.close()
    await rm(directory, { recursive: true })
  }
}

const at = (i: number) => ({ angle: i * 2.399963, radius: 40 * Math.sqrt(i) })

/** A graph with hubs, laid out on a disc: how it lies changes nothing for the renderer. */
function drawnGraph(nodes: number, edges: number): GraphView {
  const labels = ['Commitment', 'Actor', 'Place', 'Date'] as const
  const relation = 'COMMITS_TO'
  return {
    truncated: false,
    nodes: Array.from({ length: nodes }, (_, i) => ({
      id: `${labels[i % 4]!.toLowerCase()}:${i}`,
      label: labels[i % 4]!,
      name: `الطرف ${i}`,
      x: at(i).radius * Math.cos(at(i).angle),
      y: at(i).radius * Math.sin(at(i).angle),
    })),
    edges: Array.from({ length: edges }, (_, i) => {
      const [a, b] = [(i * 4) % nodes, (((i * 7919) % nodes) & ~3) + 1]
      const [source, target] = [`commitment:${a}`, `actor:${b}`]
      return { id: `${i}`, source, target, relation }
    }),
  }
}

async function compare(browser: Browser, url: string): Promise<void> {
  const graph = drawnGraph(10_000, 30_000)
  const plain = await newPage(browser)
  await plain.setContent('<div id="sigma" style="position:absolute;inset:0 370px 0 0"></div>')
  for (const file of ['graphology/dist/graphology.umd.min.js', 'sigma/dist/sigma.min.js'])
    await plain.addScriptTag({ path: path.join(ROOT, 'node_modules', file) })
  const plainFirst = await plain.evaluate((view) => {
    const begun = performance.now()
    const page = globalThis as unknown as {
      graphology: { MultiDirectedGraph: new () => { addNode: Function; addDirectedEdge: Function } }
      Sigma: new (graph: unknown, container: HTMLElement | null) => unknown
    }
    const drawn = new page.graphology.MultiDirectedGraph()
    for (const { id, name, x, y } of view.nodes)
      drawn.addNode(id, { label: name, x, y, size: 4, color: '#1c4f8a' })
    for (const { source, target } of view.edges) drawn.addDirectedEdge(source, target)
    Object.assign(globalThis, { sigma: new page.Sigma(drawn, document.querySelector<HTMLElement>('#sigma')) })
    return performance.now() - begun
  }, graph)
  const theirs = await dragFor(plain, '#sigma')
  await plain.close()

  const page = await newPage(browser)
  await page.route('**/api/graph*', (route) => route.fulfill({ json: graph }))
  await page.goto(url)
  await ready(page)
  const ours = await dragFor(page, '.canvas')
  await page.close()
  console.log('\n| 10,000 nodes and 30,000 edges, all drawn | drag frames/s | longest task |\n|---|---|---|')
  console.log(
    `| plain sigma (built in ${plainFirst.toFixed(0)} ms) | ${theirs.fps.toFixed(1)} | ${theirs.longest.toFixed(0)} ms |`,
  )
  console.log(`| the viewer | ${ours.fps.toFixed(1)} | ${ours.longest.toFixed(0)} ms |`)
  console.log(`\n${(ours.fps / theirs.fps).toFixed(1)} times as many frames`)
}

const chromium = findChromium()
if (chromium === undefined) throw new Error('no Chromium found: set CHROMIUM_PATH')
await build({ root: ROOT, logLevel: 'warn' })
const browser = await launch(chromium)
try {
  console.log(
    '| nodes in the store | first useful view | settled | drag frames/s | longest task | filter | memory |',
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const size of SIZES) {
    const cells = await withViewer(size, (url) => measureViewer(browser, url))
    console.log(`| ${size} | ${cells.join(' | ')} |`)
  }
  await withViewer(1_000, (url) => compare(browser, url))
} finally {
  await browser.close()
}
