import { expect, it } from 'vitest'
import { outcomeOf, resolutionCases } from './resolution-cases.ts'

/** The share of cases that must be right. */
const BAR = 0.9

it('resolves what it should', () => {
  const cases = resolutionCases()
  const wrong = cases.flatMap((row) => {
    const outcome = outcomeOf(row)
    return outcome === row.expected ? [] : [`${row.text} → ${outcome}, not ${row.expected}`]
  })
  expect(wrong.length <= cases.length * (1 - BAR) ? [] : wrong).toEqual([])
})
