/** What a store must do, whichever database is behind it. */
import type { ArticleGraph } from '@mithaq/model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type GraphStore, RecordError } from '../src/index.ts'
import { arbitraryRecord } from './arbitrary-record.ts'
import {
  aid,
  aidDraft,
  articles,
  followUp,
  hostile,
  refusal,
  refusalDraft,
  withdrawal,
  withdrawalDraft,
} from './articles.ts'
import { buildRecord } from './build-record.ts'
import { expectedGraph, graphOf, standing } from './expected-graph.ts'
import { describeQuestions } from './questions-contract.ts'
import { describeLinks } from './links-contract.ts'
import { snapshot } from './snapshot.ts'
import { describeViews } from './views-contract.ts'

export interface Fixture {
  /** An empty store; the one before it is closed. */
  fresh(): Promise<GraphStore>
  end(): Promise<void>
}

export interface ContractOptions {
  /** Random sequences of load, change and unload. */
  sequences: number
}

export function describeStore(
  name: string,
  fixture: () => Promise<Fixture>,
  { sequences }: ContractOptions,
): void {
  // oxlint-disable-next-line vitest/valid-title -- the caller names the store
  describe(name, () => {
    let from: Fixture
    let store: GraphStore
    beforeAll(async () => {
      from = await fixture()
    })
    afterAll(() => from.end())
    const filled = async (records: readonly ArticleGraph[] = articles): Promise<GraphStore> => {
      store = await from.fresh()
      await store.load(records)
      return store
    }
    const rows = async (cypher: string, params?: Record<string, unknown>): Promise<unknown[][]> =>
      (await store.query(cypher, params)).rows

    const aliasesOf = async (id: string): Promise<unknown> =>
      (await rows('MATCH (a:Actor {id: $id}) RETURN a.aliases', { id }))[0]?.[0]

    describe('loading', () => {
      it('writes every node and relation, and says how many', async () => {
        store = await from.fresh()
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
        store = await from.fresh()
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
          store = await from.fresh()
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
        }),
        { numRuns: sequences },
      )
      // A second a sequence at the very most; a busy machine is no fault of the loader.
    }, 400_000)

    describe('values', () => {
      it('are dates, integers, booleans, lists and points of the database', async () => {
        await filled()
        expect(
          await rows(
            `MATCH (p:Place {nameEn: 'Ain al-Asad'})
             RETURN p.location.latitude AS latitude, p.location.longitude AS longitude`,
          ),
        ).toEqual([[33.7856, 42.4412]])
        expect(
          await rows(
            "MATCH (d:Date {id: 'date:2025-09'}) RETURN d.start.year, d.start < date('2025-09-02'), d.start, d.end, d.precision, d.label",
          ),
        ).toEqual([[2025, true, '2025-09-01', '2025-09-30', 'month', 'سبتمبر 2025']])
        expect(
          await rows(
            'MATCH (c:Commitment) WHERE c.quantity > 1000 RETURN c.quantity, c.approximate, c.start + 1 > 0',
          ),
        ).toEqual([[500_000_000, true, true]])
        expect(
          await rows('MATCH (a:Article)-[m:MENTIONS]->({id: $id}) RETURN m.count, m.spans ORDER BY m.count', {
            id: 'actor:Q30',
          }),
        ).toEqual([
          [1, [46, 62]],
          [2, [6, 23, 108, 114]],
        ])
        expect(await rows('MATCH (a:Actor) WHERE NOT a.named RETURN a.name')).toEqual([['مسؤولون أميركيون']])
        expect(await rows('MATCH (a:Article {id: $id}) RETURN a.published', { id: aid.article.id })).toEqual([
          ['2025-03-01'],
        ])
      })

      it('of an open interval are absent', async () => {
        await filled()
        expect(
          await rows(
            "MATCH (d:Date {id: 'date:2027-01-01/..'}) RETURN d.start, d.end, d.end IS NULL, d.precision",
          ),
        ).toEqual([['2027-01-01', null, true, 'open']])
      })

      it('carry a second label', async () => {
        await filled()
        expect(await rows('MATCH (c:Actor:Country) RETURN c.id ORDER BY c.id')).toEqual([
          ['actor:Q30'],
          ['actor:Q796'],
        ])
        expect(await rows('MATCH (c:Place:Facility) RETURN count(c)')).toEqual([[2]])
      })

      it('come back as plain JSON', async () => {
        await filled()
        expect(
          await rows(
            "MATCH (a:Actor {id: 'actor:Q796'})-[r:TERRITORY]->(p:Place) RETURN a.id, p, r, [1, 1.5, null, {x: true}] AS list, date('2025-01-31') AS day",
          ),
        ).toEqual([
          [
            'actor:Q796',
            {
              labels: ['Country', 'Place'],
              properties: {
                aliases: [],
                id: 'place:Q796',
                iso: 'IQ',
                name: 'العراق',
                nameEn: 'Iraq',
                wikidata: 'Q796',
              },
            },
            { type: 'TERRITORY', properties: { basis: 'stated', evidence: ['العراق'], rule: 'tie' } },
            [1, 1.5, null, { x: true }],
            '2025-01-31',
          ],
        ])
      })

      it('go in as parameters, integers as integers', async () => {
        await filled()
        expect(await rows('UNWIND $list AS x RETURN x', { list: [1, 2.5, 'ثلاثة', true, null] })).toEqual([
          [1],
          [2.5],
          ['ثلاثة'],
          [true],
          [null],
        ])
        expect(await rows('MATCH (a:Actor) RETURN a.id ORDER BY a.id LIMIT $n', { n: 1 })).toHaveLength(1)
      })
    })

    it('takes hostile words as words', async () => {
      await filled()
      const before = await snapshot(store)
      expect(
        await rows('MATCH (a:Article {id: $id}) RETURN a.title, a.text', { id: hostile.article.id }),
      ).toEqual([[hostile.article.title, hostile.article.text]])
      expect(
        await rows('MATCH (p:Place {name: $name}) RETURN p.name', { name: "'}) MATCH (n) DELETE n; //" }),
      ).toHaveLength(1)
      expect(await rows('MATCH (n) WHERE n.id = $id RETURN n', { id: "x' OR 1 = 1 //" })).toEqual([])
      expect(await snapshot(store)).toEqual(before)
    })

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
        [
          'a date that is not its interval',
          'dates[0].id',
          (record) => void (record.dates[0].id = 'date:2024'),
        ],
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
        store = await from.fresh()
        await expect(store.load([refusal, {} as ArticleGraph, aid])).rejects.toThrow(
          /record number 2: schema/u,
        )
        expect(await graphOf(store)).toEqual(expectedGraph([refusal]))
      })

      it('is skipped where the caller takes it', async () => {
        store = await from.fresh()
        const refused: string[] = []
        await store.load([refusal, {} as ArticleGraph, aid], {
          onBadRecord: ({ record }) => refused.push(record),
        })
        expect(refused).toEqual(['number 2'])
        expect(await graphOf(store)).toEqual(expectedGraph([refusal, aid]))
      })
    })

    describe('questions', () => {
      beforeAll(() => filled())

      it.each([
        ['CREATE (n:Actor {id: 1})'],
        ['MATCH (n) DETACH DELETE n'],
        ['MATCH (n) SET n.name = 1'],
        ['MATCH (n) REMOVE n.name'],
        ['MATCH (n) WITH n MERGE (m:X {id: n.id}) RETURN m'],
        ['match (n) /* harmless */ delete n'],
        ['MATCH (n) FOREACH (x IN [1] | SET n.x = x)'],
        ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"],
        ["MATCH (n) LOAD CSV FROM 'https://example.org' AS line RETURN line"],
        ['UNWIND [1] AS x CALL { CREATE (:X) } RETURN x'],
        ['CALL dbms.listConfig()'],
        ['CALL db.labels() YIELD label CALL dbms.listConfig() YIELD name RETURN name'],
        ['DROP INDEX actor_id'],
        ['SHOW INDEXES'],
        ['RETURN 1; MATCH (n) DETACH DELETE n'],
        ['INSERT (:X)'],
        ['// note\nCREATE (n)'],
        ['RETURN "a" // \n CREATE (n)'],
        [String.raw`MATCH (n) \u0044ELETE n`],
        [String.raw`RETURN 'x\u0027 LOAD CSV FROM \u0027file:///etc/passwd\u0027 AS l RETURN l'`],
        ['EXPLAIN CREATE (n)'],
      ])('refuse to write: %s', async (cypher) => {
        const before = await snapshot(store)
        await expect(store.query(cypher)).rejects.toMatchObject({ code: 'write-refused' })
        expect(await snapshot(store)).toEqual(before)
      })

      it.each([
        ['MATCH (n:Actor) WHERE n.name = "CREATE" RETURN n'],
        ["MATCH (n) WHERE n.name = 'DELETE // SET' RETURN n"],
        ['MATCH (n) // DELETE n\nRETURN count(n)'],
        ['MATCH (n) /* SET n.x = 1 */ RETURN count(n)'],
        ['MATCH (c:Commitment)-[:IN]->(a:Article) RETURN c.id, a.id'],
        ['MATCH (a:Actor) CALL { WITH a MATCH (a)-[:COMMITS_TO]->(c) RETURN count(c) AS n } RETURN a.id, n'],
        ['CALL db.labels()'],
        ['MATCH (a:Actor) RETURN a.id AS start ORDER BY start;'],
      ])('take words that only look like writing: %s', async (cypher) => {
        await expect(store.query(cypher)).resolves.toBeDefined()
      })

      it('say what is wrong with bad Cypher', async () => {
        await expect(store.query('MATCH (n RETURN n')).rejects.toMatchObject({ code: 'bad-cypher' })
        await expect(store.query('RETURN $missing')).rejects.toThrow(/missing/u)
        await expect(store.query(' // nothing\n')).rejects.toMatchObject({ code: 'bad-cypher' })
        await expect(store.query('RETURN nosuchfunction(1)')).rejects.toMatchObject({ code: 'bad-cypher' })
      })

      it('stop at the limit of rows and say so', async () => {
        expect(await store.query('UNWIND range(1, 10) AS x RETURN x', {}, { maxRows: 3 })).toEqual({
          columns: ['x'],
          rows: [[1], [2], [3]],
          truncated: true,
        })
        expect(await store.query('UNWIND range(1, 3) AS x RETURN x', {}, { maxRows: 3 })).toMatchObject({
          truncated: false,
        })
      })

      it('stop at the limit of time', async () => {
        // Neo4j looks only every two seconds for what has run too long; an embedded store that writes runs it to its end.
        const many = store.kind === 'neo4j' ? 8_000 : 1_500
        const long = `UNWIND range(1, ${many}) AS x UNWIND range(1, ${many}) AS y WITH x, y WHERE x * y % 7 = 8 RETURN count(*) AS n`
        await expect(store.query(long, {}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timeout' })
        expect(await rows('RETURN 1 AS one')).toEqual([[1]])
      })
    })

    describeQuestions(() => filled([...articles, followUp]))
    describeLinks(filled, sequences)
    describeViews(filled)
  })
}

async function* streamOf<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

/** A record about to be spoiled. */
// oxlint-disable-next-line typescript/no-explicit-any -- its point is to hold what no type allows
type Draft = any
