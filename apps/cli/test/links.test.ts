/** From texts to links: what the extractor reads of two articles, and what the linker makes of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '@mithaq/extractor'
import { type ArticleGraph, type ArticleInput, findLinks, type Link, linkedArticle } from '@mithaq/model'
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

describe('five articles over half a year', () => {
  const directory = new URL('../../../examples/over-time/', import.meta.url)
  const read = (name: string): string => readFileSync(new URL(name, directory), 'utf8')
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
  const graphs = new Map(
    names.map((name) => {
      const facts = JSON.parse(read(`${name}.json`)) as Omit<ArticleInput, 'text'>
      return [name, extract({ ...facts, text: read(`${name}.txt`) })] as const
    }),
  )
  const nameOf = new Map([...graphs].map(([name, { article }]) => [article.id, name]))
  const [, ...lines] = read('expected-links.tsv').trimEnd().split('\n')
  const expected = lines.map((line) => {
    const [from, to, relation, fromQuote, toQuote] = line.split('\t') as [
      string,
      string,
      string,
      string,
      string,
    ]
    return { relation, sides: [spanOf(from, fromQuote), spanOf(to, toQuote)] }
  })
  const links = findLinks([...graphs.values()].map(linkedArticle))

  function spanOf(name: string, quote: string): { name: string; start: number; end: number } {
    const start = read(`${name}.txt`).indexOf(quote)
    return { name, start, end: start + quote.length }
  }

  /** The words of both sides lie over the words that are expected. */
  const isLink = ({ relation, sides }: (typeof expected)[number], link: Link): boolean =>
    relation === link.relation &&
    link.evidence.every(({ article, start, end }, i) => {
      const side = sides[i]!
      return nameOf.get(article) === side.name && start < side.end && side.start < end
    })

  it('have every link that is expected', () => {
    const missing = expected.filter((each) => !links.some((link) => isLink(each, link)))
    expect(missing).toEqual([])
  })

  it('have no other but the two that the set leaves open', () => {
    const others = links.filter((link) => !expected.some((each) => isLink(each, link)))
    expect(
      others.map(({ relation, rule, evidence: [newer, older] }) => [
        nameOf.get(newer.article),
        relation,
        rule,
        nameOf.get(older.article),
      ]),
    ).toEqual([
      ['04-withdrawal-disputed', 'CONTRADICTS', 'sources-differ', '02-withdrawal-confirmed'],
      ['04-withdrawal-disputed', 'CONTRADICTS', 'sources-differ', '01-withdrawal-agreed'],
    ])
  })

  it('have evidence that slices to its quote, from both sides', () => {
    for (const { evidence } of links)
      for (const { article, start, end, quote } of evidence)
        expect(read(`${nameOf.get(article)!}.txt`).slice(start, end)).toBe(quote)
  })
})
