import { articleGraphSchema } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../src/index.ts'

/** Every commit runs a little of it; `MITHAQ_FUZZ=50` runs so many times as much. */
const TIMES = Number(process.env['MITHAQ_FUZZ'] ?? 1)

/** Milliseconds that this process has worked, however busy the machine is with others. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Pieces that each reach another stage, with what news systems, and people who mean harm, put between them. */
const SCRAPS = [
  'قال ',
  'نقلت وكالة رويترز عن مسؤولين قولهم إن ',
  'تعهدت قطر ',
  'اتفقت تركيا والعراق على ',
  'لن ',
  'ستنسحب القوات من بغداد ',
  'بتقديم 50 مليون دولار ',
  'إلى لبنان ',
  'وزير الخارجية ',
  'أولاً: ',
  'على أن ',
  'شرط أن ',
  'بموجب الاتفاق ',
  'قبل نهاية 2025',
  'يوم 31/2/2025',
  'الأسبوع المقبل',
  'الذي ',
  'التي قال إنها ',
  '، ',
  '. ',
  '\n\n',
  '«',
  '»',
  '"',
  '(',
  ')',
  '—',
  '…',
  'ـــــ',
  'َُِّ',
  '\u0000',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '𞸀',
  'ﷺ',
  'ﻼ',
  '٣٫١٤',
  '<!--',
  '{{',
  '${',
  '__proto__',
  'constructor',
  "'; DROP TABLE",
]
const scraps = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...SCRAPS), { maxLength }).map((parts) => parts.join(''))
const anyText = fc.oneof(scraps(40), fc.string({ unit: 'binary', maxLength: 60 }))
const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })

const anyArticle = fc.record(
  {
    text: anyText,
    id: anyText,
    title: anyText,
    publisher: anyText,
    url: anyText,
    published: day.map((date) => date.toISOString().slice(0, 10)),
  },
  { requiredKeys: ['text'] },
)

describe('extract over hostile articles', () => {
  it('of any fields gives a record that holds, travels as JSON, and comes alike again', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const graph = extract(article)
        articleGraphSchema.parse(graph)
        const line = JSON.stringify(graph)
        expect(JSON.parse(line)).toEqual(graph)
        expect(JSON.stringify(extract(article))).toBe(line)
      }),
      { numRuns: 150 * TIMES },
    )
  }, 600_000)

  it('says of a day that is none what it wants', () => {
    const noDay = fc.string().filter((text) => !/^\d{4}-\d\d-\d\d$/u.test(text))
    fc.assert(
      fc.property(noDay, (published) => {
        expect(() => extract({ text: 'غداً', published })).toThrow(/YYYY-MM-DD/u)
      }),
      { numRuns: 50 * TIMES },
    )
  })

  it('leaves nothing behind: what was read before changes no record', () => {
    const clean = { text: 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.', published: '2025-03-01' }
    const line = JSON.stringify(extract(clean))
    fc.assert(
      fc.property(scraps(30), (text) => {
        extract({ text })
        expect(JSON.stringify(extract(clean))).toBe(line)
      }),
      { numRuns: 50 * TIMES },
    )
  }, 600_000)

  const LONG = 150_000
  it.each<[string, string]>([
    ['one word', 'ت'],
    ['one sentence', 'تعهدت قطر '],
    ['clauses joined by و', 'وستبني مدارس '],
    ['subordinate clauses', 'أن تقول إن '],
    ['relatives', 'الذي قال إن '],
    ['pronouns', 'هو وهي وهم '],
    ['quotations left open', '«قال '],
    ['quotations', '«قال» '],
    ['brackets', '('],
    ['commas', '، '],
    ['dates', 'قبل 31 ديسمبر '],
    ['numbers', '12/12/12-'],
    ['names', 'عبد الله بن '],
    ['titles', 'رئيس وزراء '],
    ['places', 'في بغداد '],
    ['conditions', 'شرط أن يوافق '],
    ['items', '\nأولاً: تتسلم '],
    ['lines', '\n'],
    ['speakers', 'وقال فلان: '],
    ['marks', 'َّ'],
    ['tatweel', 'ـ'],
    ['halves of letters', '\ud83d'],
    ['articles of the language', 'ال'],
    ['conjunctions', 'و'],
  ])(
    'in time: %s without end',
    (_, unit) => {
      const started = cpuTime()
      extract({ text: unit.repeat(LONG / unit.length), published: '2025-03-01' })
      // A quadratic cost would take minutes; some seconds are for a busy machine's garbage.
      expect(cpuTime() - started).toBeLessThan(8_000)
    },
    60_000,
  )
})
