import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'

const deedsOf = (text: string): string[] => {
  const { deeds = [], entities } = extract({ text, published: '2025-06-10' })
  const names = new Map(entities.map(({ id, name }) => [id, name.ar]))
  return deeds.map(({ actors, action }) => `${actors.map((id) => names.get(id)).join(' + ')} → ${action.ar}`)
}

describe('what is reported as done', () => {
  it.each([
    ['سحبت تركيا 400 جندي من معسكر بعشيقة.', 'تركيا → سحب 400 جندي من معسكر بعشيقة'],
    ['أنجزت قطر بناء المستشفى في بيروت.', 'قطر → بناء المستشفى في بيروت'],
    ['وأنهت فرنسا سحب قواتها من مالي.', 'فرنسا → سحب قواتها من مالي'],
    ['تم توقيع الاتفاق بين العراق وتركيا.', 'العراق + تركيا → توقيع الاتفاق بين العراق وتركيا'],
    [
      'اكتمل انسحاب القوات الأميركية من قاعدة عين الأسد.',
      'القوات الأميركية → انسحاب القوات الأميركية من قاعدة عين الأسد',
    ],
    ['بدأت السعودية ترميم المدارس في عدن.', 'السعودية → بدء ترميم المدارس في عدن'],
    ['قال وزير الخارجية العراقي إن تركيا سحبت جنودها من بعشيقة أمس.', 'تركيا → سحب جنودها من بعشيقة'],
  ])('%s', (text, deed) => {
    expect(deedsOf(text)).toEqual([deed])
  })

  it.each([
    ['لم تسحب تركيا جنودها من معسكر بعشيقة.'],
    ['ما سحبت تركيا جنودها من معسكر بعشيقة.'],
    ['ستسحب تركيا جنودها من معسكر بعشيقة.'],
    ['تعهدت تركيا بسحب جنودها من معسكر بعشيقة.'],
    ['قالت تركيا إن الوضع صعب.'],
    ['وصل الوفد قبل الخميس.'],
    ['إذا سحبت تركيا جنودها من بعشيقة انتهت الأزمة.'],
    ['دعا العراق تركيا إلى سحب جنودها من بعشيقة.'],
  ])('nothing in: %s', (text) => {
    expect(deedsOf(text)).toEqual([])
  })

  it('keeps the words, the number, the place and the day', () => {
    const text = 'سحبت تركيا 400 جندي من معسكر بعشيقة يوم 8 يونيو 2025.'
    const { deeds = [] } = extract({ text, published: '2025-06-10' })
    expect(deeds).toHaveLength(1)
    const { evidence, quantity, places, on, eventClass } = deeds[0]!
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
    expect(quantity).toMatchObject({ value: 400, unit: 'جندي' })
    expect(places).toHaveLength(1)
    expect(on).toEqual({ from: '2025-06-08', until: '2025-06-09' })
    expect(eventClass).toBe('RETREAT')
  })
})
