import { edtfToInterval } from '@mithaq/model'
import { expect, it } from 'vitest'
import { dateLabel } from './date-label.ts'

it.each([
  ['2025-09-30', '30 سبتمبر 2025'],
  ['2025-09', 'سبتمبر 2025'],
  ['2026', '2026'],
  ['2025-09-21/2025-09-30', 'من 21 سبتمبر 2025 إلى 30 سبتمبر 2025'],
  ['2027-01-01/..', 'منذ 1 يناير 2027'],
  ['../2026-12-31', 'حتى 31 ديسمبر 2026'],
])('%s is %s', (edtf, label) => {
  expect(dateLabel(edtfToInterval(edtf)!)).toBe(label)
})

it('has no name for what is open at both ends', () => {
  expect(dateLabel({ from: null, until: null })).toBeNull()
})
