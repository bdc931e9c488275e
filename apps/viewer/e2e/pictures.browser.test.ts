/** The README's pictures. Written only with MITHAQ_SCREENSHOTS=1, so that a test run leaves the tree clean. */
import { fileURLToPath } from 'node:url'
import type { CommitmentView } from '@mithaq/model'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, showViewer } from './open-viewer.ts'

const viewer = inject('viewer')
const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url))
const keep = process.env['MITHAQ_SCREENSHOTS'] === '1'

const PICTURES = [
  { name: 'viewer-ar', hash: 'lang=ar' },
  { name: 'viewer-en', hash: 'lang=en' },
  { name: 'viewer-ar-table', hash: 'lang=ar&stage=table' },
  { name: 'viewer-en-timeline', hash: 'lang=en&stage=timeline' },
  { name: 'viewer-ar-commitment', hash: 'lang=ar', open: true },
  { name: 'viewer-en-commitment-dark', hash: 'lang=en&theme=dark', open: true },
]

describe.skipIf(viewer === null)('pictures', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
  })
  afterAll(() => browser.close())

  it.each(PICTURES)('$name', async ({ name, hash, open }) => {
    const commitments = (await (
      await fetch(new URL('api/commitments', viewer?.examples))
    ).json()) as CommitmentView[]
    const shown = open ? `&commitment=${encodeURIComponent(mostTold(commitments).id)}` : ''
    const { page, problems } = await showViewer(
      browser,
      viewer?.examples ?? '',
      `#asOf=2025-10-15&${hash}${shown}`,
    )
    const picture = await page.screenshot(keep ? { path: `${DOCS}${name}.png` } : {})
    expect(picture.length).toBeGreaterThan(20_000)
    expect(problems).toEqual([])
  })
})

/** The commitment of which the article tells most. */
const mostTold = (commitments: readonly CommitmentView[]): CommitmentView =>
  commitments.reduce((best, one) => (told(one) > told(best) ? one : best))

const told = ({ committers, creditors, places, due, statedBy, condition }: CommitmentView): number =>
  [committers, creditors, places, statedBy.slice(0, 2)].flat().length + (due ? 2 : 0) + (condition ? 1 : 0)
