/** What an article says is text: names that are markup, bidi overrides or ten thousand letters do nothing. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOSTILE_NAMES } from './hostile-record.ts'
import { launch, showViewer } from './open-viewer.ts'

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

  it('are shown as they are written', async () => {
    const { page } = await showViewer(browser, viewer?.hostile ?? '')
    expect(await page.locator('.row-what').first().textContent()).toBe(HOSTILE_NAMES.markup)
  })
})
