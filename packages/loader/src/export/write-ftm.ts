/** FollowTheMoney entities as JSON lines, for Aleph and OpenSanctions' tools. */
import type { GraphStore } from '../store.ts'
import { FtmEntities, type FtmEntity } from './ftm-entities.ts'
import { readNodes, readRelations } from './read-graph.ts'

export async function* writeFollowTheMoney(store: GraphStore): AsyncGenerator<string> {
  const entities = new FtmEntities()
  for await (const relation of readRelations(store)) entities.note(relation)
  for await (const node of readNodes(store)) yield* line(entities.of(node))
  for await (const relation of readRelations(store)) yield* line(entities.link(relation))
}

function* line(entity: FtmEntity | undefined): Generator<string> {
  if (entity) yield `${JSON.stringify(entity)}\n`
}
