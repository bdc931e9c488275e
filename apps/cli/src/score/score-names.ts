/** Actors, places and dates of one article against its gold. */
import { type ArticleGraph, type DateMention, type Entity, type Extent, iou, shared } from '@mithaq/model'
import type { Counts, Measure } from './counts.ts'
import type { Gold, GoldDate, GoldEntity } from './gold.ts'
import { matchPairs } from './match-pairs.ts'
import { pairEntities } from './same-entity.ts'

export interface NamesScore {
  counts: Partial<Record<Measure, Counts>>
  missed: GoldEntity[]
  /** Named entities that the gold does not know. */
  alarms: Entity[]
}

/**
 * Distinct entities of a kind. Descriptions («مسؤولون أميركيون») are annotated only where they hold a
 * commitment or a statement, so an unnamed entity that the gold lacks is no false alarm, nor is one that
 * pronouns alone stand for; gold entities without a mention are there for the roles and not looked for.
 */
export function scoreEntities(kind: Entity['kind'], gold: Gold, graph: ArticleGraph): NamesScore {
  const wanted = (kind === 'actor' ? gold.actors : gold.places).filter(({ mentions }) => mentions.length > 0)
  const extracted = graph.entities.filter(
    (entity) =>
      entity.kind === kind &&
      entity.mentions.some((mention) => mention.basis !== 'pronoun' && isAnnotated(mention, gold)),
  )
  const pairs = pairEntities(wanted, extracted)
  const foundGold = new Set(pairs.map(([g]) => g))
  const matched = new Set(pairs.map(([, p]) => p))
  const alarms = extracted.filter((entity, i) => !matched.has(i) && entity.named)
  const core = wanted.filter((entity) => entity.core)
  const [all, coreOnes]: Measure[] = kind === 'actor' ? ['actors', 'actorsCore'] : ['places', 'placesCore']
  return {
    counts: {
      [all!]: { gold: wanted.length, predicted: pairs.length + alarms.length, right: pairs.length },
      [coreOnes!]: {
        gold: core.length,
        predicted: core.length,
        right: wanted.filter((entity, i) => entity.core && foundGold.has(i)).length,
      },
    },
    missed: wanted.filter((_, i) => !foundGold.has(i)),
    alarms,
  }
}

export interface DatesScore {
  counts: Partial<Record<Measure, Counts>>
  missed: GoldDate[]
  alarms: DateMention[]
  unresolved: [GoldDate, DateMention][]
}

/** Dates by any overlap, one to one; resolved where both ends of the interval are the gold's. */
export function scoreDates(gold: Gold, graph: ArticleGraph): DatesScore {
  // Durations and sets have no place on the calendar, and the gold leaves them out.
  const extracted = graph.dates.filter(
    (date) => (date.type === 'date' || date.type === 'interval') && isAnnotated(date, gold),
  )
  const pairs = matchPairs(gold.dates, extracted, (g, p) => iou(g.span, p))
  const unresolved = pairs
    .map(([g, p]): [GoldDate, DateMention] => [gold.dates[g]!, extracted[p]!])
    .filter(([g, p]) => g.interval.from !== p.interval.from || g.interval.until !== p.interval.until)
  const base = { gold: gold.dates.length, predicted: extracted.length }
  const found = new Set(pairs.map(([g]) => g))
  const matched = new Set(pairs.map(([, p]) => p))
  return {
    counts: {
      dates: { ...base, right: pairs.length },
      datesResolved: { ...base, right: pairs.length - unresolved.length },
    },
    missed: gold.dates.filter((_, i) => !found.has(i)),
    alarms: extracted.filter((_, i) => !matched.has(i)),
    unresolved,
  }
}

/** The foot of the page was not annotated: what is read there is neither right nor wrong. */
const isAnnotated = (span: Extent, { boilerplate }: Gold): boolean =>
  boilerplate.every((foot) => shared(foot, span) === 0)
