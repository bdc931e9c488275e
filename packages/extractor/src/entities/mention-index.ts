/** Mentions by their place among the tokens, for the stages that read roles off the words around them. */
import type { Entity } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Entities, Mention } from './mention.ts'
import { wordFacts } from './word-facts.ts'

export interface EntityIndex extends Entities {
  /** The outermost mentions that begin at a token; several where «الجانبان» stands for two. */
  startingAt: ByToken<readonly Mention[]>
  byId: ReadonlyMap<string, Entity>
  /** States that act in the article, by ISO code. */
  stateByIso: ReadonlyMap<string, string>
  /** What an actor is part of. */
  wholesOf: ReadonlyMap<string, readonly string[]>
}

/** What there is at some tokens: asked at every one. */
class ByToken<T> {
  private readonly items: (T | undefined)[] = []
  get(at: number): T | undefined {
    return at < this.items.length ? this.items[at] : undefined
  }
  has(at: number): boolean {
    return this.get(at) !== undefined
  }
  set(at: number, item: T): void {
    while (this.items.length <= at) this.items.push(undefined)
    this.items[at] = item
  }
}

/** A document with its entities found. */
export interface EntityDoc extends Doc {
  readonly entities: EntityIndex
}

export function indexEntities(found: Entities): EntityIndex {
  const startingAt = new ByToken<Mention[]>()
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
  const wholesOf = nestedWholes(found)
  for (const { subject, predicate, object } of found.relations)
    if (predicate === 'PART_OF') wholesOf.set(subject, [...(wholesOf.get(subject) ?? []), object])
  const states = found.entities.filter(({ kind, type }) => kind === 'actor' && type === 'Country')
  return {
    ...found,
    startingAt,
    wholesOf,
    byId: new Map([...found.entities, ...found.implied].map((entity) => [entity.id, entity])),
    stateByIso: new Map(states.flatMap(({ id, iso }) => (iso === undefined ? [] : [[iso, id]]))),
  }
}

/** «متحدث باسم الحكومة»: who is described by a body that his description names belongs to it. */
function nestedWholes({ entities, mentions }: Entities): Map<string, string[]> {
  const unnamed = new Set(entities.filter(({ named }) => !named).map(({ id }) => id))
  const wholes = new Map<string, string[]>()
  let outer: Mention | undefined
  for (const mention of mentions) {
    const inside =
      outer !== undefined &&
      mention.tokens.end <= outer.tokens.end &&
      mention.tokens.start > outer.tokens.start
    if (!inside) outer = mention
    else if (unnamed.has(outer!.entity) && mention.entity.startsWith('actor:')) {
      const list = wholes.get(outer!.entity) ?? []
      if (!list.includes(mention.entity)) wholes.set(outer!.entity, [...list, mention.entity])
    }
  }
  return wholes
}

/** Outermost mentions that begin in a range of tokens, in text order. */
export function mentionsIn({ entities }: EntityDoc, { start, end }: TokenRange): Mention[] {
  const found: Mention[] = []
  for (let i = start; i < end; i++) found.push(...(entities.startingAt.get(i) ?? []))
  return found
}

/** The actor a mention stands for: itself, or the state whose territory it is. Null for a mere place. */
export function actorOf(mention: Mention | undefined): string | null {
  if (mention === undefined) return null
  if (mention.entity.startsWith('actor:')) return mention.entity
  return mention.counterpart?.startsWith('actor:') ? mention.counterpart : null
}

/** The state that a nationality adjective names, where it acts in the article: «المهمة العسكرية الأميركية». */
export function stateOfAdjective({ tokens, entities }: EntityDoc, at: number): string | undefined {
  for (const { iso } of wordFacts(tokens[at]!.form).demonyms) {
    const state = entities.stateByIso.get(iso)
    if (state !== undefined) return state
  }
  return undefined
}

/** Longer names are rare. In tokens. */
const LONGEST_NAME = 5

/** Whether a token is a part of a name, and no verb: «سيرغي ستانيشيف»، «علي نزار». */
export function isInName({ entities, tokens }: EntityDoc, at: number): boolean {
  for (let i = at; i >= Math.max(0, at - LONGEST_NAME) && tokens[i]!.kind === 'word'; i--)
    if (entities.startingAt.get(i)?.some(({ tokens: { start, end } }) => start <= at && at < end)) return true
  return false
}
