import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES_DIRECTORY } from '../places.ts'
import { findGold } from './find-gold.ts'

describe('the gold of the examples', () => {
  it.each([
    ['gold', 24],
    ['gold/held', 4],
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
