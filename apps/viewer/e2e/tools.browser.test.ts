/** Working with the network and the store: drag, select, hide, follow paths, ask, export, publish. */
import type { CommitmentView, GraphView, Question } from '@mithaq/model'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { exported, launch, openViewer, settled, showViewer } from './open-viewer.ts'
import { paintOf } from './pixels.ts'

const viewer = inject('viewer')
const ACTOR = '#1c4f8a'
const IRAQ = 'actor:Q796'

const hashOf = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1))

describe.skipIf(viewer === null)('tools', () => {
  const url = viewer?.examples ?? ''
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(viewer?.chromium ?? '')
  })
  afterAll(() => browser.close())
  const ask = async <T>(path: string): Promise<T> => (await fetch(new URL(path, url))).json() as Promise<T>

  it('drags a node, keeps it there, and lets it go', async () => {
    const { page } = await showViewer(browser, url)
    // The layout may still move the node away between looking and grabbing: a hand grabs again.
    for (let grab = 0; grab < 8 && hashOf(page).getAll('pin').length === 0; grab++) {
      const { patch } = await paintOf(page.locator('.canvas'), ACTOR)
      await page.mouse.move(patch!.x, patch!.y)
      await page.mouse.down()
      await page.mouse.move(patch!.x + 60, patch!.y + 40, { steps: 6 })
      await page.mouse.up()
      await page.waitForTimeout(400)
    }
    await page.waitForFunction(() => location.hash.includes('pin='))
    const [pin] = hashOf(page).getAll('pin')
    expect(pin).toMatch(/^-?\d+,-?\d+,actor:/u)
    expect(hashOf(page).get('focus')).toBeNull()
    await page.getByRole('button', { name: /حرّر المثبت/u }).click()
    expect(hashOf(page).getAll('pin')).toEqual([])
  })

  it('selects what a box holds, hides it, and brings it back', async () => {
    const { page } = await showViewer(browser, url)
    const box = (await page.locator('.canvas').boundingBox())!
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 5 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.waitForFunction(() => location.hash.includes('pick='))
    const picked = hashOf(page).getAll('pick')
    expect(picked.length).toBeGreaterThan(2)
    await page.getByRole('button', { name: 'أخفِ' }).click()
    expect(hashOf(page).getAll('without')).toEqual(picked)
    await page.getByRole('button', { name: /أعد المخفي/u }).click()
    expect(hashOf(page).getAll('without')).toEqual([])
  })

  it('looks one, two or three steps around the focus, by a key', async () => {
    const { page } = await showViewer(browser, url, `#focus=${IRAQ}`)
    await page.keyboard.press('2')
    expect(hashOf(page).get('hops')).toBe('2')
    expect(await page.getByRole('button', { name: 'خطوتان' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'وسّع الجوار' }).click()
    expect(hashOf(page).getAll('around')).toEqual([IRAQ])
  })

  it('lights the path between two nodes, and the address keeps it', async () => {
    const { page } = await showViewer(browser, url, `#lang=en&pick=${IRAQ}&pick=actor:Q43`)
    await page.getByRole('button', { name: 'Path between' }).click()
    expect(hashOf(page).get('path')).toBe('1')
    await settled(page)
    const data = JSON.parse((await exported(page, 'JSON')).toString()) as GraphView
    expect(data.nodes.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['actor:Q43', IRAQ])
  })

  it('asks a named question, shows the answer as a table and in the network', async () => {
    const questions = await ask<Question[]>('api/questions')
    const { page } = await showViewer(browser, url, '#stage=questions')
    const menu = page.getByLabel('أسئلة جاهزة')
    await menu.waitFor()
    expect(await menu.locator('option').count()).toBe(questions.length + 1)
    await menu.selectOption('overdue')
    await page.locator('.answer-table tbody tr').first().waitFor()
    expect(await page.locator('.cypher-keyword').count()).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'اعرضه في الشبكة' }).click()
    expect(hashOf(page).getAll('pick').length).toBeGreaterThan(0)
    expect(hashOf(page).get('stage')).toBeNull()
  })

  it('refuses to write, and says what the store says', async () => {
    const { page } = await showViewer(browser, url, '#stage=questions&lang=en')
    await page.getByLabel('The question in Cypher').fill('CREATE (n:Actor {id: 1})')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('read')
    await page.getByLabel('The question in Cypher').fill('RETURN $n AS n')
    await page.locator('.question-param input').fill('٤٢ مليون')
    await page.keyboard.press('Enter')
    expect(await page.locator('.answer-table td').textContent()).toBe('٤٢ مليون')
    // A link asks the same.
    await page.reload()
    await page.locator('.answer-table td').waitFor()
    expect(await page.locator('.answer-table td').textContent()).toBe('٤٢ مليون')
  })

  it('exports the ledger as listed, and the network for Gephi', async () => {
    const { page } = await showViewer(browser, url, '#by.kind=refusal')
    const refusals = (await ask<CommitmentView[]>('api/commitments')).filter(({ kind }) => kind === 'refusal')
    const csv = (await exported(page, 'CSV')).toString()
    expect(csv.startsWith('\ufeffالملتزم,')).toBe(true)
    expect(csv.match(/commitment:/gu)).toHaveLength(refusals.length)
    expect((await exported(page, 'GEXF')).toString()).toMatch(/<gexf [^]*<node id="commitment:/u)
  })

  it('reads the same from a published copy, without a server', async () => {
    const { page, problems } = await openViewer(browser, viewer?.site ?? '', `#focus=${IRAQ}`)
    expect(await page.locator('.row').count()).toBeGreaterThan(5)
    await page.locator('.row').first().click()
    await page.waitForSelector('mark')
    await page.getByRole('tab', { name: 'الأسئلة' }).click()
    expect(await page.locator('.stage-sheet').textContent()).toContain('بلا خادم')
    expect(problems).toEqual([])
  })
})
