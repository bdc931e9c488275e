/** Values as the database has them, and words that would be harm elsewhere. */
import { describe, expect, it } from 'vitest'
import type { GraphStore } from '../src/index.ts'
import { aid, hostile } from './articles.ts'
import type { Subject } from './contract.ts'
import { snapshot } from './snapshot.ts'

export function describeValues(subject: Subject): void {
  let store: GraphStore
  const filled = async (): Promise<void> => {
    store = await subject.filled()
  }
  const rows = async (cypher: string, params?: Record<string, unknown>): Promise<unknown[][]> =>
    (await store.query(cypher, params)).rows

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
}
