import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { renderTable } from './table.ts'

it('lines columns up whatever the script', () => {
  expect(
    renderTable(
      ['who', 'n'],
      [
        ['العراق', 3],
        ['الولاياتُ المتَّحدة', null],
        ['Iraq', true],
      ],
    ),
  ).toBe(
    [
      'who               n',
      '────────────────  ────',
      'العراق            3',
      'الولاياتُ المتَّحدة',
      'Iraq              true',
      '',
    ].join('\n'),
  )
})

it.each([20, 30, 60])('fits %i columns, words whole where they can be', (width) => {
  const table = renderTable(
    ['من', 'ماذا'],
    [['رئيس مجلس الوزراء العراقي', 'سحب القوات من قاعدة عين الأسد إلى حرير']],
    { width },
  )
  for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
  expect(table.replace(/[\s─]+/gu, ' ')).toContain('الأسد')
})

it('isolates cells on a terminal and drops what an article smuggles in', () => {
  expect(
    renderTable(['a', 'b', 'c'], [['العراق\u2069\u202e', '\u001b[2Jتركيا', '2025-12-31']], { isolate: true })
      .split('\n')
      .at(2),
  ).toBe('\u2068العراق\u2069  \u2068تركيا\u2069  2025-12-31')
})

it('has its heading where there are no rows', () => {
  expect(renderTable(['who'], [])).toBe('who\n───\n')
})
