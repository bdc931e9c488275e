/** The README's pictures: each view in both languages. Written only with MITHAQ_SCREENSHOTS=1, so that a test run leaves the tree clean. */
import { fileURLToPath } from 'node:url'
import type { ArticleSummary, CommitmentView, Question } from '@mithaq/model'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, openViewer, settled } from './open-viewer.ts'

const viewer = inject('viewer')
const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))
const keep = process.env['MITHAQ_SCREENSHOTS'] === '1'

interface Shown {
  commitments: readonly CommitmentView[]
  articles: readonly ArticleSummary[]
  questions: readonly Question[]
}

/** What the address of each view says, and what is there once it is shown. */
const VIEWS: readonly [name: string, hash: (shown: Shown) => string, shows: string][] = [
  ['network', () => '', '.row'],
  ['table', () => 'stage=table', '.ledger-table'],
  ['timeline', () => 'stage=timeline', '.timeline-month'],
  [
    'questions',
    ({ questions }) =>
      `stage=questions&cypher=${cypherOf(questions, 'commitments-of')}&param.actor=${encodeURIComponent('العراق')}`,
    '.answer-table td',
  ],
  ['commitment', ({ commitments }) => `commitment=${encodeURIComponent(mostTold(commitments).id)}`, 'mark'],
  [
    'article',
    ({ articles }) => `index=articles&focus=${encodeURIComponent(articles[0]?.id ?? '')}`,
    '.article-text .word',
  ],
]

describe.skipIf(viewer === null)('pictures', () => {
  const url = viewer?.examples ?? ''
  let browser: Browser
  let shown: Shown
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
    shown = {
      commitments: await ask(url, 'commitments'),
      articles: await ask(url, 'articles'),
      questions: await ask(url, 'questions'),
    }
  })
  afterAll(() => browser.close())

  // One language by day, the other by night.
  it.each([
    ['ar', 'light'],
    ['en', 'dark'],
  ])('of each view in %s', async (lang, theme) => {
    const { page, problems } = await openViewer(browser, url, `#lang=${lang}`)
    for (const [name, hash, shows] of VIEWS) {
      const address = `#asOf=2025-10-15&lang=${lang}&theme=${theme}&${hash(shown)}`
      await page.evaluate((to) => location.assign(to), address)
      await page.locator(shows).first().waitFor()
      await settled(page)
      const picture = await page.screenshot(keep ? { path: `${DOCS}viewer-${lang}-${name}.png` } : {})
      expect({ name, drawn: picture.length > 20_000 }).toEqual({ name, drawn: true })
    }
    expect(problems).toEqual([])
    await page.context().close()
  })
})

const ask = async <T>(url: string, path: string): Promise<T> =>
  (await fetch(new URL(`api/${path}`, url))).json() as Promise<T>

const cypherOf = (questions: readonly Question[], name: string): string =>
  encodeURIComponent(questions.find((one) => one.name === name)?.cypher ?? '')

/** The commitment of which the article tells most. */
const mostTold = (commitments: readonly CommitmentView[]): CommitmentView =>
  commitments.reduce((best, one) => (told(one) > told(best) ? one : best))

const told = ({ committers, creditors, places, due, statedBy, condition }: CommitmentView): number =>
  [committers, creditors, places, statedBy.slice(0, 2)].flat().length + (due ? 2 : 0) + (condition ? 1 : 0)
