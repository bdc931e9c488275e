import { dateMentionSchema } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { boundedInterval } from './bounded-interval.ts'
import { parseDates } from './parse-dates.ts'

const reference = '2024-09-27'
const one = (text: string, options: Partial<Parameters<typeof parseDates>[1]> = {}) =>
  parseDates(text, { reference, ...options })[0]

describe('spans', () => {
  it.each([
    ['وبحلول نهاية 2026', 'نهاية 2026'],
    ['بنهاية 2026', 'نهاية 2026'],
    ['لنهاية العام', 'نهاية العام'],
    ['وفي سبتمبر 2026،', 'سبتمبر 2026'],
    ['بسبتمبر 2026', 'سبتمبر 2026'],
    ['للعام المقبل', 'لعام المقبل'],
    ['بين 2014 و2017.', 'بين 2014 و2017'],
    ['ومن 5 إلى 10 مايو', 'من 5 إلى 10 مايو'],
    ['يوم الجمعة', 'الجمعة'],
    ['شهر سبتمبر 2025', 'سبتمبر 2025'],
    ['و2017', '2017'],
    ['خلال الـ12 شهراً المقبلة', 'خلال الـ12 شهراً المقبلة'],
    ['عام ١٤٤٥هـ', 'عام ١٤٤٥هـ'],
    ['غداً، قال', 'غداً'],
    ['ال\u200f12 شهراً المقبلة', 'ال\u200f12 شهراً المقبلة'],
    ['٢٧‏/٩‏/٢٠٢٤‏ قال', '٢٧‏/٩‏/٢٠٢٤'],
    ['سِبتَمبر ٢٠٢٥', 'سِبتَمبر ٢٠٢٥'],
    ['سبتـــمبر 2025', 'سبتـــمبر 2025'],
    ['ﺳﺒﺘﻤﺒﺮ 2025', 'ﺳﺒﺘﻤﺒﺮ 2025'],
    ['في الرابع و العشرين من شباط', 'الرابع و العشرين من شباط'],
    ['😀 سبتمبر 2025', 'سبتمبر 2025'],
  ])('%s', (text, quote) => {
    const mention = one(text)!
    expect(mention.quote).toBe(quote)
    expect(text.slice(mention.start, mention.end)).toBe(quote)
  })
})

describe('records', () => {
  it.each([
    ['27 سبتمبر 2024', 'date', 'absolute', '2024-09-27'],
    ['سبتمبر 2026', 'interval', 'absolute', '2026-09'],
    ['العام المقبل', 'interval', 'relative', '2025'],
    ['الجمعة', 'date', 'relative', '2024-09-27'],
    ['في 5 نوفمبر', 'date', 'implied', '2024-11-05'],
    ['ثلاثة أشهر', 'duration', 'absolute', 'P3M'],
    ['كل يوم اثنين', 'set', 'absolute', 'XXXX-WXX-1'],
    ['القرن الثالث ق.م', 'interval', 'absolute', '-0299/-0200'],
    ['500 قبل الميلاد', 'interval', 'absolute', '-0499'],
    ['سنة 40 للهجرة', 'interval', 'absolute', '0660-05-20/0661-05-09'],
  ])('%s', (text, type, basis, edtf) => {
    const mention = one(text)!
    expect(mention).toMatchObject({ type, basis, edtf, id: `date:${edtf}` })
    expect(dateMentionSchema.parse(mention)).toEqual(mention)
  })
})

describe('options', () => {
  it('begins weeks where it is told to', () => {
    const sunday = '2024-09-29'
    expect(one('الأسبوع الجاري', { reference: sunday })?.edtf).toBe('2024-09-29/2024-10-05')
    expect(one('الأسبوع الجاري', { reference: sunday, weekStart: 1 })?.edtf).toBe('2024-09-23/2024-09-29')
    expect(one('نهاية الأسبوع', { reference: sunday, weekStart: 1 })?.edtf).toBe('2024-09-28/2024-09-29')
  })

  it('reads a year that may be of either calendar as the caller says', () => {
    expect(one('عام 1445')?.edtf).toBe('1445')
    expect(one('عام 1445', { calendar: 'hijri' })?.edtf).toBe('2023-07-19/2024-07-06')
    expect(one('عام 2024', { calendar: 'hijri' })?.edtf).toBe('2024')
  })

  it('leaves relative times open without a reference, and resolves the others', () => {
    const mentions = parseDates('قال أمس إن المهمة تستمر حتى سبتمبر 2026، ثم في 5 مايو', { reference: null })
    expect(mentions.map(({ edtf, interval }) => [edtf, interval.from])).toEqual([
      ['../..', null],
      ['2026-09', '2026-09-01'],
      ['../..', null],
    ])
  })

  it('refuses a reference that is no day', () => {
    expect(() => parseDates('أمس', { reference: '2024-02-30' })).toThrow(RangeError)
  })
})

describe('clauses about what is to come', () => {
  it.each([
    ['سيعقد الاجتماع الخميس', '2024-10-03'],
    ['عقد الاجتماع الخميس', '2024-09-26'],
    ['من المقرر أن يزور الوزير بغداد الأحد', '2024-09-29'],
    ['قال الأحد إنه سيزور بغداد', '2024-09-22'],
    ['السياسة التي أعلنها الأحد', '2024-09-22'],
    ['ستبدأ في 1 مارس', '2025-03-01'],
    ['بدأت في 1 مارس', '2024-03-01'],
  ])('%s', (text, day) => expect(one(text)?.edtf).toBe(day))
})

describe('boundedInterval', () => {
  it.each([
    ['بعد عام 2026', '2027-01-01', null],
    ['قبل عام 2020', null, '2020-01-01'],
    ['قبل نهاية العام', null, '2025-01-01'],
    ['حتى سبتمبر 2026', null, '2026-10-01'],
    ['بحلول نهاية سبتمبر 2025', null, '2025-10-01'],
    ['في موعد أقصاه 30 يونيو 2025', null, '2025-07-01'],
    ['منذ 2014', '2014-01-01', null],
    ['اعتباراً من 1 يناير 2025', '2025-01-01', null],
    ['من 2025 فصاعداً', '2025-01-01', null],
    ['في 2025', '2025-01-01', '2026-01-01'],
  ])('%s', (text, from, until) => expect(boundedInterval(one(text)!)).toEqual({ from, until }))
})

it('reads the times of a communiqué as the gold of the seed has them', () => {
  const text =
    'أعلن الجانبان، الجمعة، إنهاء المهمة خلال الـ12 شهراً المقبلة، وفي موعد أقصاه نهاية سبتمبر 2025، على مرحلتين بدءاً من الشهر الجاري، ' +
    'بعد الانتخابات المقررة في نوفمبر المقبل، وسيُعلن ذلك الأسبوع المقبل، مع بقاء بعض الجنود بعد عام 2026.'
  expect(
    parseDates(text, { reference }).map((m) => [m.quote, m.interval.from, m.interval.until, m.bound]),
  ).toEqual([
    ['الجمعة', '2024-09-27', '2024-09-28', 'at'],
    ['خلال الـ12 شهراً المقبلة', '2024-09-27', '2025-09-28', 'at'],
    ['نهاية سبتمبر 2025', '2025-09-21', '2025-10-01', 'until'],
    ['الشهر الجاري', '2024-09-01', '2024-10-01', 'from'],
    ['نوفمبر المقبل', '2024-11-01', '2024-12-01', 'at'],
    ['الأسبوع المقبل', '2024-09-29', '2024-10-06', 'at'],
    ['عام 2026', '2026-01-01', '2027-01-01', 'after'],
  ])
})
