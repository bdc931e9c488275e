import { expect, it } from 'vitest'
import { arabic } from '../i18n/messages.ar.ts'
import { commitment } from '@mithaq/views/fixture'
import { ledgerCsv } from './ledger-csv.ts'

it('has a head, and a row for each commitment', () => {
  const [head, row] = ledgerCsv([commitment('1')], 'ar', arabic).split('\r\n')
  expect(head).toMatch(/^\ufeffالملتزم,الالتزام,/u)
  expect(row).toMatch(/^الولايات المتحدة,مغادرة القاعدة,/u)
})

it('quotes what would break a row, and disarms formulas', () => {
  const csv = ledgerCsv([commitment('1', { action: '=1+1', quote: 'قال: "نعم"،\nثم، لا' })], 'ar', arabic)
  expect(csv).toContain('"\t=1+1"')
  expect(csv).toContain('"قال: ""نعم""،\nثم، لا"')
})
