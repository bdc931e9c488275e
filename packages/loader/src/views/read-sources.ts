/** According to whom: the chain of statements behind a commitment, outermost first. */
import type { CommitmentView } from '@mithaq/model'
import { groupBy } from '../group-by.ts'
import { ask, type Asked, known } from './ask.ts'

export type Source = CommitmentView['statedBy'][number]

interface Pair {
  of: string
  statement: string
}

// Every pattern starts from the node at hand: begun at the other end, the embedded store tries all pairs of nodes.
export async function readSources(store: Asked, ids: readonly string[]): Promise<Map<string, Source[]>> {
  const asserting = groupBy(
    await ask<Pair>(
      store,
      `UNWIND $ids AS id MATCH (c:Commitment {id: id}) MATCH (c)<-[:ASSERTS]-(s:Statement)
       RETURN id AS of, s.id AS statement ORDER BY statement`,
      { ids },
    ),
    ({ of }) => of,
  )
  const quoting = await readQuoting(
    store,
    [...asserting.values()].flat().map(({ statement }) => statement),
  )
  const said = await readSaid(store, [...quoting.keys()])
  return new Map(
    [...asserting].map(([id, pairs]) => [
      id,
      unique(
        pairs.flatMap(({ statement }) => chain(statement, quoting)).flatMap((each) => said.get(each) ?? []),
      ),
    ]),
  )
}

/** For each statement, and each that it is quoted in, the ones that quote it. */
async function readQuoting(store: Asked, statements: readonly string[]): Promise<Map<string, string[]>> {
  const quoting = new Map<string, string[]>()
  for (let frontier = [...new Set(statements)]; frontier.length > 0;) {
    for (const statement of frontier) quoting.set(statement, [])
    const pairs = await ask<Pair>(
      store,
      `UNWIND $ids AS id MATCH (i:Statement {id: id}) MATCH (i)<-[:QUOTES]-(o:Statement)
       RETURN id AS of, o.id AS statement ORDER BY statement`,
      { ids: frontier },
    )
    for (const { of, statement } of pairs) quoting.get(of)!.push(statement)
    frontier = [...new Set(pairs.map(({ statement }) => statement))].filter(
      (statement) => !quoting.has(statement),
    )
  }
  return quoting
}

/** From the outermost quoter to the statement itself; a statement that quotes itself in a circle comes once. */
function chain(
  statement: string,
  quoting: ReadonlyMap<string, string[]>,
  inner: readonly string[] = [],
): string[] {
  if (inner.includes(statement)) return []
  const outer = (quoting.get(statement) ?? []).flatMap((each) => chain(each, quoting, [...inner, statement]))
  return [...outer, statement]
}

async function readSaid(store: Asked, statements: readonly string[]): Promise<Map<string, Source[]>> {
  const rows = await ask<Omit<Source, 'nameEn'> & { statement: string; nameEn: string | null }>(
    store,
    `UNWIND $ids AS id MATCH (s:Statement {id: id}) MATCH (s)<-[:STATED]-(x:Actor)
     RETURN id AS statement, x.id AS id, x.name AS name, x.nameEn AS nameEn, x.named AS named, s.verb AS verb
     ORDER BY statement, name, id`,
    { ids: statements },
  )
  return new Map(
    [...groupBy(rows, ({ statement }) => statement)].map(([statement, sources]) => [
      statement,
      sources.map(({ id, name, nameEn, named, verb }) => known({ id, name, nameEn, named, verb, statement })),
    ]),
  )
}

const unique = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [`${source.id} ${source.statement}`, source])).values(),
]
