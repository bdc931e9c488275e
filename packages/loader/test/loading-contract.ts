/** What comes into a store and goes from it: exact, whatever came before. */
import type { ArticleGraph } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GraphStore } from '../src/index.ts'
import { arbitraryRecord } from './arbitrary-record.ts'
import { aid, aidDraft, articles, refusal, refusalDraft, withdrawal, withdrawalDraft } from './articles.ts'
import { buildRecord } from './build-record.ts'
import type { Subject } from './contract.ts'
import { expectedGraph, graphOf, standing } from './expected-graph.ts'
import { snapshot } from './snapshot.ts'

export function describeLoading(subject: Subject, sequences: number): void {
  let store: GraphStore
  const filled = async (records: readonly ArticleGraph[] = articles): Promise<void> => {
    store = await subject.filled(records)
  }
  const rows = async (cypher: string, params?: Record<string, unknown>): Promise<unknown[][]> =>
    (await store.query(cypher, params)).rows

  const aliasesOf = async (id: string): Promise<unknown> =>
    (await rows('MATCH (a:Actor {id: $id}) RETURN a.aliases', { id }))[0]?.[0]

  describe('loading', () => {
    it('writes every node and relation, and says how many', async () => {
      store = await subject.fresh()
      const report = await store.load(articles)
      const { nodes, relations } = expectedGraph(articles)
      expect(report).toEqual({
        articles: articles.length,
        nodes: nodes.length,
        relations: relations.length,
        unchanged: 0,
        replaced: 0,
      })
      expect(await graphOf(store)).toEqual(expectedGraph(articles))
    })

    it('changes nothing the second time', async () => {
      await filled()
      const before = await snapshot(store)
      const report = await store.load(articles)
      expect(report).toMatchObject({ nodes: 0, relations: 0, unchanged: articles.length, replaced: 0 })
      expect(await snapshot(store)).toEqual(before)
    })

    it('gives one graph in any order and any grouping', async () => {
      await filled()
      const before = await snapshot(store)
      await filled([])
      for (const record of articles.toReversed()) await store.load([record])
      expect(await snapshot(store)).toEqual(before)
    })

    it('takes streams and tells how far it is', async () => {
      store = await subject.fresh()
      const seen: number[] = []
      await store.load(streamOf(articles), { onProgress: ({ articles: done }) => seen.push(done) })
      expect(seen.at(-1)).toBe(articles.length)
    })

    it('writes a record that comes twice in one load once', async () => {
      await filled([withdrawal, withdrawal, aid])
      expect(await graphOf(store)).toEqual(expectedGraph([withdrawal, aid]))
    })
  })

  describe('an article that changed', () => {
    const first = buildRecord({ ...aidDraft, id: 'given' })
    const second = buildRecord({ ...refusalDraft, id: 'given' })

    it('takes away what it alone said and keeps what others say', async () => {
      await filled([withdrawal, first])
      expect(await rows("MATCH (a:Actor {id: 'actor:Q11209'}) RETURN a.name")).toEqual([['البنتاغون']])
      expect(await aliasesOf('actor:Q30')).toEqual(['الولايات المتّحدة', 'واشنطن'])
      const report = await store.load([second])
      expect(report).toMatchObject({ articles: 1, replaced: 1, unchanged: 0 })
      expect(await rows("MATCH (a:Actor {id: 'actor:Q11209'}) RETURN a.name")).toEqual([])
      expect(await aliasesOf('actor:Q30')).toEqual([])
      expect(await graphOf(store)).toEqual(expectedGraph([withdrawal, second]))
      const changed = await snapshot(store)
      await filled([second, withdrawal])
      expect(await snapshot(store)).toEqual(changed)
    })

    it('is known by its address where no id was given', async () => {
      const edited = buildRecord({
        ...withdrawalDraft,
        text: withdrawalDraft.text.replace('المستشارين', 'الدبلوماسيين'),
        commitments: withdrawalDraft.commitments!.slice(0, 1),
      })
      expect(edited.article.id).not.toBe(withdrawal.article.id)
      await filled([withdrawal, refusal])
      expect(await store.load([edited])).toMatchObject({ replaced: 1 })
      expect(await graphOf(store)).toEqual(expectedGraph([refusal, edited]))
    })

    it('is another article where an id was given', async () => {
      const given = buildRecord({ ...withdrawalDraft, id: 'mine' })
      await filled([withdrawal, given])
      expect(await graphOf(store)).toEqual(expectedGraph([withdrawal, given]))
    })
  })

  describe('unloading', () => {
    it('leaves the graph as if the article had never been there', async () => {
      await filled(articles.filter((record) => record !== refusal))
      const without = await snapshot(store)
      await filled()
      expect(await store.unload(refusal.article.id)).toBe(true)
      expect(await snapshot(store)).toEqual(without)
      expect(await store.unload(refusal.article.id)).toBe(false)
      for (const { article } of articles) await store.unload(article.id)
      expect(await snapshot(store)).toEqual({ nodes: [], relations: [] })
    })

    it('of what is not there is no fault', async () => {
      await filled()
      const before = await snapshot(store)
      expect(await store.unload("article:nope'}) DETACH DELETE n //")).toBe(false)
      expect(await snapshot(store)).toEqual(before)
    })
  })

  it('is exact under random sequences of load, change and unload', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.array(arbitraryRecord, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.nat(9) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        store = await subject.fresh()
        let live: ArticleGraph[] = []
        for (const action of steps) {
          if (typeof action === 'number') {
            const victim = live[action % Math.max(1, live.length)]
            await store.unload(victim?.article.id ?? 'article:none')
            live = live.filter((record) => record !== victim)
          } else {
            await store.load(action)
            live = standing([...live, ...action])
          }
        }
        expect(await graphOf(store)).toEqual(expectedGraph(live))
        // To the last property, whatever was there before.
        const reached = await snapshot(store)
        await filled(live)
        expect(await snapshot(store)).toEqual(reached)
      }),
      // Stopped by itself, before the time of the test is over: what goes on behind a test spoils those after it.
      { numRuns: sequences, interruptAfterTimeLimit: 560_000, markInterruptAsFailure: true },
    )
    // A second a sequence at the very most; a busy machine is no fault of the loader.
  }, 600_000)
}

async function* streamOf<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}
