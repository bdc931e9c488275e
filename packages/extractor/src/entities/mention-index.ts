/** Mentions by their place among the tokens, for the stages that read roles off the words around them. */
import type { Entity } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Entities, Mention } from './mention.ts'

export interface EntityIndex extends Entities {
  /** The outermost mentions that begin at a token; several where «الجانبان» stands for two. */
  startingAt: ReadonlyMap<number, readonly Mention[]>
  byId: ReadonlyMap<string, Entity>
}

/** A document with its entities found. */
export interface EntityDoc extends Doc {
  readonly entities: EntityIndex
}

export function indexEntities(found: Entities): EntityIndex {
  const startingAt = new Map<number, Mention[]>()
  let reach = 0
  let outer: Mention | undefined
  for (const mention of found.mentions) {
    const together =
      outer && mention.tokens.start === outer.tokens.start && mention.tokens.end === outer.tokens.end
    if (mention.tokens.start < reach && !together) continue
    const list = startingAt.get(mention.tokens.start)
    if (list) list.push(mention)
    else startingAt.set(mention.tokens.start, [mention])
    outer = mention
    reach = mention.tokens.end
  }
  return { ...found, startingAt, byId: new Map(found.entities.map((entity) => [entity.id, entity])) }
}

/** Outermost mentions that begin in a range of tokens, in text order. */
export function mentionsIn({ entities }: EntityDoc, { start, end }: TokenRange): Mention[] {
  const found: Mention[] = []
  for (let i = start; i < end; i++) found.push(...(entities.startingAt.get(i) ?? []))
  return found
}

/** The actor a mention stands for: itself, or the state whose territory it is. Null for a mere place. */
export function actorOf(mention: Mention): string | null {
  if (mention.entity.startsWith('actor:')) return mention.entity
  return mention.counterpart?.startsWith('actor:') ? mention.counterpart : null
}

/** The place a mention stands for: itself, or the territory of the state. Null for a mere actor. */
export function placeOf(mention: Mention): string | null {
  if (mention.entity.startsWith('place:')) return mention.entity
  return mention.counterpart?.startsWith('place:') ? mention.counterpart : null
}
