/** A store too large to send: the server searches, narrows, counts and lays out, and the reader notices nothing. */
import type { GraphView, StoreSize } from '@mithaq/model'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drawnGraph } from '../bench/drawn-graph.ts'
import { exported, launch, openViewer, settled, showViewer } from './open-viewer.ts'
import { paintOf } from './pixels.ts'

const viewer = inject('viewer')
/** Tokens of the light theme. */
const COMMITMENT = '#b03a16'
const EDGE = '#c9c5b9'

describe.skipIf(viewer === null)('a large store', () => {
  const url = viewer?.large ?? ''
  let browser: Browser
  let size: StoreSize
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
    size = (await (await fetch(new URL('api/size', url))).json()) as StoreSize
  })
  afterAll(() => browser.close())

  it('says how many there are, sends the first, and the rest as the reader scrolls', async () => {
    const { page, problems } = await showViewer(browser, url, '#lang=en')
    expect(await count(page)).toBe(size.commitments)
    const first = await page.locator('.row').count()
    expect(first).toBeLessThanOrEqual(200)
    await page.locator('.index-list').evaluate((list) => {
      for (const element of [list, ...list.querySelectorAll('*')]) element.scrollTop = element.scrollHeight
    })
    await expect.poll(() => page.locator('.row').count()).toBeGreaterThan(first)
    expect(problems).toEqual([])
  })

  it('shows the first rows and how many there are while the server still reads the rest', async () => {
    const { page } = await openViewer(browser, url, '#lang=en')
    let release!: () => void
    const read = new Promise<void>((resolve) => {
      release = resolve
    })
    // As a server answers that was started just now; those that wait for all come when it has been read.
    await page.route('**/api/ledger', async (route) => {
      const { whole } = route.request().postDataJSON() as { whole: boolean }
      if (whole) await read
      const response = await route.fetch()
      const told = (await response.json()) as object
      await route.fulfill({ response, json: whole ? told : { ...told, partial: true } })
    })
    await page.reload()
    await page.locator('.row').first().waitFor()
    expect(await count(page)).toBe(size.commitments)
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.locator('.facets .loading').waitFor()
    release()
    await page.locator('.facets .loading').waitFor({ state: 'detached' })
    expect(await count(page)).toBe(size.commitments)
    expect(await page.locator('[data-facet=kind] .facet-value').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  it('draws an overview that was laid out before it came, says what share it is, and draws more', async () => {
    const overview = async (): Promise<GraphView['nodes']> =>
      ((await (await fetch(new URL('api/graph?limit=600', url))).json()) as GraphView).nodes
    await expect
      .poll(async () => (await overview()).every(({ x }) => x !== undefined), { timeout: 30_000 })
      .toBe(true)
    const { page } = await openViewer(browser, url, '#lang=en')
    const nodes = await overview()
    const drawn = nodes.filter(({ label }) => label === 'Commitment').length
    const share = page.locator('.drawn-share')
    expect(await share.textContent()).toContain(`${drawn} of ${size.commitments.toLocaleString('en')}`)
    expect((await paintOf(page.locator('.canvas'), COMMITMENT)).pixels).toBeGreaterThan(500)
    await share.getByRole('button').click()
    await page.waitForFunction(
      (old) => !document.querySelector('.drawn-share')?.textContent?.includes(`${old} of`),
      drawn,
    )
    expect(new URL(page.url()).hash).toContain('extent=2')
    await page.context().close()
  })

  it('moves the drawing as the picture it is, and draws it whole once it rests', async () => {
    const { page } = await openViewer(browser, url, '#lang=en')
    const canvas = page.locator('.canvas')
    const painted = async (colour: string): Promise<number> => (await paintOf(canvas, colour)).pixels
    await expect.poll(() => shiftOf(page)).toBe('')
    const before = { nodes: await painted(COMMITMENT), edges: await painted(EDGE) }
    expect(before.edges).toBeGreaterThan(1_000)
    const box = (await canvas.boundingBox())!
    const [x, y] = [box.x + box.width * 0.02, box.y + box.height * 0.5]
    // A picture that rests is drawn anew after a moment: what it was in between is kept.
    await page.locator('canvas.sigma-nodes').evaluate((layer) => {
      const { style } = layer as HTMLElement
      const shifts: string[] = []
      Object.assign(globalThis, { shifts })
      new MutationObserver(() => shifts.push(style.transform)).observe(layer, { attributeFilter: ['style'] })
    })
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 60, y + 10, { steps: 12 })
    const shifts = (): Promise<string> =>
      page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts.join())
    await expect.poll(shifts).toMatch(/translate\([1-9]/u)
    await page.mouse.up()
    await expect.poll(() => shiftOf(page)).toBe('')
    expect(Math.abs((await painted(COMMITMENT)) - before.nodes)).toBeLessThan(before.nodes * 0.15)
    expect(Math.abs((await painted(EDGE)) - before.edges)).toBeLessThan(before.edges * 0.15)
    // What lies under the mouse is found where it is drawn now.
    const patch = await nearPatch(page)
    await page.mouse.click(patch.x, patch.y)
    await page.waitForFunction(() => location.hash.includes('commitment='))
    await page.context().close()
  })

  it('drags a node of a crowd by its shadow, and puts it where it was let go', async () => {
    const graph = drawnGraph(3_000, 6_000)
    const { page } = await openViewer(browser, url, '#lang=en', { graph })
    const patch = await nearPatch(page)
    await page.mouse.move(patch.x, patch.y, { steps: 3 })
    await page.mouse.down()
    await page.mouse.move(patch.x + 90, patch.y + 60, { steps: 10 })
    const shadow = (): Promise<number> =>
      page.locator('canvas.sigma-mouse').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement
        const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
        return data.filter((part, i) => i % 4 === 3 && part > 0).length
      })
    await expect.poll(shadow).toBeGreaterThan(20)
    await page.mouse.up()
    await page.waitForFunction(() => location.hash.includes('pin='))
    expect(await shadow()).toBe(0)
    await page.context().close()
  })

  it('narrows by facets with the counts of all, in the list and in the network', async () => {
    const { page } = await showViewer(browser, url, '#lang=en&stage=table')
    const refusals = page.locator('[data-facet=kind] .facet-value', { hasText: 'Refusal' })
    const told = Number((await refusals.locator('.facet-count').textContent())?.replaceAll(',', ''))
    expect(told).toBe(size.commitments / 4)
    await refusals.locator('input').check()
    await expect.poll(() => count(page)).toBe(told)
    await page.getByRole('tab', { name: 'Network' }).click()
    await settled(page)
    const shown = JSON.parse((await exported(page, 'JSON')).toString()) as GraphView
    const commitments = shown.nodes.filter(({ label }) => label === 'Commitment')
    expect(commitments.length).toBeGreaterThan(10)
    const csv = (await exported(page, 'CSV')).toString()
    for (const { id } of commitments.slice(0, 5)) expect(csv).toContain(id)
    expect(csv.match(/commitment:/gu)).toHaveLength(told)
  })

  it('finds a name that is not in the drawing, and reads what binds it', async () => {
    const { page } = await showViewer(browser, url, '#lang=en')
    await page.locator('.search-input').fill('Party 260')
    const option = page
      .getByRole('option')
      .filter({ hasText: /^Party 260/u })
      .first()
    await option.waitFor()
    await option.click()
    await page.waitForSelector('.focus-chip')
    await expect.poll(() => count(page)).toBeLessThan(10)
    await page.locator('.row').first().click()
    await page.waitForSelector('mark')
    expect(await page.locator('.commitment h2').textContent()).not.toBe('')
    expect(await page.locator('.reading-pane .notice').count()).toBe(0)
  })

  it('fetches all that surrounds a node from the store', async () => {
    const { page } = await openViewer(browser, url, '#lang=en&pick=actor:made-0')
    const drawn = async (): Promise<number> =>
      Number(
        await page.locator('.legend label', { hasText: 'Commitment' }).locator('.legend-count').textContent(),
      )
    const before = await drawn()
    await page.getByRole('button', { name: 'Expand' }).click()
    await expect.poll(drawn).toBeGreaterThan(before + 20)
    expect(new URL(page.url()).hash).toContain('around=actor')
    await page.context().close()
  })

  it('tells another day, along time and by month', async () => {
    const { page } = await showViewer(browser, url, '#lang=en&stage=timeline&asOf=2021-06-01')
    await expect.poll(() => count(page)).toBeLessThan(size.commitments)
    await page.locator('.timeline-month').first().waitFor()
    await expect.poll(() => page.locator('.density-strip rect[data-status]').count()).toBeGreaterThan(5)
    const months = await page
      .locator('[data-month]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['month']!))
    expect(months).toEqual(months.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it('lists all actors, those bound most first', async () => {
    const { page } = await showViewer(browser, url, '#lang=en&index=actors')
    await expect.poll(() => count(page)).toBeGreaterThan(300)
    const [first] = await page.locator('.entity-row .row-meta').allTextContents()
    expect(first).toMatch(/\d+ commitments/u)
  })
})

/** The number that the list says it has. */
const count = async (page: Page): Promise<number> =>
  Number((await page.locator('.count').first().textContent())?.replace(/[^\d]/gu, ''))

/** By how much the drawing is moved as a picture; nothing when it is drawn where it is. */
const shiftOf = (page: Page): Promise<string> =>
  page.locator('canvas.sigma-nodes').evaluate((canvas) => (canvas as HTMLElement).style.transform)

/** A commitment seen from near: from afar each is but a few pixels. */
async function nearPatch(page: Page): Promise<{ x: number; y: number }> {
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(() => shiftOf(page)).toBe('')
  const find = async () => (await paintOf(page.locator('.canvas'), COMMITMENT)).patch
  await expect.poll(find).not.toBeNull()
  return (await find())!
}
