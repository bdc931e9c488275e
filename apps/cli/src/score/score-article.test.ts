import { type ArticleGraph, articleGraphSchema, type Entity, type Span } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { f1, type Measure } from './counts.ts'
import { readGold } from './gold.ts'
import { scoreArticle } from './score-article.ts'

const text =
  'أعلنت قطر والأردن في عمان تقديم 5 ملايين دولار إلى لبنان قبل نهاية 2025، ولن تغلق قطر سفارتها. ودعت قطر إسرائيل إلى وقف القصف.'

/** The nth place of some words. */
function span(quote: string, nth = 0): Span {
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1)
  return { start, end: start + quote.length, quote }
}
const tuple = (quote: string, nth = 0) => {
  const { start, end } = span(quote, nth)
  return [start, end, quote]
}

const AID = 'تقديم 5 ملايين دولار إلى لبنان قبل نهاية 2025'
const EMBASSY = 'لن تغلق قطر سفارتها'
const gold = readGold(
  {
    id: 't',
    published: '2025-03-01',
    actors: [
      { name: 'قطر', wikidata: 'Q846', mentions: [tuple('قطر'), tuple('قطر', 1), tuple('قطر', 2)] },
      { name: 'الأردن', wikidata: 'Q810', mentions: [tuple('الأردن')] },
      { name: 'إسرائيل', wikidata: 'Q801', mentions: [tuple('إسرائيل')], core: false },
      { name: 'لبنان', wikidata: 'Q822', mentions: [tuple('لبنان')] },
    ],
    places: [{ name: 'عمان', wikidata: null, mentions: [tuple('عمان')] }],
    times: [{ span: tuple('نهاية 2025'), start: '2025-09-01', end: '2026-01-01' }],
    commitments: [
      {
        id: 'c1',
        span: tuple(AID),
        committers: ['قطر', 'الأردن'],
        kind: 'agreement',
        polarity: 'positive',
        action_ar: 'تقديم 5 ملايين دولار إلى لبنان',
        deadline: { start: '2025-09-01', end: '2026-01-01' },
        attributed_to: ['قطر', 'الأردن'],
        beneficiaries: ['لبنان'],
        places: ['عمان'],
      },
      {
        id: 'c2',
        span: tuple(EMBASSY),
        committers: ['قطر'],
        kind: 'refusal',
        polarity: 'negative',
        action_ar: 'إغلاق السفارة',
        attributed_to: [],
        core: false,
      },
    ],
    demands: [{ span: tuple('دعت قطر إسرائيل إلى وقف القصف') }],
  },
  text,
)

const actor = (id: string, name: string, mentions: Span[], named = true): Entity => ({
  id: `actor:${id}`,
  kind: 'actor',
  type: 'Country',
  name: { ar: name },
  sameAs: [],
  named,
  mentions: mentions.map((mention) => ({ ...mention, rule: 'test', basis: 'name' as const })),
})

/** The graph that is right in everything; each case spoils a part of it. */
function perfect(): ArticleGraph {
  const entities: Entity[] = [
    actor('Q846', 'قطر', [span('قطر'), span('قطر', 1), span('قطر', 2)]),
    actor('Q810', 'الأردن', [span('الأردن')]),
    actor('Q801', 'إسرائيل', [span('إسرائيل')]),
    actor('Q822', 'لبنان', [span('لبنان')]),
    {
      ...actor('x', 'عمان', [span('عمان')]),
      id: 'place:geonames:250441',
      kind: 'place',
      type: 'City',
    },
  ]
  const shared = {
    certainty: 'certain',
    creditors: [],
    concerns: [],
    places: [],
    begins: null,
    rule: 'test',
  } as const
  return articleGraphSchema.parse({
    schema: 'mithaq/1',
    article: {
      id: 'article:t',
      published: { date: '2025-03-01', basis: 'given' },
      text,
      sha256: '0'.repeat(64),
      sections: [],
      sentences: [
        [0, text.indexOf('.') + 1],
        [text.indexOf('.') + 2, text.length],
      ],
    },
    entities,
    dates: [
      {
        ...span('نهاية 2025'),
        id: 'date:2025-09-01/2025-12-31',
        interval: { from: '2025-09-01', until: '2026-01-01' },
        edtf: '2025-09-01/2025-12-31',
        type: 'interval',
        basis: 'absolute',
        bound: 'before',
        rule: 'test',
      },
    ],
    statements: [],
    commitments: [
      {
        ...shared,
        id: 'commitment:1',
        evidence: span(AID),
        trigger: span('أعلنت'),
        kind: 'agreement',
        polarity: 'positive',
        action: { ar: 'تقديم 5 ملايين دولار إلى لبنان' },
        committers: ['actor:Q846', 'actor:Q810'],
        due: { from: '2025-12-31', until: '2026-01-01' },
        condition: null,
        statedBy: ['actor:Q810', 'actor:Q846'],
        creditors: ['actor:Q822'],
        places: [{ id: 'place:geonames:250441', role: 'at' }],
      },
      {
        ...shared,
        id: 'commitment:2',
        evidence: span(EMBASSY),
        trigger: span('لن تغلق'),
        kind: 'refusal',
        polarity: 'negative',
        action: { ar: 'إغلاق السفارة' },
        committers: ['actor:Q846'],
        due: null,
        condition: null,
        statedBy: [],
      },
    ],
    triples: [],
    diagnostics: [],
  })
}

/** F1 of the measures that differ from 1, in per cent. */
function faults(spoil: (graph: ArticleGraph) => void): Partial<Record<Measure, number>> {
  const graph = perfect()
  spoil(graph)
  const { scores } = scoreArticle(gold, graph)
  return Object.fromEntries(
    Object.entries(scores)
      .map(([measure, counts]) => [measure, Math.round((f1(counts) ?? 1) * 100)] as const)
      .filter(([, figure]) => figure !== 100),
  )
}

describe('scoreArticle', () => {
  it('finds no fault with what is right', () => {
    expect(faults(() => {})).toEqual({})
    expect(scoreArticle(gold, perfect()).findings).toEqual([])
  })

  it.each<{ of: string; spoil: (graph: ArticleGraph) => void; faults: Partial<Record<Measure, number>> }>([
    {
      of: 'a committer left out',
      spoil: ({ commitments }) => void (commitments[0]!.committers = ['actor:Q846']),
      faults: { committers: 50, all: 50 },
    },
    {
      of: 'a committer too many',
      spoil: ({ commitments }) => void commitments[1]!.committers.push('actor:Q822'),
      faults: { committers: 50, all: 50 },
    },
    {
      of: 'the wrong committer',
      spoil: ({ commitments }) => void (commitments[1]!.committers = ['actor:Q801']),
      faults: { committers: 50, someCommitter: 50, all: 50, allSome: 50 },
    },
    {
      of: 'another last day',
      spoil: ({ commitments }) => void (commitments[0]!.due = { from: '2025-09-01', until: '2025-10-01' }),
      faults: { due: 50, dueDates: 0, all: 50, allSome: 50 },
    },
    {
      of: 'a deadline out of nowhere',
      spoil: ({ commitments }) => void (commitments[1]!.due = { from: null, until: '2026-01-01' }),
      faults: { due: 50, dueDates: 67, all: 50, allSome: 50 },
    },
    {
      of: 'the wrong polarity and kind',
      spoil: ({ commitments }) => void Object.assign(commitments[1]!, { polarity: 'positive', kind: 'plan' }),
      faults: { polarity: 50, kind: 50, all: 50, allSome: 50 },
    },
    {
      of: 'a creditor and a place that are others',
      spoil: ({ commitments }) =>
        void Object.assign(commitments[0]!, {
          creditors: ['actor:Q801'],
          places: [{ id: 'place:Q1', role: 'at' }],
        }),
      faults: { creditors: 0, whereabouts: 0 },
    },
    {
      of: 'a source that the gold lacks',
      spoil: ({ commitments }) => void commitments[1]!.statedBy.push('actor:Q846'),
      faults: { attribution: 50 },
    },
    {
      of: 'a demand taken for a commitment',
      spoil: ({ commitments }) =>
        void commitments.push({ ...commitments[1]!, evidence: span('دعت قطر إسرائيل إلى وقف القصف') }),
      faults: {
        commitments: 80,
        committers: 80,
        someCommitter: 80,
        due: 80,
        polarity: 80,
        kind: 80,
        all: 80,
        allSome: 80,
      },
    },
    {
      of: 'a core commitment not found',
      spoil: ({ commitments }) => void commitments.shift(),
      faults: {
        commitments: 67,
        commitmentsCore: 0,
        committers: 67,
        someCommitter: 67,
        due: 67,
        dueDates: 0,
        polarity: 67,
        kind: 67,
        all: 67,
        allSome: 67,
      },
    },
    {
      of: 'an actor whose key is another’s, though its words are right',
      spoil: ({ entities }) => void (entities[1] = actor('Q796', 'العراق', [span('الأردن')])),
      faults: { actors: 75, actorsCore: 67, committers: 50, all: 50, attribution: 50 },
    },
    {
      of: 'an actor known by words alone',
      spoil: ({ entities }) =>
        void (entities[1] = { ...actor('h4sh', 'المملكة', [span('والأردن')]), id: 'actor:Q810' }),
      faults: {},
    },
    {
      of: 'a named actor that is none',
      spoil: ({ entities }) => void entities.push(actor('no', 'سفارتها', [span('سفارتها')])),
      faults: { actors: 89 },
    },
    {
      of: 'a description that the gold lacks',
      spoil: ({ entities }) => void entities.push(actor('no', 'سفارتها', [span('سفارتها')], false)),
      faults: {},
    },
    {
      of: 'a date resolved to other days',
      spoil: ({ dates }) => void (dates[0]!.interval = { from: '2025-01-01', until: '2026-01-01' }),
      faults: { datesResolved: 0 },
    },
    {
      of: 'a duration, which the gold leaves out',
      spoil: ({ dates }) => void dates.push({ ...dates[0]!, ...span('5 ملايين'), type: 'duration' }),
      faults: {},
    },
    {
      of: 'a place not found',
      spoil: ({ entities }) => void entities.pop(),
      faults: { places: 0, placesCore: 0, whereabouts: 0 },
    },
  ])('counts $of', ({ spoil, faults: expected }) => {
    expect(faults(spoil)).toEqual(expected)
  })

  it('gives a clause that covers two to the one with its trigger', () => {
    const graph = perfect()
    const both = { start: span(AID).start, end: span(EMBASSY).end }
    graph.commitments = [
      { ...graph.commitments[1]!, evidence: { ...both, quote: text.slice(both.start, both.end) } },
    ]
    const { scores } = scoreArticle(gold, graph)
    expect(scores.polarity).toEqual({ gold: 2, predicted: 1, right: 1 })
  })

  it('does not judge what is read at the foot of the page', () => {
    const foot = span('وقف القصف.')
    const graph = perfect()
    graph.entities.push(actor('no', 'القصف', [span('القصف')]))
    graph.dates.push({ ...graph.dates[0]!, ...span('وقف') })
    expect(scoreArticle({ ...gold, boilerplate: [foot] }, graph).findings).toEqual([])
    expect(scoreArticle(gold, graph).findings.map(({ what }) => what)).toEqual(['date', 'actor'])
  })

  it('says what went wrong, where', () => {
    const graph = perfect()
    graph.commitments[0]!.committers = ['actor:Q846', 'actor:Q822']
    graph.commitments[1]!.evidence = span('دعت قطر إسرائيل إلى وقف القصف')
    const lines = scoreArticle(gold, graph).findings.map(({ outcome, detail, sentence }) => [
      outcome,
      detail,
      sentence.slice(0, 9),
    ])
    expect(lines).toEqual([
      ['wrong', 'committers قطر، لبنان, not قطر، الأردن', 'أعلنت قطر'],
      ['miss', 'refusal: إغلاق السفارة', 'أعلنت قطر'],
      ['false alarm', 'refusal by test (a demand on others)', 'ودعت قطر '],
    ])
  })
})
