/** The ledger as a table and along time: sorted, grouped, narrowed, and as it was on another day. */
import type { CommitmentView } from '@mithaq/model'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, openViewer, settled } from './open-viewer.ts'

const viewer = inject('viewer')

describe.skipIf(viewer === null)('the ledger', () => {
  let browser: Browser
  let page: Page
  let problems: string[]
  let commitments: CommitmentView[]
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
    const opened = await openViewer(browser, viewer?.examples ?? '', '#stage=table&lang=en')
    page = opened.page
    problems = opened.problems
    const answer = await fetch(new URL('api/commitments', viewer?.examples))
    commitments = (await answer.json()) as CommitmentView[]
  })
  afterAll(() => browser.close())

  const go = async (hash: string): Promise<void> => {
    await page.evaluate((to) => location.assign(to), hash)
    await settled(page)
  }
  const column = (name: string): Promise<string[]> =>
    page.locator(`.ledger-table tbody td[data-column=${name}]`).allTextContents()
  const listed = (): Promise<number> =>
    page
      .locator('.count')
      .textContent()
      .then((text) => Number.parseInt(text ?? '', 10))

  it('sorts by the head of a column, one way and the other, and the address says so', async () => {
    await go('#stage=table&group=none')
    const head = page.getByRole('columnheader', { name: 'النشر' })
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(new URL(page.url()).hash).toContain('sort=published&order=desc')
    const newest = commitments.map(({ article }) => article.published ?? '').sort()
    const first = await page.locator('[data-row]').first().getAttribute('data-row')
    expect(commitments.find(({ id }) => id === first)?.article.published).toBe(newest.at(-1))
  })

  it('groups by whoever is bound', async () => {
    await go('#stage=table')
    await page.getByLabel('التجميع').selectOption('actor')
    const headings = await page.locator('.table-group bdi').allTextContents()
    const iraqs = commitments.filter(({ committers }) => committers.some(({ id }) => id === 'actor:Q796'))
    const group = page.locator('tbody', { has: page.locator('.table-group', { hasText: 'العراق' }) }).first()
    expect(headings).toContain('العراق')
    expect(await group.locator('.group-count').textContent()).toBe(String(iraqs.length))
  })

  it('narrows by facets, counts what each would leave, and shows it in the network too', async () => {
    await go('#stage=table&lang=en')
    const refusals = commitments.filter(({ kind }) => kind === 'refusal')
    const value = page.locator('[data-facet=kind] label', { hasText: 'Refusal' })
    expect(await value.locator('.facet-count').textContent()).toBe(String(refusals.length))
    await value.click()
    expect(await listed()).toBe(refusals.length)
    expect(await column('kind')).toEqual(refusals.map(() => 'refusal'))
    await page.locator('[data-facet=source] label', { hasText: /^Named source/u }).click()
    expect(await listed()).toBeLessThanOrEqual(refusals.length)
    expect(new URL(page.url()).hash).toContain('by.kind=refusal')
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    expect(await listed()).toBe(commitments.length)
  })

  it('cuts a long title at its end, in either script', async () => {
    for (const lang of ['ar', 'en']) {
      await go(`#stage=table&lang=${lang}`)
      const cut = await page.locator('[data-facet=article] bdi').evaluateAll((titles) =>
        titles
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((title) => {
            const first = document.createRange()
            first.setStart(title.firstChild!, 0)
            first.setEnd(title.firstChild!, 1)
            const [letter, box] = [first.getBoundingClientRect(), title.getBoundingClientRect()]
            return letter.left >= box.left - 1 && letter.right <= box.right + 1
          }),
      )
      expect(cut.length).toBeGreaterThan(0)
      expect(cut).not.toContain(false)
    }
  })

  it('shows what had been promised by another day, and where it stood', async () => {
    await go('#stage=table&asOf=2025-01-20')
    const said = commitments.filter(({ article }) => (article.published ?? '') <= '2025-01-20')
    expect(await listed()).toBe(said.length)
    const { length: before } = said
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('End')
    expect(await listed()).toBeGreaterThan(before)
    const statuses = new Set(
      await page
        .locator('tbody .status')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['status'])),
    )
    expect(statuses).toContain('overdue')
    await page.getByRole('button', { name: 'عُد إلى اليوم' }).click()
    expect(new URL(page.url()).hash).not.toContain('asOf')
  })

  it('puts months in order along time, the day asked for among them', async () => {
    await go('#stage=timeline&asOf=2025-10-15')
    const months = await page
      .locator('.timeline-month time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
    expect(months.length).toBeGreaterThan(3)
    expect(months).toEqual(months.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(await page.locator('.as-of-mark').textContent()).toContain('15 أكتوبر 2025')
    const before = await listed()
    const strip = (await page.locator('.density-strip').boundingBox())!
    await page.mouse.move(strip.x + strip.width - 2, strip.y + 10)
    await page.mouse.down()
    await page.mouse.move(strip.x + strip.width * 0.8, strip.y + 10, { steps: 3 })
    await page.mouse.up()
    expect(await listed()).toBeLessThan(before)
    expect(new URL(page.url()).hash).toMatch(/from=\d{4}-\d{2}-01&until=/u)
  })

  it('opens a commitment from the table by keyboard, and comes back to its row', async () => {
    await go('#stage=table')
    await page.locator('.row-open[tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    const id = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark')
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['row']))
      .toBe(id)
  })

  it('has said nothing on the console', () => {
    expect(problems).toEqual([])
  })
})
