/** A reader's way: find a commitment, open it, see its sentence; by keyboard alone, in both languages. */
import type { CommitmentView, GraphView, TieView } from '@mithaq/model'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, openViewer, settled, showViewer } from './open-viewer.ts'

const viewer = inject('viewer')

describe.skipIf(viewer === null)('reading', () => {
  const url = viewer?.examples ?? ''
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
  })
  afterAll(() => browser.close())

  const ask = async <T>(path: string): Promise<T> => (await fetch(new URL(path, url))).json() as Promise<T>
  const commitments = (): Promise<CommitmentView[]> => ask('api/commitments')

  it('opens without a word on the console and without a breach of its content policy', async () => {
    const { page, problems } = await showViewer(browser, url)
    expect(problems).toEqual([])
    expect(await page.title()).toBe('ميثاق: سجل الالتزامات')
  })

  it('lists every commitment', async () => {
    const { page } = await showViewer(browser, url)
    expect(await rows(page).count()).toBe((await commitments()).length)
  })

  it('opens a commitment and its exact sentence by keyboard alone, and comes back', async () => {
    const { page } = await openViewer(browser, url)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const id = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])
    const chosen = (await commitments()).find((one) => one.id === id)
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark')

    const focused = await page.evaluate(() => document.activeElement?.textContent)
    expect(focused).toBe(chosen?.action)
    const marked = await page.locator('mark').allTextContents()
    expect(marked.join('\n')).toBe(chosen?.quote.replace(/[\r\n]+/gu, '\n'))
    expect(await page.locator('mark').first().evaluate(isInView)).toBe(true)
    expect(new URL(page.url()).hash).toContain(encodeURIComponent(id ?? ''))

    await page.keyboard.press('Escape')
    expect(await page.locator('.reading-pane').count()).toBe(0)
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe(id)
  })

  it('finds an actor, its overdue commitments, a sentence and its link, by keyboard alone', async () => {
    const { page, problems } = await openViewer(browser, url, '#asOf=2025-10-15', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await tabTo(page, '.search-input')
    await page.keyboard.type('تركيا')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.focus-chip')
    await tabTo(page, '.stage-tabs [role=tab]')
    await page.keyboard.press('ArrowLeft')
    await tabTo(page, '.status-chip[data-status=overdue]')
    await page.keyboard.press('Enter')
    await tabTo(page, '[data-row]')
    const id = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark')
    expect(await page.locator('.commitment .status').getAttribute('data-status')).toBe('overdue')
    await tabTo(page, '.reading-buttons .button', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('نُسخ الرابط').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(decodeURIComponent(link)).toContain(`commitment=${id}`)
    expect(link).toContain('by.status=overdue')
    expect(problems).toEqual([])
  })

  it('goes from a word of an article to what it names, by keyboard alone', async () => {
    const { page } = await showViewer(browser, url, '#index=articles&lang=en')
    await rows(page).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.article-text .word')
    expect(await page.locator('.mark-key li').count()).toBeGreaterThan(3)
    expect(await page.locator('.word[tabindex="0"]').count()).toBe(1)
    await tabTo(page, '.word')
    const first = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    const [word, node] = await page.evaluate(() => [
      document.activeElement?.textContent,
      (document.activeElement as HTMLElement).dataset['node'],
    ])
    expect(word).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.focus-chip')
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('focus')).toBe(node)
    expect(await page.locator('.reading-pane').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  })

  it('marks what is said and what is promised, each in its way', async () => {
    const { page } = await showViewer(browser, url, '#index=articles')
    await rows(page).first().click()
    await page.waitForSelector('.article-text p')
    const shown = (): Promise<string[]> =>
      page.evaluate(() => [...CSS.highlights].flatMap(([name, { size }]) => (size > 0 ? [name] : [])))
    await expect
      .poll(async () => (await shown()).toSorted())
      .toEqual(['mithaq-commitment', 'mithaq-statement'])
    for (const kind of ['Actor', 'Place', 'Date'])
      expect(await page.locator(`.word[data-kind=${kind}]`).count()).toBeGreaterThan(0)
  })

  it('sets a commitment beside the one it changes, and says what differs', async () => {
    const ties = await ask<TieView[]>('api/ties')
    const tie = ties.find(({ relation }) => relation === 'AMENDS')
    if (tie === undefined) throw new Error('no example amends another')
    const all = await commitments()
    const [later, earlier] = [tie.from, tie.to].map((id) => all.find((one) => one.id === id)!)
    const { page } = await showViewer(browser, url, `#commitment=${encodeURIComponent(tie.from)}`)
    const table = page.locator('.comparison', { hasText: earlier!.action })
    expect(await table.locator('caption').textContent()).toBe('يعدّل التزامًا سابقًا')
    const [, mine, theirs] = await table.locator('tbody tr').first().locator('th, td').allTextContents()
    expect([mine, theirs]).toEqual([later!.action, earlier!.action])
    expect(await table.locator('tr[data-differs=true]').first().textContent()).toContain('مختلف')
    for (const row of await table.locator('tbody tr').all()) {
      const [one, other] = await row.locator('td').allTextContents()
      expect(await row.getAttribute('data-differs')).toBe(String(one !== other))
    }
    await table.getByRole('button').click()
    await expect
      .poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('commitment'))
      .toBe(tie.to)
    expect(await page.locator('.comparison caption').allTextContents()).toContain('عُدّل لاحقًا')
  })

  it('shows a first visitor around in four steps at most, once, and lets them leave', async () => {
    const { page } = await openViewer(browser, url, '#lang=en', { tour: true })
    const tour = page.getByRole('complementary', { name: 'A short tour' })
    for (let step = 1; step < 4; step++) {
      expect(await tour.textContent()).toContain(`${step} of 4`)
      await tour.getByRole('button', { name: 'Next' }).click()
    }
    await tour.getByRole('button', { name: 'Begin' }).click()
    expect(await tour.count()).toBe(0)
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await settled(page)
    await tour.getByRole('button', { name: 'Skip the tour' }).click()
    await page.reload()
    await settled(page)
    expect(await tour.count()).toBe(0)
  })

  it('steps from link to link of a chain through the words of each', async () => {
    const chain = (await commitments()).find(
      ({ statedBy }) => new Set(statedBy.map((one) => one.statement)).size > 1,
    )
    if (chain === undefined) throw new Error('no example has a chain of sources')
    const { page } = await showViewer(browser, url, `#commitment=${encodeURIComponent(chain.id)}`)
    const seen = new Set<string>()
    for (const cue of await page.locator('.cue-button').all()) {
      await cue.click()
      expect(await cue.getAttribute('aria-pressed')).toBe('true')
      const marked = (await page.locator('mark').allTextContents()).join('')
      expect(marked.length).toBeGreaterThan(5)
      seen.add(marked)
    }
    expect(seen.size).toBeGreaterThan(0)
    expect(new URL(page.url()).hash).toContain('said=')
  })

  it.each([
    [320, 640, ['ar', 'en']],
    [3840, 2160, ['ar']],
  ])('fits %i by %i pixels in every view', async (width, height, languages) => {
    const { page } = await openViewer(browser, url, '', { viewport: { width, height } })
    for (const view of [
      'stage=graph',
      'stage=table',
      'stage=timeline',
      'stage=questions',
      `focus=actor:Q796`,
    ]) {
      for (const lang of languages) {
        await page.evaluate((hash) => location.assign(hash), `#lang=${lang}&${view}`)
        await settled(page)
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll('#app, .pane, .stage-bar, .canvas, .stage-sheet, .top-bar > *')]
            .filter((element) => element.checkVisibility())
            .filter((element) => {
              const { left, right } = element.getBoundingClientRect()
              return left < -0.5 || right > innerWidth + 0.5
            })
            .map(({ className }) => className),
        )
        expect(outside, `${view} in ${lang}`).toEqual([])
      }
    }
  })

  it('says who passed on whose words, outermost first', async () => {
    const chain = (await commitments()).find(({ statedBy }) => statedBy.length > 1)
    if (chain === undefined) throw new Error('no example has a chain of sources')
    const { page } = await showViewer(browser, url, `#commitment=${encodeURIComponent(chain.id)}`)
    const names = await page.locator('.chain .name').allTextContents()
    expect(names).toEqual(chain.statedBy.map(({ name }) => name))
  })

  it('finds names however they are spelt, and shows what is around them', async () => {
    const { nodes } = await ask<GraphView>('api/graph?limit=600')
    const name = nodes.find((node) => node.label === 'Actor' && /[أإآ]/u.test(node.name))
    if (name === undefined) throw new Error('no example has a name with a hamza')
    const { page } = await showViewer(browser, url)
    await page.locator('.search-input').fill(name.name.replace(/[أإآ]/gu, 'ا'))
    const option = page.getByRole('option').filter({ hasText: name.name }).first()
    await option.waitFor()
    await option.click()
    await settled(page)
    expect(await page.locator('.focus-chip').textContent()).toContain(name.name)
    expect(new URL(page.url()).hash).toContain('focus=')
    await page.goBack()
    expect(await page.locator('.focus-chip').count()).toBe(0)
  })

  it('filters the ledger while typing', async () => {
    const [first] = await commitments()
    const { page } = await showViewer(browser, url)
    const all = await rows(page).count()
    await page.locator('.search-input').fill(first?.action ?? '')
    await expect.poll(() => rows(page).count()).toBeLessThan(all)
    expect(await page.locator(`[data-row="${first?.id}"]`).count()).toBe(1)
  })

  it('turns to English and back, and keeps the language in the address', async () => {
    const { page } = await showViewer(browser, url)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      'ltr',
      'en',
    ])
    await page.reload()
    await settled(page)
    expect(await page.locator('.brand').textContent()).toBe('Mithaq')
    await page.getByRole('button', { name: 'العربية' }).click()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await page.getByRole('tab').first().textContent()).toBe('الالتزامات')
  })

  it('tells statuses as of the day asked for', async () => {
    const { page } = await showViewer(browser, url, '#asOf=2099-01-01')
    const late = (await ask<CommitmentView[]>('api/commitments?asOf=2099-01-01')).filter(
      ({ status }) => status === 'overdue',
    )
    expect(late.length).toBeGreaterThan(0)
    expect(await page.locator('.row .status[data-status=overdue]').count()).toBe(late.length)
  })

  it('reads an article from the list of articles', async () => {
    const { page } = await showViewer(browser, url, '#index=articles')
    await rows(page).first().click()
    await page.waitForSelector('.article-text p')
    const text = await page.locator('.article-text').textContent()
    expect(text?.length).toBeGreaterThan(200)
  })

  it('says what to do when the server is gone, and tries again', async () => {
    const { page } = await openViewer(browser, url)
    await page.route('**/api/**', (route) => route.abort())
    await page.reload()
    const alert = page.getByRole('alert').first()
    expect(await alert.textContent()).toContain('تعذّر الوصول إلى الخادم')
    await page.unroute('**/api/**')
    await alert.getByRole('button', { name: 'أعد المحاولة' }).click()
    await settled(page)
    expect(await rows(page).count()).toBe((await commitments()).length)
    await page.context().close()
  })

  it('shows each way back from a ledger narrowed to nothing', async () => {
    const { page } = await showViewer(browser, url, '#q=zzz&by.kind=refusal')
    await page.getByText('لا التزام يطابق ما طلبت').waitFor()
    await page.locator('.notice').getByRole('button', { name: 'امسح البحث' }).click()
    await rows(page).first().waitFor()
    await page.locator('.search-input').fill('zzz')
    await page.locator('.notice').getByRole('button', { name: 'امسح التصفية' }).click()
    expect(new URL(page.url()).hash).not.toContain('by.kind')
  })

  it('tells those who listen what changed', async () => {
    const { page } = await showViewer(browser, url, `#focus=actor:Q796`)
    const told = (): Promise<string[]> => page.getByRole('status').allTextContents()
    const all = (await commitments()).length
    expect((await told()).filter((text) => /^\d+ التزامًا?$/u.test(text))).not.toContain(`${all} التزامًا`)
    await page.getByRole('button', { name: 'حدّد', exact: true }).click()
    await expect.poll(told).toContain('عنصر واحد محدد')
    await page.locator('.search-input').fill('zzz')
    await expect.poll(told).toContain('لا التزامات')
  })

  it('says what to do where there is nothing yet', async () => {
    const { page, problems } = await showViewer(browser, viewer?.empty ?? '')
    expect(await page.locator('.notice').first().textContent()).toContain('mithaq load')
    expect(problems).toEqual([])
  })
})

const rows = (page: Page) => page.locator('.row')

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** Tab, or back, until the focus is on what is looked for. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${key} never came to ${selector}`)
}
