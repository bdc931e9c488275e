/** From texts to links: what the extractor reads of two articles, and what the linker makes of it. */
import { extract } from '@mithaq/extractor'
import { type ArticleGraph, findLinks, linkedArticle } from '@mithaq/model'
import { describe, expect, it } from 'vitest'

const article = (text: string, published: string): ArticleGraph => extract({ text, published })

/** The links from a text of June to one of March, by relation and rule. */
function between(earlier: string, later: string): string[] {
  const graphs = [article(earlier, '2025-03-01'), article(later, '2025-06-10')]
  return findLinks(graphs.map(linkedArticle)).map(({ relation, rule }) => `${relation} ${rule}`)
}

const PLEDGE = 'تعهدت تركيا بسحب 600 جندي من معسكر بعشيقة قبل نهاية أغسطس 2025.'
const HOSTING = 'تعهد الأردن باستضافة مؤتمر المانحين في عمان يوم 20 سبتمبر 2025.'
const AID = 'تعهدت قطر بتقديم مساعدات طبية إلى لبنان بقيمة 50 مليون دولار قبل نهاية 2025.'
const DAM = 'قررت مصر بناء سد جديد في أسوان قبل نهاية 2026.'
const EXPORT = 'قرر العراق استئناف تصدير النفط إلى تركيا قبل نهاية يوليو 2025.'

describe('links between two articles', () => {
  it.each([
    [PLEDGE, 'أكدت تركيا أنها ستسحب 600 جندي من معسكر بعشيقة قبل نهاية أغسطس المقبل.'],
    [PLEDGE, 'قال وزير الدفاع التركي يشار غولر إن بلاده ستسحب 600 جندي من معسكر بعشيقة.'],
    [PLEDGE, 'قال مسؤول عراقي إن تركيا تعهدت بسحب 600 جندي من معسكر بعشيقة في موعد أقصاه 31 آب 2025.'],
    [HOSTING, 'يعتزم الأردن استضافة مؤتمر المانحين في عمان يوم 20 سبتمبر 2025.'],
    [AID, 'أكدت قطر التزامها بتقديم مساعدات طبية إلى لبنان بقيمة 50 مليون دولار.'],
    [EXPORT, 'ستستأنف بغداد تصدير النفط إلى تركيا قبل نهاية تموز 2025.'],
    [DAM, 'قال وزير الري المصري هاني سويلم إن مصر ستبني سدا جديدا في أسوان.'],
  ])('RESTATES: %s ← %s', (earlier, later) => {
    expect(between(earlier, later)).toEqual(['RESTATES restated'])
  })

  it.each([
    [PLEDGE, 'أعلنت تركيا أنها ستسحب 600 جندي من معسكر بعشيقة قبل نهاية نوفمبر 2025.'],
    [PLEDGE, 'أعلنت وزارة الدفاع التركية أن تركيا ستسحب 400 جندي من معسكر بعشيقة قبل نهاية أغسطس 2025.'],
    [HOSTING, 'قرر الأردن استضافة مؤتمر المانحين في العقبة يوم 20 سبتمبر 2025.'],
    [HOSTING, 'قرر الأردن استضافة مؤتمر المانحين في عمان يوم 5 أكتوبر 2025.'],
    [AID, 'قررت قطر تقديم مساعدات طبية إلى لبنان بقيمة 80 مليون دولار قبل نهاية 2025.'],
    [EXPORT, 'قرر العراق تأجيل استئناف تصدير النفط إلى تركيا حتى نهاية سبتمبر 2025.'],
    [DAM, 'قررت مصر بناء سد جديد في أسوان قبل نهاية 2028.'],
  ])('AMENDS: %s ← %s', (earlier, later) => {
    expect(between(earlier, later)).toEqual(['AMENDS amended'])
  })

  it.each([
    [PLEDGE, 'قال الرئيس التركي رجب طيب أردوغان إن تركيا لن تسحب جنودها من معسكر بعشيقة.', 'withdrawn'],
    [PLEDGE, 'قال مسؤول عراقي إن تركيا لن تسحب جنودها من معسكر بعشيقة.', 'denied'],
    [PLEDGE, 'قال مسؤول عراقي إن تركيا ستسحب 600 جندي من معسكر بعشيقة قبل نهاية 2026.', 'sources-differ'],
    [AID, 'قررت قطر تعليق تقديم مساعدات طبية إلى لبنان.', 'withdrawn'],
    [HOSTING, 'رفض الأردن استضافة مؤتمر المانحين في عمان.', 'withdrawn'],
    [EXPORT, 'قرر العراق وقف تصدير النفط إلى تركيا.', 'withdrawn'],
    [DAM, 'قررت مصر إلغاء بناء سد جديد في أسوان.', 'withdrawn'],
  ])('CONTRADICTS: %s ← %s (%s)', (earlier, later, rule) => {
    expect(between(earlier, later)).toEqual([`CONTRADICTS ${rule}`])
  })

  it.each([
    [PLEDGE, 'سحبت تركيا 600 جندي من معسكر بعشيقة.'],
    [PLEDGE, 'أنجزت تركيا سحب جنودها من معسكر بعشيقة.'],
    [AID, 'قدمت قطر مساعدات طبية إلى لبنان بقيمة 50 مليون دولار.'],
    [HOSTING, 'استضاف الأردن مؤتمر المانحين في عمان.'],
    [EXPORT, 'استأنف العراق تصدير النفط إلى تركيا.'],
    [DAM, 'أكملت مصر بناء سد جديد في أسوان.'],
    [
      'قرر العراق وتركيا توقيع اتفاقية المياه في بغداد.',
      'تم توقيع اتفاقية المياه بين العراق وتركيا في بغداد.',
    ],
  ])('FULFILS: %s ← %s', (earlier, later) => {
    expect(between(earlier, later)).toEqual(['FULFILS done'])
  })

  it.each([
    [
      'another undertaking of the same actor',
      PLEDGE,
      'تعهدت تركيا بتقديم مساعدات إلى سوريا قبل نهاية أغسطس 2025.',
    ],
    ['another actor', PLEDGE, 'تعهدت فرنسا بسحب 600 جندي من معسكر بعشيقة قبل نهاية أغسطس 2025.'],
    ['another camp', PLEDGE, 'تعهدت تركيا بسحب 600 جندي من قاعدة الوطية قبل نهاية أغسطس 2025.'],
    ['the date alone', HOSTING, 'قرر الأردن رفع أسعار الوقود يوم 20 سبتمبر 2025.'],
    [
      'another creditor',
      AID,
      'تعهدت قطر بتقديم مساعدات طبية إلى السودان بقيمة 50 مليون دولار قبل نهاية 2025.',
    ],
    ['another thing', DAM, 'قررت مصر بناء مدينة جديدة في أسوان قبل نهاية 2026.'],
    ['others counted', PLEDGE, 'تعهدت تركيا بسحب 20 دبابة من معسكر بعشيقة.'],
    ['less done than was promised', PLEDGE, 'سحبت تركيا 100 جندي من معسكر بعشيقة.'],
    ['only begun', PLEDGE, 'بدأت تركيا سحب جنودها من معسكر بعشيقة.'],
    ['done by another', AID, 'قدمت السعودية مساعدات طبية إلى لبنان بقيمة 50 مليون دولار.'],
    ['done before it was promised', AID, 'قدمت قطر مساعدات طبية إلى لبنان في يناير 2025.'],
    ['a call on the debtor', PLEDGE, 'دعا العراق تركيا إلى سحب 600 جندي من معسكر بعشيقة.'],
    [
      'two ministries of one state',
      'تعهدت وزارة النفط العراقية بدعم الشركات.',
      'تعهدت وزارة التجارة العراقية بدعم الشركات.',
    ],
  ])('nothing for %s', (_, earlier, later) => {
    expect(between(earlier, later)).toEqual([])
  })
})
