/** Commitments of one article against its gold: found, and each role of those that were found. */
import type { ArticleGraph, Commitment, Interval } from '@mithaq/model'
import type { Counts, Measure } from './counts.ts'
import type { Gold, GoldCommitment } from './gold.ts'
import { matchPairs } from './match-pairs.ts'
import { iou, sameClause } from './overlap.ts'
import { nameEntities, type NameOf } from './same-entity.ts'

/** One found commitment, with what about it is right. */
export interface Found {
  gold: GoldCommitment
  predicted: Commitment
  committers: (string | undefined)[]
  right: Record<Role, boolean>
}

export type Role = 'committers' | 'someCommitter' | 'due' | 'polarity' | 'kind' | 'attribution'

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
  const nameOf = nameEntities(
    gold.actors,
    graph.entities.filter(({ kind }) => kind === 'actor'),
  )
  const pairs = matchPairs(gold.commitments, graph.commitments, (g, p) =>
    sameClause(g.span, p.evidence) ? iou(g.span, p.evidence) : 0,
  )
  const found = pairs.map(([g, p]) => judge(gold.commitments[g]!, graph.commitments[p]!, nameOf))
  const foundGold = new Set(pairs.map(([g]) => g))
  const matched = new Set(pairs.map(([, p]) => p))
  return {
    counts: count(gold.commitments, graph.commitments, found),
    found,
    missed: gold.commitments.filter((_, i) => !foundGold.has(i)),
    alarms: graph.commitments.filter((_, i) => !matched.has(i)),
  }
}

function judge(gold: GoldCommitment, predicted: Commitment, nameOf: NameOf): Found {
  const committers = predicted.committers.map(nameOf)
  return {
    gold,
    predicted,
    committers,
    right: {
      committers: sameSet(gold.committers, committers),
      someCommitter: gold.committers.some((name) => committers.includes(name)),
      due: farEdge(gold.due) === farEdge(predicted.due),
      polarity: gold.polarity === predicted.polarity,
      kind: gold.kind === predicted.kind,
      attribution: sameSet(gold.attributedTo ?? [], predicted.statedBy.map(nameOf)),
    },
  }
}

const sameSet = (a: readonly string[], b: readonly (string | undefined)[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((name) => b.includes(name))

/** A deadline is its last day: where it starts to be due is convention. */
const farEdge = (interval: Interval | null): string | null => interval?.until ?? null

function count(
  gold: readonly GoldCommitment[],
  predicted: readonly Commitment[],
  found: readonly Found[],
): Partial<Record<Measure, Counts>> {
  const among = { gold: gold.length, predicted: predicted.length }
  const whose = (right: (found: Found) => boolean): Counts => ({
    ...among,
    right: found.filter(right).length,
  })
  const core = gold.filter((commitment) => commitment.core).length
  const attributed = found.filter(({ gold }) => gold.attributedTo !== null)
  return {
    commitments: { ...among, right: found.length },
    commitmentsCore: { gold: core, predicted: core, right: found.filter(({ gold }) => gold.core).length },
    committers: whose(({ right }) => right.committers),
    someCommitter: whose(({ right }) => right.someCommitter),
    due: whose(({ right }) => right.due),
    polarity: whose(({ right }) => right.polarity),
    kind: whose(({ right }) => right.kind),
    all: whose(({ right }) => right.committers && right.due && right.polarity),
    allSome: whose(({ right }) => right.someCommitter && right.due && right.polarity),
    attribution: {
      gold: attributed.length,
      predicted: attributed.length,
      right: attributed.filter(({ right }) => right.attribution).length,
    },
    ...countParts(gold, predicted, found),
  }
}

/** Parts that few commitments have: counted where the gold or the extractor says there is one. */
function countParts(
  gold: readonly GoldCommitment[],
  predicted: readonly Commitment[],
  found: readonly Found[],
): Partial<Record<Measure, Counts>> {
  return {
    dueDates: {
      gold: gold.filter(({ due }) => farEdge(due) !== null).length,
      predicted: predicted.filter(({ due }) => farEdge(due) !== null).length,
      right: found.filter(({ gold, right }) => farEdge(gold.due) !== null && right.due).length,
    },
    begins: {
      gold: gold.filter(({ begins }) => begins !== null).length,
      predicted: predicted.filter(({ begins }) => begins !== null).length,
      right: found.filter(
        ({ gold, predicted }) => gold.begins !== null && gold.begins.from === predicted.begins?.from,
      ).length,
    },
    conditions: {
      gold: gold.filter(({ condition }) => condition !== null).length,
      predicted: predicted.filter(({ condition }) => condition !== null).length,
      right: found.filter(({ gold, predicted }) => sameWords(gold.condition, predicted.condition?.quote))
        .length,
    },
  }
}

const sameWords = (a: string | null, b: string | undefined): boolean =>
  a !== null && b !== undefined && (a.includes(b) || b.includes(a))
