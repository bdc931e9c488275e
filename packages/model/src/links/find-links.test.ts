import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkedArticle, LinkedCommitment } from './article.ts'
import { findLinks } from './find-links.ts'
import { stemsOf } from './stem.ts'

const WORDS = ['القوات', 'المعسكر', 'النفط', 'السفارة', 'الحدود', 'الجنود']
const HEADS = ['سحب', 'نقل', 'إلغاء سحب', 'تأجيل نقل', 'بناء']

const commitment = (id: string, action: string, more: Partial<LinkedCommitment> = {}): LinkedCommitment => ({
  id: `commitment:${id}`,
  kind: 'pledge',
  polarity: 'positive',
  action: { ar: action },
  evidence: { start: 0, end: action.length, quote: action },
  committers: ['actor:Q43'],
  creditors: [],
  places: [],
  begins: null,
  due: null,
  statedBy: [],
  ...more,
})

const article = (
  id: string,
  published: string | null,
  commitments: readonly LinkedCommitment[],
  wholes: LinkedArticle['wholes'] = [],
): LinkedArticle => ({ id: `article:${id}`, published, commitments, deeds: [], wholes })

const arbitraryArticles = fc
  .array(
    fc.record({
      day: fc.option(fc.integer({ min: 1, max: 9 })),
      head: fc.constantFrom(...HEADS),
      words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
      actor: fc.constantFrom('actor:Q43', 'actor:Q796', 'actor:ministry'),
      negative: fc.boolean(),
      due: fc.option(fc.constantFrom('2025-04-01', '2025-07-01')),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ day, head, words, actor, negative, due }, i) =>
      article(
        `${i}`,
        day === null ? null : `2025-03-0${day}`,
        [
          commitment(`${i}`, `${head} ${words.join(' ')}`, {
            committers: [actor],
            polarity: negative ? 'negative' : 'positive',
            due: due === null ? null : { from: null, until: due },
          }),
        ],
        i % 2 === 0 ? [['actor:ministry', 'actor:Q43']] : [],
      ),
    ),
  )

describe('findLinks', () => {
  it('is the same in any order, from newer to older, and ties nothing to itself', () => {
    fc.assert(
      fc.property(
        arbitraryArticles.chain((articles) =>
          fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
        ),
        ([articles, shuffled]) => {
          const links = findLinks(articles)
          expect(findLinks(shuffled)).toEqual(links)
          const dayOf = new Map(articles.map(({ id, published }) => [id, published ?? '']))
          for (const { from, to, evidence } of links) {
            expect(from).not.toBe(to)
            const [newer, older] = evidence.map((side) => dayOf.get(side.article)!)
            expect(newer! >= older!).toBe(true)
          }
        },
      ),
    )
  })

  it('knows a ministry by the state that another article says it is part of', () => {
    const articles = [
      article('1', '2025-03-01', [commitment('1', 'سحب القوات من المعسكر')]),
      article('2', '2025-03-02', [
        commitment('2', 'سحب القوات من المعسكر', { committers: ['actor:ministry'] }),
      ]),
    ]
    expect(findLinks(articles)).toEqual([])
    const told = article('3', null, [], [['actor:ministry', 'actor:Q43']])
    expect(findLinks([...articles, told])).toMatchObject([
      {
        from: 'commitment:2',
        to: 'commitment:1',
        relation: 'RESTATES',
        reason: 'the same undertaking again',
      },
    ])
  })

  it('says what differs, with the words of both sides', () => {
    const links = findLinks([
      article('1', '2025-03-01', [
        commitment('1', 'سحب القوات من المعسكر', { due: { from: null, until: '2025-04-01' } }),
      ]),
      article('2', '2025-03-02', [
        commitment('2', 'سحب القوات من المعسكر', { due: { from: null, until: '2025-07-01' } }),
      ]),
    ])
    expect(links).toMatchObject([
      {
        relation: 'AMENDS',
        reason: 'due 2025-06-30, not 2025-03-31',
        evidence: [
          { article: 'article:2', start: 0, quote: 'سحب القوات من المعسكر' },
          { article: 'article:1', start: 0, quote: 'سحب القوات من المعسكر' },
        ],
      },
    ])
  })

  it.each([
    ['a wish', { kind: 'wish' as const }],
    ['what nobody dates', {}],
  ])('amends nothing by %s', (_, more) => {
    const older = commitment('1', 'سحب القوات من المعسكر', { due: { from: null, until: '2025-04-01' } })
    const newer = commitment('2', 'سحب القوات من المعسكر', {
      due: { from: null, until: '2025-07-01' },
      ...more,
    })
    const links = findLinks([article('1', '2025-03-01', [older]), article('2', null, [newer])])
    expect(links.filter(({ relation }) => relation === 'AMENDS')).toEqual([])
  })

  it.each([
    ['تأجيل افتتاح المتحف', 'تأجيل افتتاح المستشفى', 0],
    ['تأجيل الانتخابات البرلمانية', 'تأجيل الانتخابات الرئاسية', 0],
    ['تأجيل الانتخابات البرلمانية', 'تأجيل الانتخابات', 1],
    ['إعادة فتح الجسر المعلق', 'إعادة فتح الجسر', 1],
  ])('tells by its object what an action carries: «%s» and «%s»', (one, other, links) => {
    const found = findLinks([
      article('1', '2025-03-01', [commitment('1', one)]),
      article('2', '2025-03-02', [commitment('2', other)]),
    ])
    expect(found).toHaveLength(links)
  })
})

it.each([
  ['سحب القوات الأميركية من العراق', ['سحب', 'قوات', 'اميرك', 'عراق']],
  ['وللمياه والسدود', ['ميا', 'سدود']],
  ['بناء سدّاً في أسوان', ['بناء', 'سد', 'اسو']],
  ['نحو 400 من بين أكثر', []],
])('the stems of %s', (text, stems) => {
  expect(stemsOf(text)).toEqual(stems)
})
