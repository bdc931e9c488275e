/** Who and what is around commitments, by role. */
import type { CommitmentView, Later } from '@mithaq/model'
import { groupBy } from '../group-by.ts'
import { ask, type Asked, known } from './ask.ts'

export type Roles = Pick<
  CommitmentView,
  'committers' | 'creditors' | 'concerns' | 'places' | 'begins' | 'due'
>

interface NeighbourAnswer {
  commitment: string
  relation: string
  id: string
  name: string
  nameEn: string | null
  start: string | null
  end: string | null
}

/** The roles of every commitment asked for; neighbours in one role by name. */
export async function readRoles(store: Asked, ids: readonly string[]): Promise<Map<string, Roles>> {
  const roles = new Map(ids.map((id) => [id, emptyRoles()]))
  for (const direction of [
    '(c)<-[r:COMMITS_TO]-(n)',
    '(c)-[r:OWED_TO|CONCERNS|AT|FROM|TOWARD|BEGINS|DUE]->(n)',
  ]) {
    const rows = await ask<NeighbourAnswer>(
      store,
      `UNWIND $ids AS id MATCH (c:Commitment {id: id}) MATCH ${direction}
       RETURN id AS commitment, type(r) AS relation, n.id AS id, n.name AS name, n.nameEn AS nameEn,
         n.start AS start, n.end AS end
       ORDER BY name, id`,
      { ids },
    )
    for (const row of rows) addNeighbour(roles.get(row.commitment)!, row)
  }
  return roles
}

function addNeighbour(roles: Roles, { relation, id, name, nameEn, start, end }: NeighbourAnswer): void {
  const named = known({ id, name, nameEn })
  switch (relation) {
    case 'COMMITS_TO':
      roles.committers.push(named)
      break
    case 'OWED_TO':
      roles.creditors.push(named)
      break
    case 'CONCERNS':
      roles.concerns.push(named)
      break
    case 'BEGINS':
      roles.begins = { start, end }
      break
    case 'DUE':
      roles.due = { start, end }
      break
    default:
      roles.places.push({ ...named, role: relation.toLowerCase() as 'at' | 'from' | 'toward' })
  }
}

/** What other articles, and other sources of their own, do to commitments. */
export async function readLater(store: Asked, ids: readonly string[]): Promise<Map<string, Later[]>> {
  const found: (Later & { commitment: string })[] = []
  for (const link of [
    '(c)<-[r:FULFILS|AMENDS|CONTRADICTS]-(o:Commitment) MATCH (o)-[:IN]->(a:Article)',
    '(c)<-[r:FULFILS]-(a:Article)',
  ])
    found.push(
      ...(await ask<Later & { commitment: string }>(
        store,
        `UNWIND $ids AS id MATCH (c:Commitment {id: id}) MATCH ${link}
         RETURN id AS commitment, type(r) AS relation, r.rule AS rule, a.published AS published`,
        { ids },
      )),
    )
  return groupBy(found, ({ commitment }) => commitment)
}

const emptyRoles = (): Roles => ({
  committers: [],
  creditors: [],
  concerns: [],
  places: [],
  begins: null,
  due: null,
})
