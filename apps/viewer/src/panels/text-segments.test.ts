import type { ArticleView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './text-segments.ts'

const text = 'عنوان\n\nأعلن العراق أنه سيبقى.\r\nأرسل تعليقك'
const article = {
  text,
  boilerplate: [{ start: text.indexOf('أرسل'), end: text.length }],
  marks: [] as ArticleView['marks'],
}
const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const mark = (quote: string, label: 'Actor' | 'Date' | 'Commitment') => ({
  ...span(quote),
  node: quote,
  label,
})
const named = {
  ...article,
  marks: [
    mark('سيبقى', 'Date'),
    mark('راق', 'Actor'),
    mark('العراق', 'Actor'),
    mark('العراق أنه سيبقى', 'Commitment'),
  ],
}
const marked = (focus: { start: number; end: number } | null): string[] =>
  paragraphsOf(article, focus).flatMap(({ segments }) =>
    segments.filter((s) => s.marked).map(({ pieces }) => pieces.map((piece) => piece.text).join('')),
  )

describe('paragraphsOf', () => {
  it('leaves out empty lines and knows the margins of the page', () => {
    expect(paragraphsOf(article, null).map(({ boilerplate }) => boilerplate)).toEqual([false, false, true])
  })

  it('keeps every offset true to the text', () => {
    for (const { segments } of paragraphsOf(named, span('العراق أنه سيبقى'))) {
      for (const { start, text: piece } of segments.flatMap(({ pieces }) => pieces))
        expect(text.slice(start).startsWith(piece)).toBe(true)
    }
  })

  it.each([
    ['a name', null, ['العراق', 'سيبقى']],
    [
      'a name that the sentence in focus cuts in two',
      { start: 0, end: span('العراق').start + 3 },
      ['الع', 'راق', 'سيبقى'],
    ],
  ])('tells %s from the rest, whole where names lie within names', (_, focus, expected) => {
    const pieces = paragraphsOf(named, focus).flatMap(({ segments }) => segments.flatMap((one) => one.pieces))
    expect(pieces.flatMap((piece) => (piece.names === null ? [] : piece.text))).toEqual(expected)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text.replaceAll(/[\r\n]/gu, ''))
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
