/** Which extracted entity is which of the gold's. */
import { type Entity, foldKey, iou, shared } from '@mithaq/model'
import type { GoldEntity } from './gold.ts'
import { matchPairs, type Pair } from './match-pairs.ts'

/** The gold's name for an extracted entity's id; nothing where the gold has no such entity. */
export type NameOf = (id: string) => string | undefined

/**
 * Distinct entities, paired one to one: a pair must share an authority's key, a folded name, or words of
 * the text, and the more of these it shares the better it is.
 */
export function pairEntities(gold: readonly GoldEntity[], predicted: readonly Entity[]): Pair[] {
  return matchPairs(gold, predicted, (g, p) => {
    const common = sharedMentions(g, p)
    if (sameKey(g, p)) return 0.5 + common / 2
    return mayBeSame(g, p) ? common / 2 : 0
  })
}

/**
 * Who an extracted actor is in the gold's terms, to judge roles by. Several extracted entities may be the
 * same gold one: that a name was split in two is counted among the actors, not again in every role.
 */
export function nameEntities(gold: readonly GoldEntity[], predicted: readonly Entity[]): NameOf {
  const names = new Map(
    predicted.map((entity) => {
      const best = gold
        .map((candidate) => ({
          name: candidate.name,
          weight: sameKey(candidate, entity)
            ? 2
            : mayBeSame(candidate, entity)
              ? closeMentions(candidate, entity)
              : 0,
        }))
        .reduce((a, b) => (b.weight > a.weight ? b : a), { name: '', weight: 0 })
      return [entity.id, best.weight > 0 ? best.name : undefined] as const
    }),
  )
  return (id) => names.get(id)
}

function sameKey(gold: GoldEntity, predicted: Entity): boolean {
  const wikidata = wikidataOf(predicted)
  if (gold.wikidata !== null && wikidata !== undefined) return gold.wikidata === wikidata
  return foldKey(gold.name) === foldKey(predicted.name.ar)
}

/** Two keys that differ outweigh shared words: the Iraq of «الحكومة العراقية» is not the government. */
const mayBeSame = (gold: GoldEntity, predicted: Entity): boolean =>
  gold.wikidata === null || (wikidataOf(predicted) ?? gold.wikidata) === gold.wikidata

function wikidataOf({ id, sameAs }: Entity): string | undefined {
  for (const name of [id, ...sameAs]) {
    const key = /(?:^|[:/])(?<key>Q\d+)$/u.exec(name)?.groups?.['key']
    if (key !== undefined) return key
  }
  return undefined
}

/** Part of the gold's mentions, weighted by overlap, that the extracted entity has too: 0 to 1. */
function sharedMentions(gold: GoldEntity, predicted: Entity): number {
  if (gold.mentions.length === 0) return 0
  const best = gold.mentions.map((mention) => Math.max(0, ...predicted.mentions.map((p) => iou(mention, p))))
  return best.reduce((sum, part) => sum + part, 0) / gold.mentions.length
}

/** Part of the extracted mentions that are, to half their length at least, this gold entity's: 0 to 1. */
function closeMentions(gold: GoldEntity, predicted: Entity): number {
  const close = predicted.mentions.filter((mention) =>
    gold.mentions.some((g) => shared(g, mention) > 0 && iou(g, mention) >= 0.5),
  )
  return close.length / predicted.mentions.length
}
