import { describe, expect, it } from 'vitest'
import { sourceLevels } from './source-levels.ts'

const source = (id: string, statement?: string) => ({
  id: `actor:${id}`,
  name: id,
  named: true,
  verb: 'أكد',
  ...(statement !== undefined && { statement }),
})

describe('sourceLevels', () => {
  it.each([
    ['a chain', [source('وكالة', 's1'), source('مسؤول', 's2')], [['وكالة'], ['مسؤول']]],
    ['a joint statement', [source('العراق', 's1'), source('تركيا', 's1')], [['العراق', 'تركيا']]],
    ['statements unknown', [source('وكالة'), source('مسؤول')], [['وكالة'], ['مسؤول']]],
    ['none', [], []],
  ])('%s', (_, sources, expected) => {
    expect(sourceLevels(sources).map((level) => level.map(({ name }) => name))).toEqual(expected)
  })
})
