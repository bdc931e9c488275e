import { describe, expect, it } from 'vitest'
import { formatRange } from './dates.ts'
import { messagesIn, nameIn, plural, termOf } from './language.ts'

describe('plural', () => {
  it.each([
    [0, 'لا التزامات'],
    [1, 'التزام واحد'],
    [2, 'التزامان'],
    [3, '3 التزامات'],
    [11, '11 التزامًا'],
    [100, '100 التزام'],
    [103, '103 التزامات'],
  ])('counts %i in Arabic', (n, expected) => {
    expect(plural('ar', messagesIn('ar').commitmentCount, n)).toBe(expected)
  })

  it.each([
    [0, '0 commitments'],
    [1, '1 commitment'],
    [1200, '1,200 commitments'],
  ])('counts %i in English', (n, expected) => {
    expect(plural('en', messagesIn('en').commitmentCount, n)).toBe(expected)
  })
})

describe('formatRange', () => {
  it.each([
    ['a day', { start: '2024-09-27', end: '2024-09-27' }, '27 سبتمبر 2024', '27 September 2024'],
    ['a month', { start: '2026-09-01', end: '2026-09-30' }, 'سبتمبر 2026', 'September 2026'],
    ['a year', { start: '2026-01-01', end: '2026-12-31' }, '2026', '2026'],
    ['an open start', { start: null, end: '2026-12-31' }, 'حتى 31 ديسمبر 2026', 'until 31 December 2026'],
    ['an open end', { start: '2027-01-01', end: null }, 'من 1 يناير 2027', 'from 1 January 2027'],
    ['nothing known', { start: null, end: null }, '', ''],
  ])('writes %s', (_, range, arabic, english) => {
    expect(formatRange('ar', range)).toBe(arabic)
    expect(formatRange('en', range)).toBe(english)
  })

  it('writes a part of a month as a range', () => {
    expect(formatRange('en', { start: '2025-09-21', end: '2025-09-30' })).toMatch(
      /^21\s*–\s*30 September 2025$/u,
    )
    expect(formatRange('ar', { start: '2025-09-21', end: '2025-09-30' })).toContain('سبتمبر 2025')
    expect(formatRange('en', { start: '2026-09-01', end: '2026-12-31' })).toMatch(
      /^September\s*–\s*December 2026$/u,
    )
  })
})

describe('names', () => {
  it('come from the vocabulary, in the language asked for', () => {
    expect(termOf('ar', 'kind', 'pledge')).toBe('تعهد')
    expect(termOf('en', 'status', 'overdue')).toBe('overdue')
  })

  it('fall back to Arabic where there is no English', () => {
    expect(nameIn('en', { name: 'حرير' })).toBe('حرير')
    expect(nameIn('en', { name: 'العراق', nameEn: 'Iraq' })).toBe('Iraq')
    expect(nameIn('ar', { name: 'العراق', nameEn: 'Iraq' })).toBe('العراق')
  })
})
