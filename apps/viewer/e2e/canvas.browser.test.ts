/** The drawing: really drawn, in Arabic that joins, and missed by nobody when it cannot be. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { NODES, RELATIONS } from '@mithaq/model'
import type { GraphView } from '@mithaq/model'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drawnGraph } from '../bench/drawn-graph.ts'
import { exported, launch, launchWithoutWebgl, openViewer, settled, showViewer } from './open-viewer.ts'
import { ON_LABELS, findWord, paintOf } from './pixels.ts'
import type { WordMatch } from './pixels.ts'

const viewer = inject('viewer')
/** A page with the viewer's font and no content policy. */
const FONT_PAGE = await fontPage()
/** Tokens of the light theme. */
const COMMITMENT = '#b03a16'
const ACTOR = '#1c4f8a'

describe.skipIf(viewer === null)('the canvas', () => {
  const url = viewer?.examples ?? ''
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
  })
  afterAll(() => browser.close())

  it('draws commitments and actors in their colours', async () => {
    const { page } = await showViewer(browser, url)
    const canvas = page.locator('.canvas')
    expect(await pixels(canvas, COMMITMENT)).toBeGreaterThan(500)
    expect(await pixels(canvas, ACTOR)).toBeGreaterThan(500)
  })

  it('hides and shows a kind by its entry in the legend, which names every kind', async () => {
    const { page } = await showViewer(browser, url)
    for (const lang of ['ar', 'en'] as const) {
      const legend = await page.locator('.legend').textContent()
      for (const kind of Object.values(NODES)) expect(legend).toContain(kind[lang])
      if (lang === 'ar') await page.locator('.language').click()
    }
    await page.getByRole('checkbox', { name: NODES.Commitment.en }).uncheck()
    await settled(page)
    expect(await pixels(page.locator('.canvas'), COMMITMENT)).toBe(0)
    await page.getByRole('checkbox', { name: NODES.Commitment.en }).check()
    await expect.poll(() => pixels(page.locator('.canvas'), COMMITMENT)).toBeGreaterThan(500)
  })

  it('joins the letters of Arabic labels, hovers and exported pictures', async () => {
    const { page } = await openViewer(browser, url, '#index=actors', {
      deviceScaleFactor: 2,
      viewport: { width: 900, height: 560 },
      acceptDownloads: true,
    })
    const { nodes } = (await (await fetch(new URL('api/graph?limit=600', url))).json()) as GraphView
    const names = nodes
      .filter(({ label, name }) => label === 'Actor' && /^\p{L}{4,8}$/u.test(name))
      .map(({ name }) => name)
    const drawn = []
    for (const name of names) {
      const match = await findWord(page, name)
      if (match.joined > 0.7) drawn.push({ word: name, match })
      if (drawn.length === 1) break
    }
    const [name] = drawn
    if (name === undefined) throw new Error('no name was found on the canvas')
    expectJoined(name.match)
    const png = await exported(page, 'PNG')
    const picture = `data:image/png;base64,${png.toString('base64')}`
    // Away from the page, whose content policy allows no font but its own: as any program opens the file.
    const svg = `data:image/svg+xml;base64,${(await exported(page, 'SVG')).toString('base64')}`
    await page.locator('.entity-row', { hasText: name.word }).first().hover()
    const card = { canvas: 'canvas.sigma-hovers', scale: 2, font: '600 14px "IBM Plex Sans Arabic"' }
    expectJoined(await findWord(page, name.word, card))
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: FONT_PAGE }))
    await page.goto(new URL('blank', url).href)
    await page.evaluate(() => document.fonts.load('500 13px "IBM Plex Sans Arabic"', 'م'))
    expectJoined(await findWord(page, name.word, { ...ON_LABELS, canvas: undefined, picture, scale: 3 }))
    const inSvg = await findWord(page, name.word, { ...ON_LABELS, canvas: undefined, picture: svg })
    expectJoined(inSvg)
    expect(inSvg.joined).toBeGreaterThan(0.6)
  })

  it('joins the letters of Arabic along an edge', async () => {
    const { edges } = (await (await fetch(new URL('api/graph?limit=600', url))).json()) as GraphView
    const edge = edges.find(({ relation }) => relation === 'COMMITS_TO')!
    // Put level and far apart, so that the words along the edge stand as they would in a line.
    const pins = `pin=-900,0,${encodeURIComponent(edge.source)}&pin=900,0,${encodeURIComponent(edge.target)}`
    const { page } = await openViewer(
      browser,
      url,
      `#commitment=${encodeURIComponent(edge.target)}&${pins}`,
      {
        deviceScaleFactor: 2,
        viewport: { width: 1600, height: 700 },
      },
    )
    const drawn = { ...ON_LABELS, font: '500 11.5px "IBM Plex Sans Arabic"' }
    await expect
      .poll(async () => (await findWord(page, RELATIONS.COMMITS_TO.ar, drawn)).joined)
      .toBeGreaterThan(0.6)
    expectJoined(await findWord(page, RELATIONS.COMMITS_TO.ar, drawn))
    await page.context().close()
  })

  it('shows the card of a node under the pointer, and chooses it by a click', async () => {
    const { page } = await showViewer(browser, url)
    const { patch: node } = await paintOf(page.locator('.canvas'), ACTOR)
    if (node === null) throw new Error('no actor on the canvas')
    await page.mouse.move(node.x, node.y, { steps: 4 })
    await expect.poll(() => page.locator('canvas.sigma-hovers').evaluate(inkOn)).toBeGreaterThan(1_000)
    await page.mouse.click(node.x, node.y)
    await page.waitForSelector('.focus-chip')
    expect(new URL(page.url()).hash).toContain('focus=actor')
  })

  it('comes closer, goes back, and shows all again', async () => {
    const { page } = await showViewer(browser, url)
    const canvas = page.locator('.canvas')
    // No card of a node that an earlier test pointed at.
    await page.mouse.move(2, 2)
    await settled(page)
    const whole = await canvas.screenshot()
    const before = await paintOf(canvas, ACTOR)
    await page.getByRole('button', { name: 'كبّر' }).click()
    expect(await looks(canvas, whole)).toBe(false)
    await page.getByRole('button', { name: 'صغّر' }).click()
    await page.getByRole('button', { name: 'صغّر' }).click()
    expect(await looks(canvas, whole)).toBe(false)
    await page.getByRole('button', { name: 'اعرض الرسم كله' }).click()
    // A camera goes back to where it was but for fractions of a pixel.
    const apart = async (): Promise<number> => {
      const { patch } = await paintOf(canvas, ACTOR)
      return Math.hypot(patch!.x - before.patch!.x, patch!.y - before.patch!.y)
    }
    await expect.poll(apart).toBeLessThan(2)
    const after = await paintOf(canvas, ACTOR)
    expect(Math.abs(after.pixels - before.pixels)).toBeLessThan(before.pixels * 0.03)
  })

  it('stops arranging when told to, and goes on when told to', async () => {
    const { page } = await openViewer(browser, url, '', {
      // So large that a busy machine looks before the end.
      graph: unplaced(3),
      soon: true,
      reducedMotion: 'no-preference',
    })
    const canvas = page.locator('.canvas')
    await page.getByRole('status').filter({ hasText: 'يُرتَّب الرسم' }).waitFor()
    // By key: a mouse would wait until a busy page stands still.
    await page.getByRole('button', { name: 'أوقف الترتيب' }).press('Enter')
    const still = await whenStill(canvas)
    await page.getByRole('button', { name: 'أكمل الترتيب' }).press('Enter')
    await expect.poll(() => looks(canvas, still)).toBe(false)
    await page.context().close()
  })

  it('moves nothing before the end for those who ask for less motion', async () => {
    // So large that a busy machine has taken its pictures before the end.
    const { page } = await openViewer(browser, url, '', { graph: unplaced(3), soon: true })
    await page.locator('.canvas[data-state=arranging]').waitFor()
    await whenStill(page.locator('.canvas'))
    expect(await page.locator('.canvas').getAttribute('data-state')).toBe('arranging')
    await page.context().close()
  })

  it('says so where nothing is left to draw', async () => {
    const { page } = await showViewer(browser, url, `#hide=${Object.keys(NODES).join()}`)
    const bare = page.getByText('لا شيء يُرسم')
    await expect.poll(() => bare.count()).toBe(1)
    await page.getByRole('checkbox', { name: NODES.Commitment.ar }).check()
    await expect.poll(() => bare.count()).toBe(0)
  })

  it('comes back after its context was lost, and says so meanwhile', async () => {
    const { page } = await showViewer(browser, url)
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-nodes')
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      extension?.loseContext()
      setTimeout(() => extension?.restoreContext(), 400)
    })
    await page.getByText('توقف الرسم').waitFor()
    await settled(page)
    await expect.poll(() => pixels(page.locator('.canvas'), COMMITMENT)).toBeGreaterThan(500)
  })

  it('leaves the lists working where there is no WebGL, and says so', async () => {
    const plain = await launchWithoutWebgl(viewer?.chromium ?? '')
    try {
      const { page, problems } = await openViewer(plain, url)
      expect(await page.getByText('الرسم غير متاح').count()).toBe(1)
      await page.locator('.row').first().click()
      await page.waitForSelector('mark')
      expect(problems.filter((problem) => !problem.includes('WebGL'))).toEqual([])
    } finally {
      await plain.close()
    }
  })
})

/** Whether a picture taken now is the same, to the pixel. */
const looks = async (target: Locator, before: Buffer): Promise<boolean> =>
  (await target.screenshot()).equals(before)

/** A picture of what moves no more; on a busy machine the last ones asked for come late. */
async function whenStill(target: Locator): Promise<Buffer> {
  let still = await target.screenshot()
  const stands = async (): Promise<boolean> => {
    const before = still
    await pause(700)
    still = await target.screenshot()
    return still.equals(before)
  }
  await expect.poll(stands).toBe(true)
  return still
}

/** A graph that takes a browser seconds to arrange. */
function unplaced(times = 1): GraphView {
  const graph = drawnGraph(1_900 * times, 3_800 * times)
  return { ...graph, nodes: graph.nodes.map(({ x: _x, y: _y, ...node }) => node) }
}

/** Drawn whole, the word matches; drawn letter by letter, it does not. */
function expectJoined({ joined, apart }: WordMatch): void {
  expect(joined).toBeGreaterThan(0.6)
  expect(apart).toBeLessThan(joined - 0.15)
}

const pixels = async (target: Locator, hex: string): Promise<number> => (await paintOf(target, hex)).pixels

function inkOn(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
  let count = 0
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++
  return count
}

async function fontPage(): Promise<string> {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2',
  )
  const data = (await readFile(file)).toString('base64')
  return `<!doctype html><style>@font-face{font-family:'IBM Plex Sans Arabic';font-weight:500;src:url(data:font/woff2;base64,${data})}</style>`
}
