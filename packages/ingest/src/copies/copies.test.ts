import { articleId, type ArticleInput } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../test/cpu-time.ts'
import { Copies } from './copies.ts'
import { similarity, sketchOf } from './sketch.ts'

const REPORT = `أعلنت وزارة الكهرباء العراقية أنها ستوقع مع شركة تركية عقداً لتأهيل ثلاث محطات في الموصل قبل نهاية العام.
وقال المتحدث باسم الوزارة إن العقد يلزم الشركة بتسليم المحطة الأولى خلال ستة أشهر من تاريخ التوقيع.
وأضاف أن الحكومة المحلية تعهدت بتوفير الحماية للعاملين، وأن وفداً فنياً سيزور المواقع في الأسبوع المقبل للكشف عليها.
وكانت الوزارة قد رفضت عرضاً سابقاً للشركة نفسها بسبب ارتفاع كلفته، بحسب ما ذكرته لجنة الطاقة في البرلمان.`

const withEdges = (text: string): string => `بغداد - المرسى\n${text}\nجميع الحقوق محفوظة`

/** What the later of two articles is marked with. */
function second(first: object, then: object): string | undefined {
  const copies = new Copies()
  const original = copies.mark({ text: REPORT, ...first })
  expect(original).not.toHaveProperty('copyOf')
  return copies.mark({ text: REPORT, ...then }).copyOf
}

/** Texts off one form, of other numbers. */
const form = (i: number): string => REPORT.replaceAll('العراقية', `رقم ${i}`).replace('ستة', `مدة ${i * 7}`)

const time = (count: number): number => {
  const copies = new Copies()
  const started = cpuTime()
  for (let i = 0; i < count; i++) copies.mark({ text: form(i) })
  return cpuTime() - started
}

describe('Copies', () => {
  it.each<[string, object, object]>([
    ['the same text by another', { publisher: 'أ' }, { publisher: 'ب' }],
    ['with a first and a last line of its own', {}, { text: withEdges(REPORT) }],
    ['with a day put before', {}, { text: `12 آذار 2025\n${REPORT}` }],
    ['spelled otherwise', {}, { text: REPORT.replaceAll('أ', 'ا').replaceAll('ة', 'ه') }],
    ['without its last sentence', {}, { text: REPORT.split('\n').slice(0, 3).join('\n') }],
  ])('takes as a copy a report %s', (_, first, then) => {
    expect(second(first, then)).toBe(articleId(REPORT))
  })

  it.each<[string, object, object]>([
    ['of another month', { text: `${REPORT}\nوالموعد 2025/11.` }, { text: `${REPORT}\nوالموعد 2026/11.` }],
    [
      'of which half is new',
      {},
      {
        text: `${REPORT.split('\n').slice(0, 2).join('\n')}\n${'ورأى محللون أن الاتفاق يفتح الباب لتعاون أوسع بين البلدين في مجالات النقل والمياه والزراعة. '.repeat(3)}`,
      },
    ],
    [
      'that shares its opening alone',
      {},
      {
        text: `${REPORT.slice(0, 60)} وهو ما نفته الشركة جملة وتفصيلاً في بيان لاحق وصل إلى وكالات الأنباء مساء أمس.`,
      },
    ],
    [
      'too short to tell',
      { text: 'تعهدت قطر بتقديم مساعدات إلى لبنان.' },
      { text: 'تعهدت قطر بتقديم مساعدات إلى مصر.' },
    ],
    ['of no words', { text: '' }, { text: '،' }],
  ])('leaves alone a report %s', (_, first, then) => {
    const copyOf = second(first, then)
    expect(copyOf === undefined || ('text' in then && then.text === '،')).toBe(true)
  })

  it('gives a copy to the letter an id of its own, and the article itself once more none', () => {
    const copies = new Copies()
    const [a, b, again] = ['أ', 'ب', 'أ'].map((publisher) => copies.mark({ text: REPORT, publisher }))
    expect(a).toEqual({ text: REPORT, publisher: 'أ' })
    expect(b).toMatchObject({
      copyOf: articleId(REPORT),
      id: expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]{8}$/u),
    })
    expect(again).toEqual(a)
    expect(copies.mark<ArticleInput>({ text: REPORT, publisher: 'ب' }).id).toBe((b as { id?: string }).id)
    // Copies are of the original, not of each other.
    expect(copies.mark({ text: withEdges(REPORT) }).copyOf).toBe(articleId(REPORT))
  })

  it('keeps ids that were given', () => {
    const copies = new Copies()
    copies.mark({ text: REPORT, id: 'one two' })
    expect(copies.mark({ text: REPORT, id: 'x' })).toEqual({
      text: REPORT,
      id: 'x',
      copyOf: 'article:one%20two',
    })
  })

  it('is linear, also over texts off one form', () => {
    time(200)
    expect(time(2_000)).toBeLessThan(4 * 2 * Math.max(time(500), 20))
  })
})

it('guesses how much two texts have in common', () => {
  expect(similarity(sketchOf(REPORT), sketchOf(REPORT))).toBe(1)
  expect(similarity(sketchOf(REPORT), sketchOf(withEdges(REPORT)))).toBeGreaterThan(0.75)
  expect(similarity(sketchOf(REPORT), sketchOf('نص آخر لا يشبهه في شيء من كلماته أو ترتيبها'))).toBeLessThan(
    0.05,
  )
})
