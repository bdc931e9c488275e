/** What the read side must answer on every store. */
import { articleSummarySchema, articleViewSchema, commitmentViewSchema, graphViewSchema } from '@mithaq/model'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  articleView,
  commitmentViews,
  egoView,
  firstDue,
  type GraphStore,
  graphView,
  listArticles,
  mostBound,
} from '../src/index.ts'
import { aid, articles, empty, refusal, withdrawal } from './articles.ts'
import { expectedGraph } from './expected-graph.ts'

const AS_OF = '2026-01-15'

const ids = (all: readonly { id: string }[]): string[] => all.map((one) => one.id).sort()

/** @param filled a store with all of the articles */
export function describeViews(filled: () => Promise<GraphStore>): void {
  describe('views', () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await filled()
    })

    it('show the whole graph', async () => {
      const view = graphViewSchema.parse(await graphView(store))
      const { nodes, relations } = expectedGraph(articles)
      expect(view.nodes.map(({ id }) => id).sort()).toEqual(nodes)
      expect(view.edges.map(({ id }) => id).sort()).toEqual(relations)
      expect(view.truncated).toBe(false)
      expect(view.nodes.find(({ id }) => id === 'actor:Q30')).toEqual({
        id: 'actor:Q30',
        label: 'Actor',
        type: 'Country',
        name: 'الولايات المتحدة',
        nameEn: 'United States',
      })
    })

    it('show the best tied nodes of a graph that is too large', async () => {
      const view = graphViewSchema.parse(await graphView(store, { limit: 4 }))
      expect(view.nodes).toHaveLength(4)
      expect(view.truncated).toBe(true)
      const shown = new Set(view.nodes.map(({ id }) => id))
      expect(view.edges.every(({ source, target }) => shown.has(source) && shown.has(target))).toBe(true)
    })

    it('show what surrounds a node', async () => {
      const near = graphViewSchema.parse(await egoView(store, 'actor:Q11209'))
      expect(near.nodes[0]?.id).toBe('actor:Q11209')
      expect(near.nodes.map(({ label }) => label).sort()).toEqual(['Actor', 'Actor', 'Article', 'Statement'])
      const far = graphViewSchema.parse(await egoView(store, 'actor:Q11209', { hops: 2 }))
      expect(far.nodes.length).toBeGreaterThan(near.nodes.length)
      expect(graphViewSchema.parse(await egoView(store, 'actor:Q30', { hops: 3, limit: 5 }))).toMatchObject({
        truncated: true,
      })
      for (const id of ['actor:none', 'nothing', '', "actor:'}) DETACH DELETE n"])
        expect(await egoView(store, id)).toEqual({ nodes: [], edges: [], truncated: false })
    })

    it('list the articles, the newest first', async () => {
      const list = (await listArticles(store)).map((each) => articleSummarySchema.parse(each))
      expect(list.map(({ published }) => published)).toEqual([
        '2025-05-05',
        '2025-03-01',
        '2025-01-10',
        '2024-09-27',
        null,
      ])
      expect(list[3]).toEqual({
        id: withdrawal.article.id,
        title: withdrawal.article.title,
        publisher: 'رويترز',
        url: 'https://example.org/withdrawal',
        published: '2024-09-27',
        commitments: 2,
      })
    })

    it('show an article with its marks', async () => {
      const view = articleViewSchema.parse(await articleView(store, withdrawal.article.id))
      expect(view.text).toBe(withdrawal.article.text)
      expect(view.commitments).toBe(2)
      const read = view.marks.map(({ label, start, end }) => [label, view.text.slice(start, end)])
      expect(read).toContainEqual(['Actor', 'الولايات المتحدة'])
      expect(read).toContainEqual(['Date', 'سبتمبر 2025'])
      expect(read).toContainEqual(['Commitment', 'وتعهدت الولايات المتحدة بحماية المستشارين'])
      expect(view.marks.map(({ start }) => start)).toEqual(
        view.marks.map(({ start }) => start).sort((a, b) => a - b),
      )
      expect(articleViewSchema.parse(await articleView(store, empty.article.id)).marks).toEqual([])
      expect(await articleView(store, 'article:none')).toBeNull()
    })

    it('show the ledger', async () => {
      const views = await commitmentViews(store, { asOf: AS_OF })
      for (const view of views) commitmentViewSchema.parse(view)
      expect(views.map(({ status, action }) => [status, action]).slice(0, 2)).toEqual([
        ['overdue', 'انسحاب القوات من قاعدة عين الأسد'],
        ['due', 'تقديم مساعدات'],
      ])
      expect(views).toHaveLength(7)
      expect(views[0]).toMatchObject({
        kind: 'agreement',
        committers: [
          { id: 'actor:Q796', name: 'العراق', nameEn: 'Iraq' },
          { id: 'actor:Q30', name: 'الولايات المتحدة', nameEn: 'United States' },
        ],
        places: [
          { name: 'حرير', role: 'toward' },
          { name: 'عين الأسد', role: 'from' },
        ],
        begins: null,
        due: { start: '2025-09-01', end: '2025-09-30' },
        condition: 'إذا توقفت الهجمات',
        statedBy: [
          { name: 'رويترز', named: true, verb: 'لوكالة رويترز' },
          { name: 'مسؤولون أميركيون', named: false, verb: 'قال' },
        ],
        article: { id: withdrawal.article.id, published: '2024-09-27' },
      })
      expect(views[1]).toMatchObject({
        quantity: { value: 500_000_000, unit: 'USD', approximate: true },
        creditors: [{ id: 'actor:Q796' }],
        origin: 'llm',
      })
      expect(views[0]).not.toHaveProperty('origin')
    })

    it('tell who and what has a part in each commitment, and which fall due first', async () => {
      const views = await commitmentViews(store, { asOf: AS_OF })
      const { parts, counts } = await mostBound(store, 100)
      expect(ids(parts)).toEqual(ids(views.filter(({ committers }) => committers.length > 0)))
      for (const { id, committers, others } of parts) {
        const view = views.find((one) => one.id === id)!
        expect(committers.toSorted()).toEqual(ids(view.committers))
        expect(others.toSorted()).toEqual(ids([view.creditors, view.concerns, view.places].flat()))
      }
      expect(counts.get('actor:Q796')).toBe(
        views.filter((one) =>
          [one.committers, one.creditors, one.concerns].flat().some(({ id }) => id === 'actor:Q796'),
        ).length,
      )
      const most = (await mostBound(store, 1)).parts
      expect(most.length).toBeGreaterThan(0)
      expect(most).toEqual(parts.filter(({ committers }) => committers.includes('actor:Q30')))
      const due = views.filter((one) => one.due !== null).map(({ id }) => id)
      expect(await firstDue(store, 100)).toEqual(due)
      expect(await firstDue(store, 1)).toEqual(due.slice(0, 1))
      expect(await commitmentViews(store, { asOf: AS_OF, ids: due })).toEqual(views.slice(0, due.length))
    })

    it.each([
      [{ actor: 'الولايات المتحدة' }, 4],
      [{ actor: 'الولايات المتحده' }, 4],
      [{ actor: 'united states' }, 4],
      [{ actor: 'واشنطن' }, 4],
      [{ actor: 'actor:Q796' }, 2],
      [{ actor: 'لا أحد' }, 0],
      [{ dueBefore: '2026-01-01' }, 1],
      [{ dueBefore: '2025-09-30' }, 0],
      [{ status: 'overdue' as const }, 1],
      [{ status: 'pending' as const }, 1],
      [{ article: refusal.article.id }, 2],
      [{ article: aid.article.id, actor: 'Iraq' }, 0],
      [{ ids: [] }, 0],
      [{ ids: ['commitment:none'] }, 0],
    ])('narrow the ledger: %j gives %i', async (filter, count) => {
      expect(await commitmentViews(store, { asOf: AS_OF, ...filter })).toHaveLength(count)
    })
  })
}
