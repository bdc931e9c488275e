/** The site of the docs, built as it is published: whole, in two directions, and asking nothing of other servers. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url))
const DIST = join(DOCS, '.vitepress/dist')
const files = (ending: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending))
const read = (path: string): string => readFileSync(join(DIST, path), 'utf8')

beforeAll(() => {
  const bin = (name: string): string => join(DOCS, 'node_modules/.bin', name)
  execFileSync(bin('tsx'), ['scripts/write-pages.ts'], { cwd: DOCS, stdio: 'pipe' })
  // Ends with an error where a link leads nowhere.
  execFileSync(bin('vitepress'), ['build'], { cwd: DOCS, stdio: 'pipe' })
}, 180_000)

it('has a page for every page, and the two landings', () => {
  const written = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/node_modules|generated|\.vitepress/u.test(path))
    .map((path) => path.replace(/\.md$/u, '.html'))
  expect(files('.html').sort()).toEqual([...written, '404.html'].sort())
  expect(read('index.html')).toMatch(/<html lang="en" dir="ltr"/u)
  expect(read('ar/index.html')).toMatch(/<html lang="ar" dir="rtl"/u)
})

it('loads nothing from elsewhere', () => {
  for (const page of files('.html')) {
    const loads = [
      ...read(page).matchAll(/<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)="([^"]+)"/gu),
    ]
    const outside = loads.map(([, address]) => address!).filter((address) => !/^(?:\/|data:)/u.test(address))
    expect({ page, outside }).toEqual({ page, outside: [] })
    const missing = loads
      .map(([, address]) => address!)
      .filter((path) => path.startsWith('/') && !existsSync(join(DIST, path)))
    expect({ page, missing }).toEqual({ page, missing: [] })
  }
  for (const sheet of files('.css')) expect(read(sheet)).not.toMatch(/url\(["']?(?:https?:)?\/\//u)
  expect(files('.woff2').some((name) => name.includes('ibm-plex-sans-arabic-arabic'))).toBe(true)
})

describe('what the code itself tells', () => {
  it.each([
    ['reference/commands.html', 'mithaq explain'],
    ['reference/record.html', 'eventClass'],
    ['reference/questions.html', 'due-before'],
    ['vocabulary/index.html', 'TERRITORY'],
    ['explanation/sentence-to-triple.html', 'triggers.tsv:'],
    ['explanation/limits.html', 'unread, the hardest, 10'],
  ])('%s has %s', (page, words) => {
    expect(read(page)).toContain(words)
  })
})
