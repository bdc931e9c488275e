import { expect, it } from 'vitest'
import { csvRows } from './csv.ts'

it.each([
  [['العراق', 3, null, true], 'العراق,3,,true\r\n'],
  [['قال: "لا"', 'سطر\nآخر', 'أ,ب'], '"قال: ""لا""","سطر\nآخر","أ,ب"\r\n'],
  [
    ['=HYPERLINK("http://example.org")', '+1', '@x', '-1'],
    `"'=HYPERLINK(""http://example.org"")",'+1,'@x,'-1\r\n`,
  ],
  [[-5, undefined], '-5,\r\n'],
])('%j is %j', (row, text) => {
  expect(csvRows([row])).toBe(text)
})
