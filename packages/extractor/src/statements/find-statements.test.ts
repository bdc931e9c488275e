import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'

/** Statements as «source › source: content». */
function said(text: string): string[] {
  const { statements, entities } = extract({ text, published: '2025-03-10' })
  const nameOf = new Map(entities.map(({ id, name }) => [id, name.ar]))
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const chain = (id: string | undefined): string[] => {
    const statement = id === undefined ? undefined : byId.get(id)
    return statement
      ? [...chain(statement.quotedIn), statement.sources.map((source) => nameOf.get(source)).join(' و')]
      : []
  }
  return statements.map(({ id, content }) => `${chain(id).join(' › ')}: ${content.quote}`)
}

describe('who says what', () => {
  it.each([
    ['قال وزير الخارجية المصري بدر عبد العاطي إن بلاده ترفض ذلك.', ['بدر عبد العاطي: بلاده ترفض ذلك.']],
    ['أكدت الحكومة العراقية أن القرار نهائي.', ['الحكومة العراقية: القرار نهائي.']],
    ['قالت تركيا: "لن نقبل بتأجيل آخر أبدا".', ['تركيا: لن نقبل بتأجيل آخر أبدا']],
    [
      'قالت قطر إنها ستدعم لبنان. وأضافت أن الدعم سيبدأ قريبا.',
      ['قطر: إنها ستدعم لبنان.', 'قطر: الدعم سيبدأ قريبا.'],
    ],
    ['أعلنت مصر والسودان تشكيل لجنة مشتركة.', ['مصر والسودان: تشكيل لجنة مشتركة.']],
    [
      'أشار الأردن إلى استمرار المشاورات، مؤكدا أن الحل قريب.',
      ['الأردن: استمرار المشاورات', 'الأردن: الحل قريب.'],
    ],
    [
      'نقلت وكالة رويترز عن مسؤولين عراقيين قولهم إن القوات ستغادر العراق.',
      [
        'رويترز: عن مسؤولين عراقيين قولهم إن القوات ستغادر العراق.',
        'رويترز › مسؤولون عراقيون: القوات ستغادر العراق.',
      ],
    ],
    ['ستعقد القمة في بغداد، وفق وكالة رويترز.', ['رويترز: ستعقد القمة في بغداد،']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it.each([
    'زار وزير الخارجية المصري بغداد أمس.',
    'لم يشر العراق إلى موعد محدد.',
    'بين العراق وتركيا حدود طويلة.',
    'نشر قوات في المنطقة أمر خطير.',
    'انعقد الاجتماع وفقا للدستور والقانون.',
  ])('nobody: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})
