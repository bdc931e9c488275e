import { expect, it } from 'vitest'
import { outcomeOf, resolutionCases } from './resolution-cases.ts'

/** The share of cases that must be right. */
const BAR = 0.75

it('resolves what it should', () => {
  const cases = resolutionCases()
  const wrong = cases.flatMap((row) => {
    const outcome = outcomeOf(row)
    return outcome === row.expected ? [] : [`${row.text} → ${outcome}, not ${row.expected}`]
  })
  expect(1 - wrong.length / cases.length, wrong.join('\n')).toBeGreaterThanOrEqual(BAR)
})
