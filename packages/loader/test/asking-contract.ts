/** What may be asked of a store, and how far it goes. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../src/index.ts'
import type { Subject } from './contract.ts'
import { snapshot } from './snapshot.ts'

export function describeAsking(subject: Subject): void {
  let store: GraphStore
  const filled = async (): Promise<void> => {
    store = await subject.filled()
  }
  const rows = async (cypher: string, params?: Record<string, unknown>): Promise<unknown[][]> =>
    (await store.query(cypher, params)).rows

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
}
