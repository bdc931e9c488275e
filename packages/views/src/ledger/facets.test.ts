import { describe, expect, it } from 'vitest'
import { commitment } from './commitment-fixture.ts'
import { NO_CHOICE, choiceSize, facetCounts, isChosen, sourceKind, toggled } from './facets.ts'
import type { Choice } from './facets.ts'

const chosen = (patch: Partial<Choice>): Choice => ({ ...NO_CHOICE, ...patch })
const source = (named: boolean, statement: string) => ({
  id: `actor:${statement}`,
  name: '',
  named,
  verb: '',
  statement,
})

describe('isChosen', () => {
  const one = commitment('1', { kind: 'plan', due: { start: '2025-09-01', end: '2025-09-30' } })
  it.each<[Partial<Choice>, boolean]>([
    [{}, true],
    [{ kind: ['plan'] }, true],
    [{ kind: ['plan', 'pledge'] }, true],
    [{ kind: ['pledge'] }, false],
    [{ kind: ['plan'], status: ['overdue'] }, false],
    [{ actor: ['actor:Q30'] }, true],
    [{ place: ['place:Q796'] }, false],
    [{ from: '2025-09-30' }, true],
    [{ from: '2025-10-01' }, false],
    [{ until: '2025-09-01' }, true],
    [{ until: '2025-08-31' }, false],
  ])('%o: %s', (patch, expected) => {
    expect(isChosen(one, chosen(patch))).toBe(expected)
  })

  it('leaves out what has no date once dates are asked for', () => {
    expect(isChosen(commitment('1'), chosen({ from: '1900-01-01' }))).toBe(false)
  })
})

describe('sourceKind', () => {
  it.each([
    ['an agency by name', [source(true, '1')], 'named'],
    ['an agency that passes on «officials»', [source(true, '1'), source(false, '2')], 'unnamed'],
    ['one of two who say it together', [source(false, '1'), source(true, '1')], 'named'],
    ['nobody', [], 'article'],
  ] as const)('%s', (_, statedBy, expected) => {
    expect(sourceKind({ statedBy: [...statedBy] })).toBe(expected)
  })
})

describe('facetCounts', () => {
  const all = [
    commitment('1', { kind: 'plan', status: 'overdue' }),
    commitment('2', { kind: 'plan' }),
    commitment('3', { kind: 'pledge' }),
  ]
  it('counts each value with what is chosen elsewhere, not with its own', () => {
    expect(facetCounts(all, chosen({ kind: ['pledge'] }), 'kind')).toEqual([
      ['plan', 2],
      ['pledge', 1],
    ])
    expect(facetCounts(all, chosen({ kind: ['pledge'] }), 'status')).toEqual([['active', 1]])
  })

  it('keeps a chosen value that lists nothing, so that it can be taken back', () => {
    expect(facetCounts(all, chosen({ status: ['fulfilled'] }), 'status')).toContainEqual(['fulfilled', 0])
  })
})

it('toggles a value on and off, back to no choice at all', () => {
  const on = toggled(NO_CHOICE, 'kind', 'plan')
  expect(choiceSize(on)).toBe(1)
  expect(toggled(on, 'kind', 'plan')).toBe(NO_CHOICE)
})
