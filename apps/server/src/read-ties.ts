import type { GraphStore } from '@mithaq/loader'
import { tieViewSchema } from '@mithaq/model'
import type { TieView } from '@mithaq/model'
import { z } from 'zod'

const TOLD_BY = [
  `MATCH (a:Commitment)-[r:RESTATES|AMENDS|CONTRADICTS|FULFILS]->(b:Commitment) MATCH (a)-[:IN]->(by:Article)
   RETURN a.id AS from, type(r) AS relation, b.id AS to, r.rule AS rule, by.published AS published`,
  `MATCH (by:Article)-[r:FULFILS]->(b:Commitment)
   RETURN by.id AS from, type(r) AS relation, b.id AS to, r.rule AS rule, by.published AS published`,
]

/** All of them: ties join few commitments of many, and the viewer looks both ways. */
const LIMITS = { maxRows: 100_000, timeoutMs: 60_000 }

/** What commitments, and deeds that articles report, do to commitments across articles and time. */
export async function readTies(store: GraphStore): Promise<TieView[]> {
  const ties: unknown[] = []
  for (const question of TOLD_BY) {
    const { columns, rows } = await store.query(`${question} ORDER BY from, relation, to`, {}, LIMITS)
    ties.push(...rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))))
  }
  return z.array(tieViewSchema).parse(ties)
}
