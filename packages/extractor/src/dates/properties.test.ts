import { fold, intervalToEdtf } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedInterval } from './bounded-interval.ts'
import { charClasses, DIGIT, INVISIBLE, MARK, SILENT } from './char-class.ts'
import { civil, dayNumber, edtfOf, isoDay, parseDay } from './days.ts'
import { lexicon } from './lexicon.ts'
import { parseDates } from './parse-dates.ts'
import { inferPublished } from './publication.ts'
import { Scanner } from './scan.ts'

const words = [...lexicon().keys()]
/** Text of the words that the rules know, with signs, digits, controls and chance between them. */
const timely = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 2100 }).map(String) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'و',
          'ال',
          'لل',
          '/',
          '-',
          ' – ',
          '(',
          ')',
          '،',
          '.',
          '\n',
          '\u200f',
          'ـ',
          'ً',
          '٢٠٢٤',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((glue) => parts.join(glue)))
const anyText = fc.oneof(timely, fc.string({ unit: 'binary' }))
const day = fc.integer({ min: -700_000, max: 2_900_000 })

describe('parseDates', () => {
  it('gives spans that slice to their quote, in order, apart, and names that are their days', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('2024-09-27', '2024-02-29', null), (text, reference) => {
        let end = 0
        for (const mention of parseDates(text, { reference })) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.quote)
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          const { from, until } = mention.interval
          if (from === null || until === null) continue
          expect(from < until).toBe(true)
          expect(intervalToEdtf(mention.interval)).toBe(mention.edtf)
          boundedInterval(mention)
        }
        inferPublished(text)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same for the same text', () => {
    fc.assert(
      fc.property(timely, (text) => {
        const once = JSON.stringify(parseDates(text, { reference: '2024-09-27' }))
        expect(JSON.stringify(parseDates(text, { reference: '2024-09-27' }))).toBe(once)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    '2024-09-27/12.05-',
    '12 ',
    'سبتمبر أيلول ',
    'مطلع نهاية ',
    'خمسة وعشرين ',
    'من 2014 إلى 2017 ',
    'ليل السبت - الأحد ',
  ])(
    'comes to an end on «%s» without end',
    (unit) => {
      // A quadratic cost would take minutes and meet the time limit; how fast it is `pnpm bench dates` tells.
      const read = (size: number): number =>
        parseDates(unit.repeat(size / unit.length), { reference: '2024-09-27' }).length
      const few = read(2_000)
      expect(read(200_000)).toBeGreaterThanOrEqual(few)
    },
    30_000,
  )
})

describe('Scanner', () => {
  it('gives tokens in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = new Scanner(text)
        let end = 0
        while (tokens.next()) {
          for (let at = 0; at < tokens.length; at++) {
            expect(tokens.starts[at]).toBeGreaterThanOrEqual(end)
            expect(tokens.ends[at]).toBeGreaterThan(tokens.starts[at]!)
            end = tokens.ends[at]!
          }
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('is the same with controls between the words and without', () => {
    fc.assert(
      fc.property(timely, (text) => {
        const plain = text.replaceAll('\u200f', '')
        expect(valuesOf(plain.replaceAll(' ', ' \u200f'))).toEqual(valuesOf(plain))
      }),
    )
  })
})

const valuesOf = (text: string): string[] =>
  parseDates(text, { reference: '2024-09-27' }).map(
    ({ edtf, quote }) => `${quote.replaceAll('\u200f', '')} = ${edtf}`,
  )

describe('charClasses', () => {
  it('follows the fold', () => {
    const classes = charClasses()
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit)
    const isOf = (pattern: RegExp, isRight: (kind: number) => boolean) => (unit: number) =>
      pattern.test(fold(String.fromCharCode(unit))) && !isRight(classes[unit]!)
    expect(units.filter(isOf(/^[0-9]$/u, (kind) => kind === DIGIT))).toEqual([])
    expect(units.filter(isOf(/^[\u0621-\u06D3]+$/u, (kind) => kind > SILENT && kind < MARK))).toEqual([])
    expect(units.filter(isOf(/^$/u, (kind) => kind === SILENT || kind === INVISIBLE))).toEqual([])
  })
})

describe('days', () => {
  it('are those of Date', () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = new Date(n * 86_400_000)
        expect(civil(n)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        const { year, month, day: of } = civil(n)
        expect(dayNumber(year, month, of)).toBe(n)
        expect(parseDay(isoDay(n) ?? '1970-01-01')).toBe(isoDay(n) === null ? 0 : n)
      }),
    )
  })

  it('are named as the model names them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 800 }), (from, length) => {
        const name = edtfOf([from, from + length])
        const interval = { from: isoDay(from), until: isoDay(from + length) }
        fc.pre(name !== null && interval.until !== null)
        expect(name).toBe(intervalToEdtf(interval))
      }),
    )
  })
})
