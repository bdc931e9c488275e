import { expect, it } from 'vitest'
import { toReadingOrder } from './logical-order.ts'

it.each([
  ['قطر', 'قطر'],
  ['عام 2025.', 'عام 2025.'],
  ['في 14/1/2025 أو 15-16', 'في 14/1/2025 أو 15-16'],
  ['بنسبة 3.5% و٣٫٥٪', 'بنسبة 3.5% و٣٫٥٪'],
  ['قال (نعم) و«لا» [هنا]', 'قال (نعم) و«لا» [هنا]'],
  ['سميث (Donald J. Smith) قال', 'سميث (Donald J. Smith) قال'],
  ['من F-16 إلى S400', 'من F-16 إلى S400'],
  ['Only Latin (here) 12', 'Only Latin (here) 12'],
  ['', ''],
])('%j comes back in order', (text, read) => {
  expect(toReadingOrder(asDrawn(text))).toBe(read)
})

it('keeps ligatures and takes marks that are named as meant', () => {
  expect(toReadingOrder(['ه', 'د', 'لا', 'ب'])).toBe('بلاده')
  expect(toReadingOrder([')', 'م', 'ع', 'ن', '('])).toBe('(نعم)')
})

/** A line as drawn, left to right: the whole turned round, Latin and numbers back again, brackets as mirror images. */
function asDrawn(text: string): string[] {
  if (!/\p{Script=Arabic}/u.test(text)) return Array.from(text)
  const runs = text.split(
    /(\p{Script=Latin}(?:[\p{Script=Latin}\p{Nd} .-]*[\p{Script=Latin}\p{Nd}])?|\p{Nd}(?:[\p{Nd}./٫-]*\p{Nd})?[%٪]?)/u,
  )
  const mirror = new Map(Array.from('()[]«»').map((mark, i, all) => [mark, all[i ^ 1]!]))
  return runs
    .flatMap((run, i) => (i % 2 === 1 ? [run] : Array.from(run, (mark) => mirror.get(mark) ?? mark)))
    .reverse()
    .flatMap((unit) => Array.from(unit))
}
