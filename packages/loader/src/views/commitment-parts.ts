import type { CommitmentParts } from '@mithaq/model'
import { ask, type Asked } from './ask.ts'

/** The commitments of the actors that most bind, and how often each actor and place has a part in any. */
export interface MostBound {
  parts: CommitmentParts[]
  counts: ReadonlyMap<string, number>
}

/**
 * What an overview is chosen from, by id alone: a tenth of what the whole ledger takes to read.
 *
 * @param actors so many of those whom most commitments bind
 * @example (await mostBound(store, 24)).parts[0] // { id: 'commitment:…', committers: ['actor:Q796'], others: [], dates: ['date:2025-09'] }
 */
export async function mostBound(store: Asked, actors: number): Promise<MostBound> {
  const ids = await ask<{ id: string }>(
    store,
    `MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment) WITH a.id AS id, count(c) AS n
     ORDER BY n DESC, id LIMIT $actors RETURN id`,
    { actors },
  )
  const rows = await ask<{ id: string; parts: string[] }>(
    store,
    `UNWIND $ids AS who MATCH (a:Actor {id: who}) MATCH (a)-[:COMMITS_TO]->(c:Commitment) WITH DISTINCT c
     MATCH (c)-[r:COMMITS_TO|OWED_TO|CONCERNS|AT|FROM|TOWARD|BEGINS|DUE]-(n)
     RETURN c.id AS id, collect(type(r) + ' ' + n.id) AS parts ORDER BY id`,
    { ids: ids.map(({ id }) => id) },
  )
  const counts = await ask<{ id: string; n: number }>(
    store,
    `MATCH (c:Commitment)-[:COMMITS_TO|OWED_TO|CONCERNS|AT|FROM|TOWARD]-(n)
     RETURN n.id AS id, count(DISTINCT c) AS n`,
  )
  return { parts: rows.map(partsOf), counts: new Map(counts.map(({ id, n }) => [id, n])) }
}

/** Each part is told as `COMMITS_TO actor:Q796`; a database gives them in any order, we in one. */
function partsOf({ id, parts }: { id: string; parts: string[] }): CommitmentParts {
  const found = { id, committers: [] as string[], others: [] as string[], dates: [] as string[] }
  for (const part of parts.toSorted()) {
    const at = part.indexOf(' ')
    found[PLACE_OF[part.slice(0, at)] ?? 'others'].push(part.slice(at + 1))
  }
  return found
}

const PLACE_OF: Readonly<Record<string, 'committers' | 'dates'>> = {
  COMMITS_TO: 'committers',
  BEGINS: 'dates',
  DUE: 'dates',
}

/** Ids of the commitments that fall due first; those without a day are not among them. */
export async function firstDue(store: Asked, limit: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    store,
    `MATCH (c:Commitment)-[:DUE]->(d:Date) WITH c.id AS id, coalesce(d.end, d.start) AS day
     ORDER BY day, id LIMIT $limit RETURN id`,
    { limit },
  )
  return rows.map(({ id }) => id)
}
