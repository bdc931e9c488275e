import { expect, it } from 'vitest'
import { articleId, commitmentId, entityId, sha256Hex } from './ids.ts'
import { articleInputSchema, intervalSchema } from './schema.ts'
import { statusOn } from './status.ts'
import { NODES, RELATIONS, valuesOf } from './vocabulary.ts'

it('gives the same thing the same id everywhere', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(articleId('نص')).toMatch(/^article:[0-9a-f]{16}$/u)
  expect(entityId('actor', 'Country', 'العراق', { wikidata: 'Q796' })).toBe('actor:Q796')
  expect(entityId('place', 'City', 'أربيل', { geonames: '95446' })).toBe('place:geonames:95446')
  expect(entityId('actor', 'Group', 'مسؤولون أميركيون')).toBe(entityId('actor', 'Group', ' مسؤولون اميركيون'))
  expect(entityId('actor', 'Group', 'حماس')).not.toBe(entityId('actor', 'ArmedGroup', 'حماس'))
})

it('does not care in which order the committers stand', () => {
  expect(commitmentId('article:1', ['a', 'b'], 'سحب القوات', 1, 9)).toBe(
    commitmentId('article:1', ['b', 'a'], 'سحب القوّات', 1, 9),
  )
})

it.each([
  ['2024-02-30', false],
  ['2024-02-29', true],
  ['٢٠٢٤-٠٢-٢٩', false],
])('a day that exists: %s', (day, ok) => {
  expect(intervalSchema.safeParse({ from: day, until: null }).success).toBe(ok)
  expect(articleInputSchema.safeParse({ text: 'ن', published: day }).success).toBe(ok)
})

it.each([
  ['2025-08-31', 'pending'],
  ['2025-09-01', 'due'],
  ['2025-09-30', 'due'],
  ['2025-10-01', 'overdue'],
] as const)('on %s a commitment that begins and is due in September 2025 is %s', (day, status) => {
  const september = { begins: '2025-09-01', due: { start: '2025-09-01', end: '2025-09-30' } }
  expect(statusOn({ ...september, owed: true }, day)).toBe(status)
  // «لن نرفع الأسعار في أيلول» is not late in October.
  expect(statusOn({ ...september, owed: false }, day)).toBe(status === 'pending' ? 'pending' : 'active')
})

it('is active when no date says otherwise', () => {
  expect(statusOn({ begins: null, due: null, owed: true }, '2025-01-01')).toBe('active')
})

it('has a vocabulary that refers to itself alone', () => {
  for (const { from, to } of Object.values(RELATIONS)) {
    for (const label of [...from, ...to]) expect(NODES).toHaveProperty(label)
  }
  expect(NODES.Actor.subtypes).toEqual(valuesOf('actorType'))
  expect(NODES.Place.subtypes).toEqual(valuesOf('placeType'))
})
