import { expect, it } from 'vitest'
import { jsonLine, jsonList } from './json.ts'

it.each(['سلام', '\u001b[2J', '\u009b2J\u007f', 'أ\u2028ب\u2029ج\u0085د'])(
  '%j survives on one safe line',
  (text) => {
    const line = jsonLine({ text })
    expect(JSON.parse(line)).toEqual({ text })
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  },
)

it('lists one value a line', () => {
  expect(jsonList([])).toBe('[]\n')
  expect(jsonList([{ a: 1 }, { a: 2 }])).toBe('[\n{"a":1},\n{"a":2}\n]\n')
})
