import { describe, expect, it } from 'vitest'
import { answerLedger, asksForFirst, toldCounts } from './answer.ts'
import type { LedgerQuestion } from './answer.ts'
import { commitment } from './commitment-fixture.ts'
import { NO_CHOICE } from './facets.ts'
import { createLedgerSource } from './source.ts'

const IRAQ = { id: 'actor:Q796', name: 'العراق', nameEn: 'Iraq' }
const due = (day: string) => ({ due: { start: day, end: day } })
const COMMITMENTS = [
  commitment('1', due('2025-03-01')),
  commitment('2', { ...due('2024-12-01'), kind: 'refusal', committers: [IRAQ] }),
  commitment('3', { ...due('2025-02-01'), kind: 'refusal', committers: [IRAQ], status: 'overdue' }),
  commitment('4', { article: { id: 'article:2', published: '2025-01-01' } }),
]
const SOURCE = createLedgerSource({
  day: '2025-06-01',
  commitments: COMMITMENTS,
  ties: [
    {
      from: 'commitment:3',
      relation: 'AMENDS',
      to: 'commitment:2',
      rule: 'amended',
      published: '2024-09-27',
    },
  ],
  nodes: [{ ...IRAQ, label: 'Actor', type: 'Country' }],
})
const ASKED: LedgerQuestion = {
  lang: 'ar',
  asOf: '2025-06-01',
  today: '2025-06-01',
  query: '',
  focus: null,
  choice: NO_CHOICE,
  sorting: 'due',
  descending: false,
  grouping: 'year',
  open: null,
  entities: null,
  limit: 10,
  drawn: [],
  whole: false,
}
const ask = (patch: Partial<LedgerQuestion>) => answerLedger(SOURCE, { ...ASKED, ...patch })
const rowsOf = ({ groups }: ReturnType<typeof ask>): string =>
  groups
    .map(({ key, commitments }) => `${key}: ${commitments.map(({ id }) => id.slice(11)).join()}`)
    .join(' ')

describe('what is listed', () => {
  it.each([
    ['all, by year', {}, '2024: 2 2025: 3,1 null: 4', 4],
    ['the first two, and how many there are', { limit: 2 }, '2024: 2 2025: 3', 4],
    ['of one kind', { choice: { ...NO_CHOICE, kind: ['refusal'] } }, '2024: 2 2025: 3', 2],
    ['of one actor, the last first', { focus: IRAQ.id, descending: true, grouping: 'none' }, 'all: 3,2', 2],
    ['what a search finds', { query: 'العراق', grouping: 'actor' }, 'actor:Q796: 2,3', 2],
    ['what had been said by a day', { asOf: '2024-10-01' }, '2024: 2 2025: 3,1', 3],
  ] satisfies [string, Partial<LedgerQuestion>, string, number][])('%s', (_, patch, rows, count) => {
    const answer = ask(patch)
    expect([rowsOf(answer), answer.counts.listed]).toEqual([rows, count])
  })
})

describe('the first rows alone will do', () => {
  it.each([
    ['for the ledger as it is first shown', {}, true],
    ['not for one who waits for all', { whole: true }, false],
    ['not for a search', { query: 'قطر' }, false],
    ['not for a filter', { choice: { ...NO_CHOICE, kind: ['refusal'] } }, false],
    ['not for another day', { asOf: '2024-10-01' }, false],
    ['not for a commitment that is open', { open: 'commitment:2' }, false],
    ['not in another order', { sorting: 'actor' }, false],
    ['not in groups of another kind', { grouping: 'actor' }, false],
  ] satisfies [string, Partial<LedgerQuestion>, boolean][])('%s', (_, patch, expected) => {
    expect(asksForFirst({ ...ASKED, ...patch })).toBe(expected)
  })
})

it('counts what each value would list, in all facets', () => {
  const { counts, called } = ask({ choice: { ...NO_CHOICE, kind: ['refusal'] } })
  expect(counts.facets.kind).toEqual([
    ['pledge', 2],
    ['refusal', 2],
  ])
  expect(counts.facets.actor).toEqual([['actor:Q796', 2]])
  expect(called).toEqual([{ ...IRAQ, label: 'Actor', type: 'Country' }])
  expect(toldCounts(ask({ limit: 1 })).group('2024')).toBe(1)
})

it('brings the open one and those tied to it, listed or not', () => {
  const { aside, ties } = ask({ open: 'commitment:2', choice: { ...NO_CHOICE, kind: ['pledge'] } })
  expect(aside.map(({ id }) => id).toSorted()).toEqual(['commitment:2', 'commitment:3'])
  expect(ties).toHaveLength(1)
})

it('tells which of the drawing the filter leaves, and nothing where none is set', () => {
  const drawn = ['commitment:1', 'commitment:3']
  expect(ask({ drawn }).drawn).toBeNull()
  expect(ask({ drawn, choice: { ...NO_CHOICE, kind: ['refusal'] } }).drawn).toEqual(['commitment:3'])
})

it('lists the actors with what binds them', () => {
  expect(ask({ entities: 'Actor' }).entities).toEqual({
    total: 1,
    first: [{ id: 'actor:Q796', name: 'العراق', type: 'Country', commitments: 2 }],
  })
})
