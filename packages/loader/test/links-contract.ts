/** Links between commitments, on every store. */
import { type ArticleGraph, findLinks, linkedArticle, NEAREST_LINKS } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GraphStore, commitmentViews, loadQuestions } from '../src/index.ts'
import { articles, followUp } from './articles.ts'
import { arbitraryNews } from './arbitrary-news.ts'
import { buildRecord, type RecordDraft } from './build-record.ts'
import { standing } from './expected-graph.ts'
import { snapshot } from './snapshot.ts'

const turkey = { kind: 'actor', type: 'Country', name: 'تركيا', wikidata: 'Q43' } as const
const ministry = { kind: 'actor', type: 'Government', name: 'وزارة الدفاع التركية' } as const
const camp = { kind: 'place', type: 'Facility', name: 'معسكر بعشيقة' } as const
const from = [{ id: 'camp', role: 'from' as const }]

const pledgeDraft: RecordDraft = {
  text: 'تعهدت تركيا بسحب 600 جندي من معسكر بعشيقة قبل نهاية آذار.',
  published: '2016-01-10',
  entities: { turkey, camp },
  commitments: [
    {
      evidence: 'تعهدت تركيا بسحب 600 جندي من معسكر بعشيقة قبل نهاية آذار',
      action: 'سحب 600 جندي من معسكر بعشيقة',
      by: ['turkey'],
      places: from,
      due: '2016-03-31',
      quantity: { value: 600, unit: 'جندي', approximate: false },
    },
  ],
}

const pledge = buildRecord(pledgeDraft)

const delay = buildRecord({
  text: 'وزارة الدفاع التركية: تركيا ستسحب 400 جندي من معسكر بعشيقة قبل نهاية حزيران.',
  published: '2016-03-24',
  entities: { ministry, turkey: { ...turkey, as: ['تركيا'] }, camp },
  commitments: [
    {
      evidence: 'ستسحب 400 جندي من معسكر بعشيقة قبل نهاية حزيران',
      action: 'سحب 400 جندي من معسكر بعشيقة',
      by: ['ministry'],
      places: from,
      due: '2016-06-30',
      quantity: { value: 400, unit: 'جندي', approximate: false },
    },
  ],
  ties: [['ministry', 'PART_OF', 'turkey', 'وزارة الدفاع التركية']],
})

const refusal = buildRecord({
  text: 'قالت تركيا إنها لن تسحب جنودها من معسكر بعشيقة.',
  published: '2016-04-12',
  entities: { turkey, camp },
  commitments: [
    {
      evidence: 'لن تسحب جنودها من معسكر بعشيقة',
      action: 'سحب جنودها من معسكر بعشيقة',
      by: ['turkey'],
      kind: 'refusal',
      polarity: 'negative',
      places: from,
    },
  ],
})

const doneText = 'سحبت تركيا 400 جندي من معسكر بعشيقة.'
const doneBase = buildRecord({
  text: doneText,
  id: 'done',
  published: '2016-07-03',
  entities: { turkey, camp },
})
const done = {
  ...doneBase,
  deeds: [
    {
      evidence: { start: 0, end: doneText.length - 1, quote: doneText.slice(0, -1) },
      action: { ar: 'سحب 400 جندي من معسكر بعشيقة' },
      actors: ['actor:Q43'],
      places: [{ id: doneBase.entities.find(({ kind }) => kind === 'place')!.id, role: 'from' as const }],
      quantity: { value: 400, unit: 'جندي', approximate: false },
      on: null,
    },
  ],
}

/** A pledge, what amends it, what takes it back, and its fulfilment. */
export const story = [pledge, delay, refusal, done]
const [promised, delayed, refused] = [pledge, delay, refusal].map(({ commitments }) => commitments[0]!.id)

const LINKS = `MATCH (a)-[r:RESTATES|AMENDS|CONTRADICTS|FULFILS]->(b:Commitment)
  RETURN a.id, type(r), b.id, r.rule, r.reason, r.evidence, r.basis ORDER BY a.id, type(r), b.id`

/** What comparing all with all finds. */
export const linksOf = (all: readonly ArticleGraph[]): string[] =>
  findLinks(all.map(linkedArticle))
    .map(({ from, relation, to, rule, reason, evidence }) =>
      JSON.stringify([from, relation, to, rule, reason, evidence.map(({ quote }) => quote), 'implied']),
    )
    .sort()

export const linksIn = async (store: GraphStore): Promise<string[]> =>
  (await store.query(LINKS, {}, { maxRows: 100_000 })).rows.map((row) => JSON.stringify(row)).sort()

const statusesOn = async (store: GraphStore, asOf: string): Promise<Record<string, string>> =>
  Object.fromEntries((await commitmentViews(store, { asOf })).map(({ id, status }) => [id, status]))

export function describeLinks(
  filled: (of: readonly ArticleGraph[]) => Promise<GraphStore>,
  sequences: number,
): void {
  describe('links', () => {
    it('are what the linker finds in the records, with the words of both sides', async () => {
      const store = await filled(story)
      expect(await store.link()).toEqual({ articles: 4, created: 4, removed: 0 })
      const { rows } = await store.query(LINKS)
      expect(await linksIn(store)).toEqual(linksOf(story))
      expect(rows.map((row) => row.slice(0, 3))).toContainEqual([done.article.id, 'FULFILS', delayed])
    })

    it('stay as they are when drawn again, in whatever order the articles came', async () => {
      let store = await filled(story)
      await store.link()
      const before = await snapshot(store)
      expect(await store.link()).toEqual({ articles: 0, created: 0, removed: 0 })
      expect(await snapshot(store)).toEqual(before)
      store = await filled([])
      for (const record of story.toReversed()) {
        await store.load([record])
        await store.link()
      }
      expect(await snapshot(store)).toEqual(before)
    })

    it('go with either of their articles', async () => {
      const store = await filled([pledge, delay, done])
      await store.link()
      const before = await snapshot(store)
      await store.load([refusal])
      await store.link()
      await store.unload(refusal.article.id)
      expect(await snapshot(store)).toEqual(before)
      await store.unload(delay.article.id)
      expect((await store.query(LINKS)).rows).toEqual([])
    })

    it('follow an article that changes', async () => {
      const store = await filled([pledge, delay, done])
      await store.link()
      await store.load([{ ...doneBase, article: { ...doneBase.article, title: 'تصحيح' } }])
      await store.link()
      expect((await store.query(LINKS)).rows.map((row) => row[1])).toEqual(['AMENDS'])
    })

    it('are those of comparing all with all, whatever was loaded, changed, taken out and linked in between', async () => {
      const step = fc.oneof(
        { weight: 4, arbitrary: fc.array(arbitraryNews, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.nat(9) },
        { weight: 2, arbitrary: fc.constant('link' as const) },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
          const store = await filled([])
          let live: ArticleGraph[] = []
          for (const action of steps) {
            if (action === 'link') await store.link({ batchRows: 1 + (live.length % 5) })
            else if (typeof action === 'number') {
              const victim = live[action % Math.max(1, live.length)]
              await store.unload(victim?.article.id ?? 'article:none')
              live = live.filter((record) => record !== victim)
            } else {
              await store.load(action)
              live = standing([...live, ...action])
            }
          }
          await store.link({ batchRows: 3 })
          expect(await linksIn(store)).toEqual(linksOf(live))
        }),
        // Stopped by itself, before the time of the test is over: what goes on behind a test spoils those after it.
        { numRuns: sequences, interruptAfterTimeLimit: 560_000, markInterruptAsFailure: true },
      )
    }, 600_000)

    it('reach back only so far, and further when something nearer goes', async () => {
      const again = Array.from({ length: NEAREST_LINKS + 6 }, (_, i) =>
        buildRecord({ ...pledgeDraft, id: `again-${i}`, published: `2016-01-${10 + (i % 20)}` }),
      )
      const [middle, ...others] = [again[3]!, ...again.slice(0, 3), ...again.slice(4)]
      const store = await filled(others.toReversed())
      await store.link()
      expect(await linksIn(store)).toEqual(linksOf(others))
      await store.load([middle])
      await store.link()
      expect(await linksIn(store)).toEqual(linksOf(again))
      await store.unload(middle.article.id)
      expect(await store.link()).toMatchObject({ created: expect.any(Number), removed: 0 })
      expect(await linksIn(store)).toEqual(linksOf(others))
    })

    it('are exact where more restate each other than one may have, and older ones come late', async () => {
      const many = Array.from({ length: 3 * NEAREST_LINKS }, (_, i) =>
        buildRecord({ ...pledgeDraft, id: `many-${i}`, published: `2016-01-${10 + ((i * 7) % 20)}` }),
      )
      const store = await filled([])
      let live: ArticleGraph[] = []
      for (const turn of [3, 1, 2, 0]) {
        const some = many.filter((_, i) => i % 4 === turn)
        await store.load(some)
        await store.unload(live.at(-1)?.article.id ?? 'article:none')
        live = [...live.slice(0, -1), ...some]
        await store.link({ batchRows: 20 })
        expect(await linksIn(store)).toEqual(linksOf(live))
      }
    })

    it('of a new article are looked for among what it may be about', async () => {
      const store = await filled([pledge, delay, done])
      await store.link()
      await store.load([refusal])
      expect(await store.link()).toMatchObject({ articles: 1 })
    })

    it('give the ledger its status, day by day', async () => {
      const store = await filled(story)
      await store.link()
      const table: [string, string, string, string][] = [
        ['2016-03-01', 'active', 'active', 'active'],
        ['2016-03-24', 'amended', 'active', 'active'],
        ['2016-04-12', 'withdrawn', 'withdrawn', 'active'],
        ['2016-07-02', 'withdrawn', 'withdrawn', 'active'],
        ['2016-07-03', 'withdrawn', 'fulfilled', 'active'],
      ]
      for (const [day, first, second, third] of table)
        expect({ day, ...(await statusesOn(store, day)) }).toEqual({
          day,
          [promised!]: first,
          [delayed!]: second,
          [refused!]: third,
        })
    })

    it('are what the questions of the day go by, as the ledger does', async () => {
      const store = await filled([...story, ...articles, followUp])
      await store.link()
      const idsOf = async (name: string, day: string): Promise<string[]> => {
        const { cypher } = loadQuestions().find((question) => question.name === name)!
        const { columns, rows } = await store.query(cypher, { day })
        return [...new Set(rows.map((row) => String(row[columns.indexOf('commitment')])))].sort()
      }
      for (const day of [
        '2016-03-01',
        '2016-04-01',
        '2016-07-03',
        '2025-07-01',
        '2026-01-01',
        '2027-01-01',
      ]) {
        const told = (await commitmentViews(store, { asOf: day })).filter(({ kind }) => kind !== 'wish')
        const ids = (views: typeof told): string[] => views.map(({ id }) => id).sort()
        const overdue = told.filter((view) => view.status === 'overdue' && view.polarity === 'positive')
        const inForce = told.filter(
          ({ status, article: { published } }) =>
            ['active', 'due'].includes(status) && published !== null && published <= day,
        )
        expect({ day, ids: await idsOf('overdue', day) }).toEqual({ day, ids: ids(overdue) })
        expect({ day, ids: await idsOf('in-force-on', day) }).toEqual({ day, ids: ids(inForce) })
      }
    })
  })
}
