/** axe-core finds nothing serious in any view, in either language or theme. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, showViewer } from './open-viewer.ts'

const viewer = inject('viewer')

describe.skipIf(viewer === null)('accessibility', () => {
  let browser: Browser
  let axe: string
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  })
  afterAll(() => browser.close())

  const settings = ['ar', 'en'].flatMap((lang) => ['light', 'dark'].map((theme) => ({ lang, theme })))
  it.each(settings)('of every view in $lang, $theme', async ({ lang, theme }) => {
    const [first] = (await (await fetch(new URL('api/commitments', viewer?.examples))).json()) as {
      id: string
    }[]
    const commitment = `commitment=${encodeURIComponent(first?.id ?? '')}`
    const { page } = await showViewer(browser, viewer?.examples ?? '', `#lang=${lang}&theme=${theme}`)
    await page.evaluate(axe)
    for (const view of [
      commitment,
      'index=actors',
      'stage=table&q=xyz',
      'stage=table&by.status=overdue',
      'stage=timeline&by.status=overdue',
    ]) {
      await page.evaluate((hash) => location.assign(hash), `#lang=${lang}&theme=${theme}&${view}`)
      await page
        .locator(view === commitment ? 'mark' : '.count')
        .first()
        .waitFor()
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof Axe }).axe.run({ resultTypes: ['violations'] }),
      )
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${view}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([])
    }
  })
})
