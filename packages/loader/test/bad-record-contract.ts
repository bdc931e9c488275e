/** Records that must not reach a store. */
import type { ArticleGraph } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { type GraphStore, RecordError } from '../src/index.ts'
import { aid, articles, refusal, withdrawal } from './articles.ts'
import type { Subject } from './contract.ts'
import { expectedGraph, graphOf } from './expected-graph.ts'
import { snapshot } from './snapshot.ts'

export function describeBadRecords(subject: Subject): void {
  let store: GraphStore
  const filled = async (records: readonly ArticleGraph[] = articles): Promise<void> => {
    store = await subject.filled(records)
  }

  describe('a bad record', () => {
    const cases: [string, string, (record: Draft) => void][] = [
      ['a null id', 'commitments[0].id', (record) => void (record.commitments[0].id = null)],
      ['an empty id', 'article.id', (record) => void (record.article.id = '')],
      [
        'a day that does not exist',
        'article.published.date',
        (record) => void (record.article.published.date = '2025-02-30'),
      ],
      [
        'a due day that does not exist',
        'commitments[0].due.until',
        (record) => void (record.commitments[0].due.until = '2025-13-01'),
      ],
      [
        'an end before the beginning',
        'commitments[0].due',
        (record) => void (record.commitments[0].due = { from: '2025-02-01', until: '2025-01-01' }),
      ],
      ['a date that is not its interval', 'dates[0].id', (record) => void (record.dates[0].id = 'date:2024')],
      [
        'a label from nowhere',
        'entities[0].type',
        (record) => void (record.entities[0].type = 'Actor) DETACH DELETE n //'),
      ],
      [
        'a relation from nowhere',
        'triples[0].predicate',
        (record) => void (record.triples[0].predicate = 'OWNS'),
      ],
      [
        'a relation to nowhere',
        'triples[0].object',
        (record) => void (record.triples[0].object = 'actor:Q1'),
      ],
      [
        'a place that commits',
        'triples[0].subject',
        (record) =>
          void Object.assign(record.triples[0], {
            subject: 'place:Q796',
            predicate: 'COMMITS_TO',
            object: record.commitments[0].id,
          }),
      ],
      ['another schema', 'schema', (record) => void (record.schema = 'mithaq/0')],
      [
        'an actor with the id of a place',
        'entities[0].id',
        (record) => void (record.entities[0].id = 'place:Q30'),
      ],
    ]

    it.each(cases)('%s is refused: %s', async (_, field, spoil) => {
      await filled([refusal])
      const before = await snapshot(store)
      const bad = structuredClone(withdrawal) as unknown as Draft
      spoil(bad)
      const error = await store.load([bad as unknown as ArticleGraph]).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(RecordError)
      expect(error).toMatchObject({ code: 'bad-record', field })
      expect(await snapshot(store)).toEqual(before)
    })

    it('stops the load after the good ones before it', async () => {
      store = await subject.fresh()
      await expect(store.load([refusal, {} as ArticleGraph, aid])).rejects.toThrow(/record number 2: schema/u)
      expect(await graphOf(store)).toEqual(expectedGraph([refusal]))
    })

    it('is skipped where the caller takes it', async () => {
      store = await subject.fresh()
      const refused: string[] = []
      await store.load([refusal, {} as ArticleGraph, aid], {
        onBadRecord: ({ record }) => refused.push(record),
      })
      expect(refused).toEqual(['number 2'])
      expect(await graphOf(store)).toEqual(expectedGraph([refusal, aid]))
    })
  })
}

/** A record about to be spoiled. */
// oxlint-disable-next-line typescript/no-explicit-any -- its point is to hold what no type allows
type Draft = any
