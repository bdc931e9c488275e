/** How many: of all that is promised, under every heading at once. */
import type { CommitmentView } from '@mithaq/model'
import type { DaySpan } from './as-of.ts'
import { NO_CHOICE, facetCounts } from './facets.ts'
import type { Choice, Facet } from './facets.ts'
import type { LedgerGroup } from './rows.ts'
import { densityOf } from './timeline.ts'
import type { Density } from './timeline.ts'

export type FacetCount = [value: string, count: number]

/** Each is worked out when it is first asked for. */
export interface LedgerCounts {
  listed: number
  /** How many commitments each value of a facet would list. */
  facet(facet: Facet): readonly FacetCount[]
  /** How many stand under a heading. */
  group(key: string | null): number
  density(): Density
  /** The days between which a slider makes sense. */
  span(): DaySpan
}

/** @param of.base what search and focus leave, which the choice narrows to what is `listed` */
export function countsOf(of: {
  base: readonly CommitmentView[]
  listed: readonly CommitmentView[]
  groups: readonly LedgerGroup[]
  choice: Choice
  span: () => DaySpan
}): LedgerCounts {
  const facets = new Map<Facet, readonly FacetCount[]>()
  const groups = once(() => new Map(of.groups.map(({ key, commitments }) => [key, commitments.length])))
  return {
    listed: of.listed.length,
    facet(facet) {
      // Where nothing of a facet is chosen, what the others leave is what is listed.
      const known =
        facets.get(facet) ??
        (of.choice[facet].length === 0
          ? facetCounts(of.listed, NO_CHOICE, facet)
          : facetCounts(of.base, of.choice, facet))
      facets.set(facet, known)
      return known
    },
    group: (key) => groups().get(key) ?? 0,
    density: once(() => densityOf(of.listed)),
    span: once(of.span),
  }
}

/** What `work` gives, worked out when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined
  return () => (done ??= { value: work() }).value
}
