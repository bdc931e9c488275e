/**
 * What the graph must hold, worked out the slow and plain way from all records that stand: the loader's exactness
 * is measured against this, so it shares no code with it.
 */
import type { ArticleGraph, Entity } from '@mithaq/model'
import type { GraphStore } from '../src/index.ts'
import { snapshot } from './snapshot.ts'

export interface ExpectedGraph {
  nodes: string[]
  /** `subject RELATION object`. */
  relations: string[]
  /** The names of actors and places, with their other spellings. */
  names: Record<string, { name: string; aliases: string[] }>
}

export function expectedGraph(records: readonly ArticleGraph[]): ExpectedGraph {
  const nodes = new Set<string>()
  const relations = new Set<string>()
  const said = new Map<string, Entity[]>()
  for (const record of records) {
    nodes.add(record.article.id)
    for (const { id } of [...record.statements, ...record.commitments]) nodes.add(id)
    for (const entity of record.entities) {
      nodes.add(entity.id)
      said.set(entity.id, [...(said.get(entity.id) ?? []), entity])
    }
    for (const { subject, predicate, object } of record.triples) {
      if (object.startsWith('date:')) nodes.add(object)
      relations.add(`${subject} ${predicate} ${object}`)
    }
  }
  return {
    nodes: [...nodes].sort(),
    relations: [...relations].sort(),
    names: Object.fromEntries(
      [...said].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, all]) => [id, namesOf(all)]),
    ),
  }
}

function namesOf(entities: readonly Entity[]): { name: string; aliases: string[] } {
  const best = entities.some(({ named }) => named) ? entities.filter(({ named }) => named) : entities
  const name = best.map((entity) => entity.name.ar).sort()[0]!
  const spellings = entities.flatMap((entity) => [
    entity.name.ar,
    ...entity.mentions.filter(({ basis }) => basis === 'name' || basis === 'alias').map(({ quote }) => quote),
  ])
  return { name, aliases: [...new Set(spellings)].filter((spelling) => spelling !== name).sort() }
}

/** The records that stand after loading these in order: one for an id and, where no id was given, one for an address. */
export function standing(records: readonly ArticleGraph[]): ArticleGraph[] {
  let live: ArticleGraph[] = []
  for (const record of records) live = [...live.filter((old) => !isSameArticle(old, record)), record]
  return live
}

function isSameArticle({ article: a }: ArticleGraph, { article: b }: ArticleGraph): boolean {
  const hashed = [a, b].every(({ id, sha256 }) => id === `article:${sha256.slice(0, 16)}`)
  return a.id === b.id || (hashed && a.url !== undefined && a.url === b.url)
}

/** What a store holds, in the same terms. */
export async function graphOf(store: GraphStore): Promise<ExpectedGraph> {
  const { nodes, relations } = await snapshot(store)
  const found = nodes.map(
    (line) =>
      (
        JSON.parse(line) as [
          { labels: string[]; properties: { id: string; name: string; aliases: string[] } },
        ]
      )[0],
  )
  const entities = found.filter(({ labels }) => labels.includes('Actor') || labels.includes('Place'))
  const names = entities.map(({ properties: { id, name, aliases } }) => [id, { name, aliases }] as const)
  return {
    nodes: found.map(({ properties: { id } }) => id).sort(),
    relations: relations
      .map((line) => JSON.parse(line) as [string, string, string, object])
      // What the linker draws is held to account in `links-contract.ts`.
      .filter(([, , , properties]) => !('reason' in properties))
      .map(([from, type, to]) => `${from} ${type} ${to}`)
      .sort(),
    names: Object.fromEntries(names.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
