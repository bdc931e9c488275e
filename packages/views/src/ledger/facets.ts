/** Narrowing the ledger by what its commitments have in common, and how many each value would leave. */
import type { CommitmentView } from '@mithaq/model'

export const FACETS = [
  'status',
  'kind',
  'actor',
  'place',
  'source',
  'certainty',
  'polarity',
  'article',
] as const
export type Facet = (typeof FACETS)[number]

/** What is chosen: of one facet any value will do, of several facets all must hold. */
export type Choice = Readonly<Record<Facet, readonly string[]>> & {
  /** Due on this day or later; null is open. */
  from: string | null
  /** Due on this day or earlier; null is open. */
  until: string | null
}

export const NO_CHOICE: Choice = {
  status: [],
  kind: [],
  actor: [],
  place: [],
  source: [],
  certainty: [],
  polarity: [],
  article: [],
  from: null,
  until: null,
}

/** Who vouches for it: somebody with a name, only people without one, or nobody but the article. */
export type SourceKind = 'named' | 'unnamed' | 'article'

export function sourceKind({ statedBy }: Pick<CommitmentView, 'statedBy'>): SourceKind {
  // The innermost source says it; an agency that passes on what «officials» said does not vouch for it.
  const innermost = statedBy.at(-1)
  if (innermost === undefined) return 'article'
  const last = statedBy.filter(({ statement }) => statement === innermost.statement)
  return last.some(({ named }) => named) ? 'named' : 'unnamed'
}

/** What a commitment is under a facet; several for joint undertakings. */
const FACET_VALUES: Readonly<Record<Facet, (one: CommitmentView) => readonly string[]>> = {
  status: ({ status }) => [status],
  kind: ({ kind }) => [kind],
  actor: ({ committers }) => committers.map(({ id }) => id),
  place: ({ places }) => [...new Set(places.map(({ id }) => id))],
  source: (one) => [sourceKind(one)],
  certainty: ({ certainty }) => [certainty],
  polarity: ({ polarity }) => [polarity],
  article: ({ article }) => [article.id],
}

export function isChosen(one: CommitmentView, choice: Choice): boolean {
  return (
    isDueWithin(one, choice) &&
    FACETS.every(
      (facet) =>
        choice[facet].length === 0 || FACET_VALUES[facet](one).some((value) => choice[facet].includes(value)),
    )
  )
}

export const narrowed = (commitments: readonly CommitmentView[], choice: Choice): readonly CommitmentView[] =>
  choice === NO_CHOICE ? commitments : commitments.filter((one) => isChosen(one, choice))

function isDueWithin({ due }: CommitmentView, { from, until }: Choice): boolean {
  if (from === null && until === null) return true
  if (due === null) return false
  return (from === null || (due.end ?? '9999') >= from) && (until === null || (due.start ?? '0000') <= until)
}

/** How many commitments each value of a facet would list, what is chosen elsewhere kept; most first. */
export function facetCounts(
  commitments: readonly CommitmentView[],
  choice: Choice,
  facet: Facet,
): [value: string, count: number][] {
  const others = without(choice, facet)
  const counts = new Map<string, number>(choice[facet].map((value) => [value, 0]))
  for (const one of commitments) {
    if (others !== NO_CHOICE && !isChosen(one, others)) continue
    for (const value of FACET_VALUES[facet](one)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

const without = (choice: Choice, facet: Facet): Choice => settled({ ...choice, [facet]: [] })

/** The one empty choice for every choice that sets nothing: asking it costs nothing. */
export const settled = (choice: Choice): Choice => (choiceSize(choice) === 0 ? NO_CHOICE : choice)

/** How many conditions a choice sets. */
export const choiceSize = (choice: Choice): number =>
  FACETS.reduce((sum, facet) => sum + choice[facet].length, 0) +
  (choice.from === null && choice.until === null ? 0 : 1)

/** The choice with one value of a facet chosen, or no longer. */
export function toggled(choice: Choice, facet: Facet, value: string): Choice {
  const values = choice[facet]
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return settled({ ...choice, [facet]: next })
}
