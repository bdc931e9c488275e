import { describe, expect, it } from 'vitest'
import { cellText, nodesOf, paramValue, paramsOf } from './question.ts'

it.each([
  ['MATCH (a {name: $actor}) WHERE a.due < date($day) AND a.x = $actor RETURN a', ['actor', 'day']],
  ['RETURN \'$no\', "$no" // $no\n, $yes', ['yes']],
  ['RETURN 1 /* $no */', []],
])('%s needs %o', (query, expected) => {
  expect(paramsOf(query)).toEqual(expected)
})

it.each([
  ['2026-01-01', '2026-01-01'],
  ['12', 12],
  ['-1.5', -1.5],
  ['true', true],
  ['العراق', 'العراق'],
])('%s is %o', (text, expected) => {
  expect(paramValue(text)).toBe(expected)
})

const table = (...row: unknown[]) => ({
  columns: row.map((_, i) => String(i)),
  rows: [row],
  truncated: false,
})

describe('nodesOf', () => {
  it.each<[string, unknown[], string[]]>([
    ['ids', ['actor:Q796', 'العراق', 'Iraq: a country'], ['actor:Q796']],
    ['nodes', [{ labels: ['Actor'], properties: { id: 'actor:Q43' } }], ['actor:Q43']],
    ['lists', [['place:1', ['place:2']], 3, null], ['place:1', 'place:2']],
    ['nothing', [1, 'x', { type: 'AT', properties: {} }], []],
  ])('finds %s', (_, row, expected) => {
    expect(nodesOf(table(...row))).toEqual(expected)
  })
})

it('writes cells in words', () => {
  expect(cellText({ labels: [], properties: { name: 'العراق' } })).toBe('العراق')
  expect(cellText([1, null, 'أ'])).toBe('1، ، أ')
})
