/** axe-core finds nothing serious in any view, in either language or theme. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { CommitmentView } from '@mithaq/model'
import type Axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, openViewer } from './open-viewer.ts'

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
    const [first] = (await (
      await fetch(new URL('api/commitments', viewer?.examples))
    ).json()) as CommitmentView[]
    const [commitment, article] = [first?.id ?? '', first?.article.id ?? ''].map(encodeURIComponent)
    const { page } = await openViewer(browser, viewer?.examples ?? '', `#lang=${lang}&theme=${theme}`, {
      tour: true,
    })
    await page.evaluate(axe)
    expect(await seriousIn(page, '.tour')).toEqual([])
    await page.locator('.tour .quiet').click()
    const views = [
      [`commitment=${commitment}`, 'mark'],
      [`index=articles&focus=${article}`, '.word'],
      ['stage=questions&cypher=RETURN 1', '.question-form, textarea'],
      ['index=actors', '.entity-row'],
      ['stage=table&q=xyz', '.notice'],
      ['stage=table&by.status=overdue', '.ledger-table'],
      ['stage=timeline&by.status=overdue', '.timeline-month'],
    ] as const
    for (const [view, shown] of views) {
      await page.evaluate((hash) => location.assign(hash), `#lang=${lang}&theme=${theme}&${view}`)
      await page.locator(shown).first().waitFor()
      expect({ view, serious: await seriousIn(page) }).toEqual({ view, serious: [] })
    }
    await page.context().close()
  })
})

/** What axe calls serious or critical on the page as it stands, once `target` is there. */
async function seriousIn(page: Page, target = 'body'): Promise<string[]> {
  await page.locator(target).waitFor()
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof Axe }).axe.run({ resultTypes: ['violations'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}
