import { describe, expect, it } from 'vitest'
import { readGold } from './gold.ts'

const text = '😀 تعهدت قطر بالدعم'
const entity = { name: 'قطر', wikidata: 'Q846', mentions: [[8, 11, 'قطر']], core: true, en: 'Qatar' }
const commitment = {
  id: 'c1',
  span: [2, 18, 'تعهدت قطر بالدعم'],
  committers: ['قطر'],
  kind: 'pledge',
  polarity: 'positive',
  action_ar: 'الدعم',
  deadline: { start: '2025-01-01', end: '2026-01-01' },
}
const file = {
  id: 'x',
  published: '2025-01-01',
  actors: [entity],
  places: [],
  times: [],
  commitments: [commitment],
}

describe('readGold', () => {
  it('counts in UTF-16 units what the annotators count in code points', () => {
    const gold = readGold(file, text)
    expect(gold.actors[0]!.mentions).toEqual([{ start: 9, end: 12, quote: 'قطر' }])
    expect(gold.commitments[0]).toMatchObject({
      span: { start: 3, end: 19 },
      due: { from: '2025-01-01', until: '2026-01-01' },
      begins: null,
      attributedTo: null,
      core: true,
    })
    expect(text.slice(9, 12)).toBe('قطر')
  })

  it.each([
    ['another text', file, 'نص آخر', 'gold-text-mismatch'],
    ['a text that was edited', file, ` ${text}`, 'gold-text-mismatch'],
    ['a list', [], text, 'gold-invalid'],
    ['an unknown kind', { ...file, commitments: [{ ...commitment, kind: 'promise' }] }, text, 'gold-invalid'],
    [
      'a day that does not exist',
      { ...file, times: [{ span: [8, 11, 'قطر'], start: '2025-02-30', end: null }] },
      text,
      'gold-invalid',
    ],
  ])('refuses %s', (_, json, of, code) => {
    expect(() => readGold(json, of)).toThrowError(expect.objectContaining({ code }))
  })
})
