import { articleGraphSchema } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'

/** Pieces that news is made of, so that random texts reach deep into the pipeline. */
const PIECES = [
  'قال',
  'وأضاف',
  'أعلنت',
  'تعهدت',
  'ستنسحب',
  'لن',
  'تسمح',
  'العراق',
  'الولايات المتحدة',
  'واشنطن',
  'وزير الخارجية',
  'سامح شكري',
  'القوات الأميركية',
  'إن',
  'أن',
  'بتقديم',
  'مساعدات',
  'من',
  'إلى',
  'في',
  'بغداد',
  'حتى',
  'سبتمبر 2026',
  'الأسبوع المقبل',
  '"',
  '«',
  '»',
  '،',
  '.',
  ':',
  '\n',
  '(',
  ')',
  'شرط أن',
  '2500',
  'جندي',
  'وفق',
  'رويترز',
  'البيان',
  '😀',
  '\u202e',
  '<script>',
  'ـ',
  'ّ',
  'ﻻ',
  '١٤',
  '2025-02-30',
  "'); MATCH (n) DETACH DELETE n //",
]

const news = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '))
const anything = fc.oneof(news, fc.string({ unit: 'binary', maxLength: 200 }))

describe('the laws of the house', () => {
  it('holds its schema, slices every span to its quote, and gives every triple evidence', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.constant('2024-09-27'), { nil: undefined }), (text, published) => {
        const graph = extract(published === undefined ? { text } : { text, published })
        expect(articleGraphSchema.parse(graph)).toEqual(graph)
        expect(graph.article.text).toBe(text)
        for (const { start, end, quote } of spansOf(graph)) expect(text.slice(start, end)).toBe(quote)
        const ids = new Set([
          graph.article.id,
          ...graph.entities.map(({ id }) => id),
          ...graph.statements.map(({ id }) => id),
          ...graph.commitments.map(({ id }) => id),
        ])
        for (const { subject, object, evidence } of graph.triples) {
          expect(evidence.length).toBeGreaterThan(0)
          expect(ids.has(subject)).toBe(true)
          expect(ids.has(object) || object.startsWith('date:')).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same bytes again', () => {
    fc.assert(
      fc.property(news, (text) => {
        expect(JSON.stringify(extract({ text }))).toBe(JSON.stringify(extract({ text })))
      }),
      { numRuns: 50 },
    )
  })
})

function* spansOf(value: unknown): Generator<{ start: number; end: number; quote: string }> {
  if (typeof value !== 'object' || value === null) return
  if ('quote' in value && 'start' in value && 'end' in value)
    yield value as { start: number; end: number; quote: string }
  for (const inner of Object.values(value)) yield* spansOf(inner)
}

it('keeps what the input says of the article', () => {
  const { article } = extract({
    text: 'نص',
    id: 'a b',
    title: 'عنوان',
    publisher: 'صحيفة',
    url: 'https://example.org',
  })
  expect(article).toMatchObject({
    id: 'article:a%20b',
    title: 'عنوان',
    publisher: 'صحيفة',
    url: 'https://example.org',
    text: 'نص',
  })
})

it('says so when nothing tells the day of publication', () => {
  const { article, diagnostics } = extract({ text: 'ستنسحب القوات الأميركية من العراق الأسبوع المقبل.' })
  expect(article.published).toBeNull()
  expect(diagnostics.map(({ code }) => code)).toContain('published-unknown')
})
