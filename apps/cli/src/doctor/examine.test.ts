import { expect, it } from 'vitest'
import { nodeVersion } from './examine.ts'

it.each([
  ['20.19.0', 'well'],
  ['20.20.2', 'well'],
  ['22.0.0', 'well'],
  ['20.18.3', 'ill'],
  ['18.20.8', 'ill'],
])('Node %s is %s', (version, state) => {
  expect(nodeVersion(version).state).toBe(state)
})
