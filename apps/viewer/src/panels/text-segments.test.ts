import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './text-segments.ts'

const text = 'عنوان\n\nأعلن العراق أنه سيبقى.\r\nأرسل تعليقك'
const article = { text, boilerplate: [{ start: text.indexOf('أرسل'), end: text.length }] }
const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const marked = (focus: { start: number; end: number } | null): string[] =>
  paragraphsOf(article, focus).flatMap(({ segments }) => segments.filter((s) => s.marked).map((s) => s.text))

describe('paragraphsOf', () => {
  it('leaves out empty lines and knows the margins of the page', () => {
    expect(paragraphsOf(article, null).map(({ boilerplate }) => boilerplate)).toEqual([false, false, true])
  })

  it('keeps every offset true to the text', () => {
    for (const { segments } of paragraphsOf(article, span('سيبقى'))) {
      for (const segment of segments) expect(text.slice(segment.start).startsWith(segment.text)).toBe(true)
    }
  })

  it.each([
    ['a clause', span('سيبقى'), ['سيبقى']],
    ['a whole paragraph', span('أعلن العراق أنه سيبقى.'), ['أعلن العراق أنه سيبقى.']],
    ['across paragraphs', { start: 0, end: span('أعلن').end }, ['عنوان', 'أعلن']],
    ['nothing', null, []],
    ['a span beyond the end', { start: 900, end: 950 }, []],
  ])('marks %s', (_, focus, expected) => {
    expect(marked(focus)).toEqual(expected)
  })
})
