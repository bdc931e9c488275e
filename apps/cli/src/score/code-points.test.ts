import { expect, it } from 'vitest'
import { codePointOffsets } from './code-points.ts'

it.each([
  ['', [0]],
  ['عدن', [0, 1, 2, 3]],
  ['😀ب', [0, 2, 3]],
  ['أ\u064b😀', [0, 1, 2, 4]],
])('finds where the code points of %j begin and end', (text, offsets) => {
  expect(codePointOffsets(text)).toEqual(offsets)
})
