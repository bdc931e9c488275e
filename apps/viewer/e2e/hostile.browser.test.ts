/** What an article says is text: names that are markup, bidi overrides or ten thousand letters do nothing. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOSTILE_NAMES } from './hostile-record.ts'
import { exported, launch, openViewer, showViewer } from './open-viewer.ts'

const viewer = inject('viewer')

describe.skipIf(viewer === null)('hostile names', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
  })
  afterAll(() => browser.close())

  it('inject nothing, in any list, in either language', async () => {
    const { page, problems } = await showViewer(browser, viewer?.hostile ?? '')
    for (const hash of ['#', '#lang=en', '#index=actors', '#index=articles']) {
      await page.evaluate((address) => location.assign(address), hash)
      await page.locator('.row').first().click()
      await page.locator('.reading-pane, .focus-chip').first().waitFor()
      expect(await page.locator('img, iframe, script:not([src])').count()).toBe(0)
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.keyboard.press('Escape')
    }
    expect(await page.title()).not.toBe('injected')
    expect(problems).toEqual([])
  })

  it('leave as text in every file, and break no picture', async () => {
    const { page, problems } = await openViewer(browser, viewer?.hostile ?? '', '#index=actors')
    await page.locator('.entity-row').first().hover()
    const svg = (await exported(page, 'SVG')).toString()
    const gexf = (await exported(page, 'GEXF')).toString()
    // What turns the reading round is taken out of what is drawn; the data keep the name as it is.
    expect(svg).not.toContain('></text>')
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    expect(
      Math.max(...svg.split('\n').map((line) => (line.startsWith('<text') ? line.length : 0))),
    ).toBeLessThan(400)
    expect((await exported(page, 'PNG')).subarray(1, 4).toString()).toBe('PNG')
    expect((await exported(page, 'CSV')).toString()).toContain('""')
    // Away from the page, whose content policy allows no style but its own.
    const blank = await page.context().newPage()
    for (const xml of [svg, gexf]) {
      const read = await blank.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml')
        return [...parsed.querySelectorAll('parsererror, script, img, [onerror]')].map(
          ({ tagName }) => tagName,
        )
      }, xml)
      expect(read).toEqual([])
    }
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('are shown as they are written', async () => {
    const { page } = await showViewer(browser, viewer?.hostile ?? '')
    expect(await page.locator('.row-what').first().textContent()).toBe(HOSTILE_NAMES.markup)
  })
})
