import { expect, it } from 'vitest'
import { commitment } from './ledger/commitment-fixture.ts'
import { overviewOf, partsOf } from './overview.ts'

const actor = (n: number) => ({ id: `actor:${n}`, name: `الطرف ${n}` })
const place = (n: number) => ({ id: `place:${n}`, name: `المدينة ${n}`, role: 'at' as const })
/** The first actor is bound a hundred times, the second fifty, then each once. */
const MANY = Array.from({ length: 300 }, (_, i) =>
  commitment(`${i}`, {
    committers: [actor(i < 100 ? 0 : i < 150 ? 1 : i)],
    creditors: i % 7 === 0 ? [actor(i < 100 ? 1 : 0)] : [],
    places: [place(i)],
    due: { start: '2025-01-01', end: '2025-01-01' },
  }),
)

it('shows who is bound most with as much of each, and never more than asked for', () => {
  const ids = overviewOf(MANY.map(partsOf), 60)
  expect(ids.size).toBe(60)
  const [first, second] = [0, 1].map(
    (n) => MANY.filter(({ id, committers }) => ids.has(id) && committers[0]?.id === `actor:${n}`).length,
  )
  expect(Math.abs(first! - second!)).toBeLessThanOrEqual(1)
  expect(first).toBeGreaterThan(5)
})

it('begins with what ties the known ones together, and takes each commitment whole', () => {
  const ids = overviewOf(MANY.map(partsOf), 60)
  expect(
    MANY.filter(({ id }) => ids.has(id))
      .slice(0, 3)
      .every(({ creditors }) => creditors.length === 1),
  ).toBe(true)
  for (const one of MANY.filter(({ id }) => ids.has(id)))
    expect([one.places[0]!.id, 'date:2025-01-01'].every((id) => ids.has(id))).toBe(true)
})

it('is all of a small graph, and always the same', () => {
  expect(overviewOf(MANY.slice(0, 3).map(partsOf), 600).size).toBe(3 + 1 + 1 + 3 + 1)
  expect([...overviewOf(MANY.map(partsOf), 60)]).toEqual([...overviewOf(MANY.map(partsOf).toReversed(), 60)])
})
