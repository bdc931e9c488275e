/**
 * The viewer's speed in software rendering with real mouse drags, on made-up stores of three sizes; and its canvas
 * side by side with plain sigma and its default programs on one graph of 10,000 nodes, in the same run. Figures are
 * of the machine it runs on: compare within one run.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openStore } from '@mithaq/loader'
import type { GraphView } from '@mithaq/model'
import { createApp, serve } from '@mithaq/server'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../e2e/find-chromium.ts'
import { launch } from '../e2e/open-viewer.ts'
import { drawnGraph } from './drawn-graph.ts'
import { madeRecords } from './made-records.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SIZES = process.argv.includes('--quick') ? [1_000] : [1_000, 10_000, 50_000]
const DRAG_MS = 3_000

interface Drag {
  fps: number
  tasks: Tasks
}

/** Where the mouse takes hold: of a node amid the canvas, or of the empty margin at its side. */
const HOLDS = { node: [0.5, 0.5], canvas: [0.02, 0.5] } as const

/** Frames a second while the mouse drags, and the tasks meanwhile and until it is all drawn again. */
async function dragFor(page: Page, target: string, hold: keyof typeof HOLDS): Promise<Drag> {
  const box = (await page.locator(target).boundingBox())!
  const [x, y] = [box.x + box.width * HOLDS[hold][0], box.y + box.height * HOLDS[hold][1]]
  await page.mouse.move(x, y)
  await page.evaluate(() => {
    const seen = { frames: 0, running: true }
    Object.assign(globalThis, { seen })
    const tick = (): void => {
      seen.frames++
      if (seen.running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const traced = await traceTasks(page)
  await page.mouse.down()
  const start = performance.now()
  for (let i = 0; performance.now() - start < DRAG_MS; i++)
    await page.mouse.move(x + 120 * Math.sin(i / 8), y + 80 * Math.cos(i / 8))
  const seconds = (performance.now() - start) / 1000
  const frames = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { frames: number; running: boolean } }
    seen.running = false
    return seen.frames
  })
  await page.mouse.up()
  await page.waitForTimeout(1_500)
  return { fps: frames / seconds, tasks: await traced() }
}

interface Tasks {
  /** Of the longest, in milliseconds by the clock. */
  wall: number
  /** Of the one that took most of the processor: on a busy machine a task also waits for its turn. */
  cpu: number
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args: { name?: string }
}

const longest = ({ wall, cpu }: Tasks): string => `${wall.toFixed(0)} ms (${cpu.toFixed(0)} ms)`

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`

/** Traces the page's main thread; what it returns ends that and says how long its tasks were. */
async function traceTasks(page: Page): Promise<() => Promise<Tasks>> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'devtools.timeline,toplevel',
  })
  return async () => {
    const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await ended
    const main = new Set(events.filter(({ args }) => args.name === 'CrRendererMain').map(threadOf))
    const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)))
    const most = (of: 'dur' | 'tdur'): number =>
      tasks.reduce((longest, task) => Math.max(longest, task[of] ?? 0), 0) / 1000
    return { wall: most('dur'), cpu: most('tdur') }
  }
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

/** Milliseconds until there is something to begin with, and until the drawing stands still. */
async function open(page: Page, url: string): Promise<{ first: number; settled: number }> {
  const start = performance.now()
  await page.goto(url)
  await useful(page)
  const first = performance.now() - start
  await ready(page)
  return { first, settled: performance.now() - start }
}

/** Milliseconds from the click on a facet until the list says how many are left. */
async function filterFor(page: Page): Promise<number> {
  // Not by its role: the look-up is a task of 100 ms in the page, and none of the viewer's.
  await page.locator('.ledger-head .button').click()
  return page.evaluate(async () => {
    const count = document.querySelector('.count')?.textContent
    const begun = performance.now()
    document.querySelector<HTMLInputElement>('[data-facet=kind] input')?.click()
    while (document.querySelector('.count')?.textContent === count)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begun
  })
}

/** Points along a line through the drawing, comes closer and goes back, in quick turns and slow ones. */
async function pointAndZoom(page: Page): Promise<void> {
  const box = (await page.locator('.canvas').boundingBox())!
  for (let i = 0; i < 60; i++) {
    await page.mouse.move(box.x + box.width * (0.2 + i / 100), box.y + box.height * 0.5)
    await page.waitForTimeout(16)
  }
  for (let i = 0; i < 10; i++) {
    await page.mouse.wheel(0, i % 3 < 2 ? -120 : 120)
    await page.waitForTimeout(i % 2 === 0 ? 60 : 300)
  }
  await page.waitForTimeout(1_000)
}

/** What else a reader does: zooms, points, searches, opens a commitment and closes it, turns to the table. */
async function lookAround(page: Page): Promise<void> {
  const box = (await page.locator('.canvas').boundingBox())!
  for (let i = 0; i < 6; i++) {
    await page.mouse.move(box.x + box.width * (0.3 + i / 15), box.y + box.height * 0.5)
    await page.mouse.wheel(0, i % 2 === 0 ? -120 : 120)
    await page.waitForTimeout(150)
  }
  await page.locator('.search-input').pressSequentially('الطرف 1', { delay: 60 })
  await page.locator('[role=option]').first().waitFor()
  await page.locator('.search-input').fill('')
  await page.locator('.row').first().click()
  await page.waitForSelector('mark')
  await page.keyboard.press('Escape')
  await page.locator('#stage-table').click()
  await page.locator('.ledger-table tbody tr').first().waitFor()
  await page.locator('#stage-timeline').click()
  await page.locator('.timeline-month').first().waitFor()
  await page.waitForTimeout(500)
}

/** Until the server has laid out its overview and answers a search at once: what it works out ahead. */
async function readyAhead(url: string): Promise<void> {
  for (;;) {
    const { nodes } = (await (await fetch(new URL('api/graph?limit=600', url))).json()) as GraphView
    if (nodes.length < 600 || nodes.every(({ x }) => x !== undefined)) break
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await new Promise((resolve) => setTimeout(resolve, 6_000))
}

async function measureViewer(browser: Browser, url: string): Promise<string[]> {
  // The first to come finds a server that has just begun to read its store.
  const early = await newPage(browser)
  const cold = await open(early, url)
  await early.close()
  await readyAhead(url)
  const page = await newPage(browser)
  const warm = await open(page, url)
  const drag = await dragFor(page, '.canvas', 'canvas')
  const traced = await traceTasks(page)
  const filter = await filterFor(page)
  await lookAround(page)
  const tasks = await traced()
  const memory = await memoryOf(page)
  await page.close()
  return [
    `${cold.first.toFixed(0)} ms`,
    `${warm.first.toFixed(0)} ms`,
    `${warm.settled.toFixed(0)} ms`,
    drag.fps.toFixed(1),
    longest(drag.tasks),
    longest(tasks),
    `${filter.toFixed(0)} ms`,
    `${memory.toFixed(0)} MB`,
  ]
}

/** Kilobytes of scripts and styles, gzipped, fonts apart. */
async function bundleSize(): Promise<number> {
  const assets = path.join(ROOT, 'dist/assets')
  const files = (await readdir(assets)).filter((name) => /\.(?:js|css)$/u.test(name))
  const sizes = await Promise.all(
    files.map(async (name) => gzipSync(await readFile(path.join(assets, name))).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

async function withViewer<T>(nodes: number, work: (url: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mithaq-bench-'))
  const store = await openStore({ directory })
  const { nodes: made, relations } = await store.load(madeRecords(nodes))
  process.stderr.write(`${made} nodes, ${relations} relations\n`)
  const app = createApp(store, {
    viewerDirectory: path.join(ROOT, 'dist'),
    readAhead: true,
  })
  const server = await serve(app, { port: 0 })
  try {
    return await work(server.url)
  } finally {
    await server.close()
    await store.close()
    await rm(directory, { recursive: true })
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
  const theirs = await dragsOf(plain, '#sigma')
  await plain.close()

  const page = await newPage(browser)
  await page.route('**/api/graph*', (route) => route.fulfill({ json: graph }))
  await page.goto(url)
  await ready(page)
  const ours = await dragsOf(page, '.canvas')
  const traced = await traceTasks(page)
  await pointAndZoom(page)
  await filterFor(page)
  await page.waitForTimeout(1_000)
  const tasks = await traced()
  const again = await dragFor(page, '.canvas', 'node')
  await page.close()
  console.log(
    '\n| 10,000 nodes and 30,000 edges, all drawn | canvas dragged: frames/s | longest task (processor) | node dragged: frames/s | longest task |',
  )
  console.log('|---|---|---|---|---|')
  for (const [name, { canvas, node }] of [
    [`plain sigma (built in ${plainFirst.toFixed(0)} ms)`, theirs],
    ['the viewer', ours],
  ] as const) {
    const cells = [canvas, node].flatMap(({ fps, tasks: ofDrag }) => [fps.toFixed(1), longest(ofDrag)])
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
  console.log(
    `\nThe viewer's longest task, pointing, zooming and filtering: ${longest(tasks)}; dragging after that: ${longest(again.tasks)}, ${again.fps.toFixed(1)} frames/s`,
  )
  const times = (hold: keyof typeof HOLDS): string => (ours[hold].fps / theirs[hold].fps).toFixed(1)
  console.log(
    `\n${times('canvas')} times as many frames dragging the canvas, ${times('node')} dragging a node`,
  )
}

async function dragsOf(page: Page, target: string): Promise<Record<keyof typeof HOLDS, Drag>> {
  await page.waitForTimeout(2_000)
  return { canvas: await dragFor(page, target, 'canvas'), node: await dragFor(page, target, 'node') }
}

const chromium = findChromium()
if (chromium === undefined) throw new Error('no Chromium found: set CHROMIUM_PATH')
await build({ root: ROOT, logLevel: 'warn' })
const browser = await launch(chromium)
try {
  console.log(
    '| nodes in the store | first useful view, server just started | server ready | drawing settled | drag frames/s | longest task of a drag (processor) | of all else | filter | memory |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const size of SIZES) {
    const cells = await withViewer(size, (url) => measureViewer(browser, url))
    console.log(`| ${size} | ${cells.join(' | ')} |`)
  }
  await withViewer(1_000, (url) => compare(browser, url))
  console.log(`\nScripts and styles: ${(await bundleSize()).toFixed(0)} KB gzipped`)
} finally {
  await browser.close()
}
