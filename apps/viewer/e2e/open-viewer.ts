/** Real Chromium, opened on the viewer. */
import { readFile } from 'node:fs/promises'
import type { GraphView } from '@mithaq/model'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** WebGL in software, so that the tests draw on machines without a graphics card. */
const SOFTWARE_WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...ARGS, ...SOFTWARE_WEBGL] })

/** A browser in which no page gets WebGL. */
export const launchWithoutWebgl = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...ARGS, '--disable-3d-apis'] })

export interface OpenViewer {
  page: Page
  /** Errors on the console, uncaught errors, breaches of the content policy. */
  problems: string[]
}

/** The page that tests of one file share: opening costs seconds, and all of a view is in its address. */
const shared = new WeakMap<Browser, OpenViewer & { url: string }>()

/** Show a view in the page that tests of this browser share, and wait until it stands still. */
export async function showViewer(browser: Browser, url: string, hash = ''): Promise<OpenViewer> {
  const open = shared.get(browser)
  if (open?.url !== url) {
    await open?.page.context().close()
    const opened = await openViewer(browser, url, hash)
    shared.set(browser, { ...opened, url })
    return opened
  }
  await open.page.evaluate((to) => {
    // The empty view first, so that a test finds nothing of the one before it.
    location.hash = ''
    location.hash = to
  }, hash)
  await settled(open.page)
  return open
}

interface OpenOptions extends BrowserContextOptions {
  tour?: boolean
  /** Drawn in place of the store's. */
  graph?: GraphView
  /** Do not wait until the drawing stands still. */
  soon?: boolean
}

/** Open the viewer with a hash in a page of its own, and wait until what it shows stands still. */
export async function openViewer(
  browser: Browser,
  url: string,
  hash = '',
  { tour = false, graph, soon = false, ...options }: OpenOptions = {},
): Promise<OpenViewer> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options,
  })
  // The tour of a first visit has a test of its own.
  if (!tour) await context.addInitScript(() => localStorage.setItem('mithaq-tour', '1'))
  const page = await context.newPage()
  // A drawing of a size that would take minutes to load and lay out.
  if (graph !== undefined) await page.route('**/api/graph*', (route) => route.fulfill({ json: graph }))
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${url}${hash}`)
  if (!soon) await settled(page)
  return { page, problems }
}

/** Lists loaded, and the canvas arranged or given up. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const state = document.querySelector<HTMLElement>('.canvas')?.dataset['state']
    return document.querySelector('.loading') === null && (state === 'ready' || state === 'unavailable')
  })
  // Fonts and the last frame.
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The file that the export menu gives in a format, e.g. `CSV`. */
export async function exported(page: Page, format: string): Promise<Buffer> {
  await page.locator('.menu summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.menu button', { hasText: format }).click(),
  ])
  return readFile(await download.path())
}
