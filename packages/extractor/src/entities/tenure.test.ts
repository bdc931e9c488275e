import { expect, it } from 'vitest'
import { isCertain, readOffices } from './tenure.ts'

it('reads tenures by day, by year and open', () => {
  expect(readOffices('emir 2013-06-25/|minister 2011/2014')).toEqual([
    { office: 'emir', from: '2013-06-25', until: '9999' },
    { office: 'minister', from: '2011-01-01', until: '2014-12-31' },
  ])
  expect(readOffices('')).toEqual([])
})

it.each([
  ['2013-03-01', true],
  ['2011-03-01', false],
  ['2014-03-01', false],
])('is certain of %s in 2011/2014: %s', (day, expected) => {
  expect(isCertain(readOffices('minister 2011/2014')[0]!, day)).toBe(expected)
})
