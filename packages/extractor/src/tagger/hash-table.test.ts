import { describe, expect, it } from 'vitest'
import { addRows, layOutRows, rowOf } from './hash-table.ts'

const LABELS = 3
const known = Array.from({ length: 100 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
const table = layOutRows(known, (i) => [i, -i, 1], LABELS)

describe('addRows', () => {
  it.each<[string, number[], number[]]>([
    ['none', [], [0, 0, 0]],
    ['one', [known[7]!], [7, -7, 1]],
    ['one twice', [known[7]!, known[7]!], [14, -14, 2]],
    ['several', [known[1]!, known[99]!, known[0]!], [100, -100, 3]],
    ['what is not in the table', [12_345, -1], [0, 0, 0]],
    ['some in it and some not', [12_345, known[2]!, -1], [2, -2, 1]],
  ])('%s', (_, features, sums) => {
    const found = new Float32Array(2 * LABELS)
    addRows(table, Int32Array.from(features), features.length, found, LABELS)
    expect([...found]).toEqual([0, 0, 0, ...sums])
  })

  it('finds a row by itself where it finds it among others', () => {
    expect(known.every((feature, i) => table.rows[rowOf(table, feature)] === i)).toBe(true)
    expect(rowOf(table, 12_345)).toBe(-1)
  })
})
