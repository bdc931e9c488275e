import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { valuesIn } from '../read-lexicon.ts'
import { lexicon } from './lexicon.ts'
import { GRAMMAR } from './rules/all.ts'

const DIRECTORY = new URL('../../lexicon/dates/', import.meta.url)
const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.tsv') && name !== 'hijri-years.tsv')

it.each(files)('%s is clean', (name) => {
  const text = readFileSync(new URL(name, DIRECTORY), 'utf8')
  expect(text).toBe(text.normalize('NFC'))
  expect(text).not.toMatch(/[\uFB50-\uFDFF\uFE70-\uFEFC\u0640\u200B-\u200F]/u)
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(new Set(rows).size).toBe(rows.length)
  const doubled = rows.filter((row) => {
    const forms = valuesIn(row.split('\t')[2] ?? '')
    return new Set(forms).size < forms.length
  })
  expect(doubled).toEqual([])
})

/** Read around a mention, not in it: `context.ts`. */
const CONTEXT = new Set([
  'cue',
  'bound',
  'onwards',
  'futurecue',
  'pastcue',
  'notfuture',
  'publishcue',
  'inner',
])

it('has no word that nothing reads', () => {
  const { symbols } = GRAMMAR
  const categories = new Set([...lexicon().values()].flat().map((entry) => entry.category))
  expect([...categories].filter((category) => !symbols.has(category) && !CONTEXT.has(category))).toEqual([])
})
