import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleSummary, ArticleView } from '@mithaq/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeSite } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

let filled: FilledStore
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mithaq-site-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(
    join(folder, 'dist/index.html'),
    '<!doctype html><html><head><title>ميثاق</title></head></html>',
  )
  writeFileSync(join(folder, 'dist/assets/index.js'), 'export {}')
  filled = await fillStore()
})
afterAll(async () => {
  await filled.close()
  rmSync(folder, { recursive: true })
})

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'site/data', name), 'utf8'))

it('is the viewer, told where its data lies, and every article by its place in the list', async () => {
  const options = { viewerDirectory: join(folder, 'dist'), today: '2025-06-01' }
  const directory = join(folder, 'site')
  expect(await writeSite(filled.store, directory, options)).toBe(filled.graphs.length)
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  expect(page).toContain('<meta name="mithaq-site" content="./data/" />')
  expect(page).toContain("script-src 'self'")
  const articles = read('articles.json') as ArticleSummary[]
  for (const [index, { id }] of articles.entries())
    expect((read(`articles/${index}.json`) as ArticleView).id).toBe(id)
  expect(articles.map(({ id }) => id)).toContain(filled.hostile.article.id)
})

it('takes the place of an older site', async () => {
  const directory = join(folder, 'site')
  writeFileSync(join(directory, 'data/articles/99.json'), '{}')
  writeFileSync(join(directory, 'assets/old.js'), '')
  await writeSite(filled.store, directory, { viewerDirectory: join(folder, 'dist'), today: '2025-06-01' })
  expect(readdirSync(join(directory, 'assets'))).toEqual(['index.js'])
  expect(readdirSync(join(directory, 'data/articles'))).not.toContain('99.json')
})
