import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  cities,
  countries,
  holders,
  organisations,
  places,
  type Registry,
  subdivisions,
} from './registries.ts'
import { namesLexicon } from './names-lexicon.ts'

/** Tatweel, vowel signs, presentation forms, invisible controls. */
const FORBIDDEN = /\u0640|[\u064b-\u0652]|[\ufb50-\ufdff]|[\ufe70-\ufefc]|[\u200b-\u200f]|[\u202a-\u202e]/u

const FOLDER = new URL('../../lexicon/names/', import.meta.url)
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'))

describe.each(files)('%s', (name) => {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').replace(/\n$/u, '').split('\n')
  const [header = '', ...rows] = lines.filter((line) => !line.startsWith('#'))

  it('is NFC, without tatweel, presentation forms or vowel signs', () => {
    const text = lines.join('\n')
    expect(text).toBe(text.normalize('NFC'))
    expect(FORBIDDEN.test(text)).toBe(false)
  })

  it('is sorted, without doubles, and every row has its cells', () => {
    expect(rows).toEqual([...new Set(rows)].toSorted())
    expect(rows.filter((row) => row.split('\t').length !== header.split('\t').length)).toEqual([])
    expect(rows.filter((row) => row.split('\t').some((cell) => cell !== cell.trim()))).toEqual([])
  })
})

it('ships less than it may', () => {
  const bytes = files.reduce((sum, name) => sum + readFileSync(new URL(name, FOLDER)).length, 0)
  expect(bytes).toBeLessThan(2_000_000)
})

const size = ({ table }: Registry): number => table.lines.length

it('knows as much as it should', () => {
  expect(size(countries())).toBeGreaterThanOrEqual(250)
  expect(size(cities()) + size(places(organisations())) + size(subdivisions())).toBeGreaterThan(10_000)
  expect(size(organisations())).toBeGreaterThanOrEqual(800)
  expect(size(holders())).toBeGreaterThanOrEqual(800)
  expect(namesLexicon().nameUnits.size).toBeGreaterThan(10_000)
})

it('has only well-formed Wikidata ids, each for one thing', () => {
  for (const list of [organisations(), holders()]) {
    const ids = list.table.lines.flatMap((_, i) => list.row(i).wikidata || [])
    expect(ids.filter((id) => !/^Q[1-9]\d*$/u.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  }
})
