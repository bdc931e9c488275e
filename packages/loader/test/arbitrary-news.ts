/** News at random of few undertakings, told by few: what may restate, amend, contradict and fulfil each other. */
import type { ArticleGraph, Deed } from '@mithaq/model'
import fc from 'fast-check'
import { buildRecord, type RecordDraft } from './build-record.ts'

const turkey = { kind: 'actor', type: 'Country', name: 'تركيا', wikidata: 'Q43' } as const
const ministry = { kind: 'actor', type: 'Government', name: 'وزارة الدفاع التركية' } as const
const staff = { kind: 'actor', type: 'Government', name: 'هيئة الأركان' } as const
const agency = { kind: 'actor', type: 'Media', name: 'وكالة الأناضول' } as const
const camp = { kind: 'place', type: 'Facility', name: 'معسكر بعشيقة' } as const
const province = { kind: 'place', type: 'Region', name: 'نينوى' } as const

const ACTIONS = ['سحب القوات', 'إلغاء سحب القوات', 'سحب الجنود والقوات', 'تدريب الجنود']

/** Who is part of whom is told by some articles only, so that it comes and goes. */
export const arbitraryNews: fc.Arbitrary<ArticleGraph> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    published: fc.option(fc.constantFrom('2016-01-10', '2016-02-10', '2016-03-24', '2016-07-03'), {
      nil: undefined,
    }),
    by: fc.constantFrom('turkey', 'ministry', 'staff'),
    action: fc.constantFrom(...ACTIONS),
    place: fc.constantFrom('camp', 'province'),
    role: fc.constantFrom('from' as const, 'at' as const),
    due: fc.option(fc.constantFrom('2016-03-31', '2016-06-30'), { nil: undefined }),
    isNegative: fc.boolean(),
    isSaid: fc.boolean(),
    isDone: fc.boolean(),
    ties: fc.subarray<NonNullable<RecordDraft['ties']>[number]>([
      ['staff', 'PART_OF', 'ministry', 'هيئة الأركان'],
      ['ministry', 'PART_OF', 'turkey', 'وزارة الدفاع التركية'],
      ['camp', 'WITHIN', 'province', 'معسكر بعشيقة'],
    ]),
  })
  .map(({ id, published, by, action, place, role, due, isNegative, isSaid, isDone, ties }) => {
    const text = `${action}: ${[turkey, ministry, staff, agency, camp, province].map(({ name }) => name).join('، ')}.`
    const record = buildRecord({
      id,
      text,
      ...(published !== undefined && { published }),
      entities: { turkey, ministry, staff, agency, camp, province },
      ties,
      statements: isSaid ? { said: { by: ['agency'], cue: action, content: text } } : {},
      commitments: [
        {
          evidence: action,
          action,
          by: [by],
          places: [{ id: place, role }],
          polarity: isNegative ? 'negative' : 'positive',
          ...(due !== undefined && { due }),
          ...(isSaid && { in: 'said' }),
        },
      ],
    })
    const [commitment] = record.commitments
    const { evidence, committers, places } = commitment!
    const deed: Deed = { evidence, action: { ar: action }, actors: committers, places, on: null }
    commitment!.statedBy = record.statements.flatMap(({ sources }) => sources)
    if (isDone) record.deeds = [deed]
    return record
  })
