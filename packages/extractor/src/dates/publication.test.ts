import { describe, expect, it } from 'vitest'
import { inferPublished } from './publication.ts'

describe('inferPublished', () => {
  it.each([
    ['قال الوزير اليوم الجمعة 27 سبتمبر 2024 إن الاتفاق جاهز', '2024-09-27', 'inferred'],
    ['قال الوزير أمس الخميس (26 سبتمبر 2024) إن الاتفاق جاهز', '2024-09-27', 'inferred'],
    ['تعقد القمة غداً السبت 28 سبتمبر 2024', '2024-09-27', 'inferred'],
    ['قال اليوم الجمعة 27 سبتمبر إن موازنة العام الجاري 2024 أقرت', '2024-09-27', 'inferred'],
    ['أعلن الوزير الخميس 26 سبتمبر 2024 أن المحادثات بدأت', '2024-09-26', 'inferred'],
    ['بغداد - 27 سبتمبر 2024\nأعلنت الحكومة قراراً', '2024-09-27', 'stated'],
    ['آخر تحديث: 5/3/2025 - أعلنت الحكومة قراراً', '2025-03-05', 'stated'],
    [
      'التقى الرئيسان الثلاثاء، وشهد الشهر الجاري (سبتمبر 2024) لقاءات، آخرها في 24 سبتمبر الجاري',
      '2024-09-24',
      'inferred',
    ],
  ])('%s', (text, date, basis) => expect(inferPublished(text)).toMatchObject({ date, basis }))

  it('takes the days that a window and its deadline leave, and of these the day of the week', () => {
    const text =
      'في بيان مشترك، الجمعة، أعلن البلدان إنهاء المهمة خلال الـ12 شهراً المقبلة، وفي موعد أقصاه نهاية سبتمبر 2025.'
    const inferred = inferPublished(text)!
    expect(inferred.date).toBe('2024-09-27')
    expect(inferred.interval).toEqual({ from: '2024-09-21', until: '2024-10-01' })
    expect(inferred.used.map(({ quote }) => quote)).toEqual([
      'الجمعة',
      'خلال الـ12 شهراً المقبلة',
      'نهاية سبتمبر 2025',
    ])
    for (const { start, end, quote } of inferred.used) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    [''],
    ['قال الوزير الجمعة إن المحادثات ستستأنف الأسبوع المقبل'],
    ['تستمر المهمة حتى سبتمبر 2026'],
    ['تبدأ المرحلة الثانية العام المقبل 2025'],
    ['قال اليوم الجمعة 27 سبتمبر 2024 إنه وصل أمس السبت 14 سبتمبر 2019'],
  ])('leaves open: %s', (text) => expect(inferPublished(text)).toBeNull())
})
