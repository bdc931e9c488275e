import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES_DIRECTORY } from '../places.ts'
import { findGold } from './find-gold.ts'

describe('the gold of the examples', () => {
  it.each([
    ['gold', 93],
    ['gold/held', 18],
  ])('%s: every quote is where it says, every role names an actor', async (folder, articles) => {
    const golds = await findGold(join(EXAMPLES_DIRECTORY, folder))
    expect(golds.length).toBe(articles)
    for (const { gold } of golds) {
      const names = new Set(gold.actors.map(({ name }) => name))
      for (const { committers, attributedTo } of gold.commitments) {
        expect(committers.length).toBeGreaterThan(0)
        expect([...committers, ...(attributedTo ?? [])].filter((name) => !names.has(name))).toEqual([])
      }
    }
  })
})

describe('the links expected over time', () => {
  const folder = join(EXAMPLES_DIRECTORY, 'over-time')
  const [, ...rows] = readFileSync(join(folder, 'expected-links.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

  it.each(rows)('%s to %s, %s: both quotes stand in their texts', (from, to, _, later, earlier) => {
    expect(readFileSync(join(folder, `${from}.txt`), 'utf8')).toContain(later)
    expect(readFileSync(join(folder, `${to}.txt`), 'utf8')).toContain(earlier)
  })

  it('shows all four', () => {
    expect(new Set(rows.map(([, , relation]) => relation))).toEqual(
      new Set(['RESTATES', 'AMENDS', 'CONTRADICTS', 'FULFILS']),
    )
  })
})
