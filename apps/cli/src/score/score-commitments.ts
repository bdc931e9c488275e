/** Commitments of one article against its gold: found, and each role of those that were found. */
import { type ArticleGraph, type Commitment, containment, type Entity, iou, sameClause } from '@mithaq/model'
import { countCommitments, farEdge } from './count-commitments.ts'
import type { Counts, Measure } from './counts.ts'
import type { Gold, GoldCommitment } from './gold.ts'
import { matchPairs } from './match-pairs.ts'
import { nameEntities, type NameOf } from './same-entity.ts'

/** One found commitment, with what about it is right. */
export interface Found {
  gold: GoldCommitment
  predicted: Commitment
  committers: (string | undefined)[]
  sources: (string | undefined)[]
  right: Record<Role, boolean>
  /** Creditors and places, each counted by itself. */
  parties: Record<'creditors' | 'places', Counts>
}

type Role = 'committers' | 'someCommitter' | 'due' | 'polarity' | 'kind' | 'attribution'

export interface CommitmentsScore {
  counts: Partial<Record<Measure, Counts>>
  found: Found[]
  missed: GoldCommitment[]
  alarms: Commitment[]
}

/**
 * Pairs commitments one to one by their clauses (`sameClause`), as many as can be had, then judges the
 * roles. `committers` and `attribution` are right when they are the gold's set, no more and no less;
 * `someCommitter` when one of them is; `due` when its far edge is the same day or both have none.
 */
export function scoreCommitments(gold: Gold, graph: ArticleGraph): CommitmentsScore {
  const names: Names = {
    actor: nameEntities(gold.actors, ofKind(graph, 'actor')),
    place: nameEntities(gold.places, ofKind(graph, 'place')),
  }
  const pairs = matchPairs(gold.commitments, graph.commitments, likeness)
  const found = pairs.map(([g, p]) => judge(gold.commitments[g]!, graph.commitments[p]!, names))
  const foundGold = new Set(pairs.map(([g]) => g))
  const matched = new Set(pairs.map(([, p]) => p))
  return {
    counts: countCommitments(gold.commitments, graph.commitments, found),
    found,
    missed: gold.commitments.filter((_, i) => !foundGold.has(i)),
    alarms: graph.commitments.filter((_, i) => !matched.has(i)),
  }
}

interface Names {
  actor: NameOf
  place: NameOf
}

const ofKind = ({ entities }: ArticleGraph, kind: Entity['kind']): Entity[] =>
  entities.filter((entity) => entity.kind === kind)

/** Of two clauses that a long one covers, it is the one that holds its trigger. */
function likeness({ span }: GoldCommitment, { evidence, trigger }: Commitment): number {
  if (!sameClause(span, evidence)) return 0
  return iou(span, evidence) / 2 + containment(trigger, span) / 2
}

function judge(gold: GoldCommitment, predicted: Commitment, names: Names): Found {
  const committers = predicted.committers.map(names.actor)
  const sources = predicted.statedBy.map(names.actor)
  return {
    gold,
    predicted,
    committers,
    sources,
    right: {
      committers: sameSet(gold.committers, committers),
      someCommitter: gold.committers.some((name) => committers.includes(name)),
      due: farEdge(gold.due) === farEdge(predicted.due),
      polarity: gold.polarity === predicted.polarity,
      kind: gold.kind === predicted.kind,
      attribution: sameSet(gold.attributedTo ?? [], sources),
    },
    parties: {
      creditors: items(gold.creditors, predicted.creditors.map(names.actor)),
      places: items(
        gold.places,
        predicted.places.map(({ id }) => names.place(id)),
      ),
    },
  }
}

const sameSet = (a: readonly string[], b: readonly (string | undefined)[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((name) => b.includes(name))

/** Each of the gold's, each extracted one, and those that are both. */
const items = (gold: readonly string[], predicted: readonly (string | undefined)[]): Counts => ({
  gold: gold.length,
  predicted: predicted.length,
  right: gold.filter((name) => predicted.includes(name)).length,
})
