import { expect, it } from 'vitest'
import { read, TEXT } from '../test/articles.ts'
import { windowsOf } from './windows.ts'

const parts = (text: string, most?: number) =>
  windowsOf(read(text).article, most).map(({ start, end }) => text.slice(start, end))

it('is the whole of a short article', () => {
  expect(parts(TEXT)).toEqual([TEXT.trimEnd()])
})

it('is whole sentences, as many as fit', () => {
  const [first, second, third] = TEXT.trimEnd().split('\n')
  expect(parts(TEXT, 90)).toEqual([first, second, third])
  expect(parts(TEXT, 140)).toEqual([`${first}\n${second}`, third])
})

it('cuts a sentence that is longer than a part may be', () => {
  const sentence = `تعهدت قطر ${'بالدعم '.repeat(100)}`.trim()
  const cut = parts(sentence, 100)
  expect(cut.join('')).toBe(sentence)
  expect(Math.max(...cut.map((part) => part.length))).toBe(100)
})

it('is nothing of nothing', () => {
  expect(parts('')).toEqual([])
})

it('leaves the furniture of the page out', () => {
  const text = `${TEXT}\nاقرأ أيضاً: خبر آخر\nشارك على فيسبوك\nجميع الحقوق محفوظة`
  expect(parts(text).join('')).not.toContain('فيسبوك')
})
