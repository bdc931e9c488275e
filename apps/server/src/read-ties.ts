import type { GraphStore } from '@mithaq/loader'
import { tieViewSchema } from '@mithaq/model'
import type { TieView } from '@mithaq/model'
import { z } from 'zod'

const TIES = `MATCH (a:Commitment)-[r:RESTATES|AMENDS|CONTRADICTS|FULFILS]->(b:Commitment)
RETURN a.id AS from, type(r) AS relation, b.id AS to ORDER BY from, relation, to`

/** All of them: ties join few commitments of many, and the viewer looks both ways. */
const LIMITS = { maxRows: 100_000, timeoutMs: 60_000 }

/** What commitments do to each other, across articles and time. */
export async function readTies(store: GraphStore): Promise<TieView[]> {
  const { columns, rows } = await store.query(TIES, {}, LIMITS)
  const named = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])))
  return z.array(tieViewSchema).parse(named)
}
