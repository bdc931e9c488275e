/** The measures of one article's commitments, counted. */
import type { Commitment, Interval } from '@mithaq/model'
import { type Counts, type Measure, sum } from './counts.ts'
import type { GoldCommitment } from './gold.ts'
import type { Found } from './score-commitments.ts'

/** A deadline is its last day: where it starts to be due is convention. */
export const farEdge = (interval: Interval | null): string | null => interval?.until ?? null

/** Of the gold and of what was extracted, how much was found, and how much of it with each role right. */
export function countCommitments(
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
    creditors: sum(found.map(({ parties }) => parties.creditors)),
    whereabouts: sum(found.map(({ parties }) => parties.places)),
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
