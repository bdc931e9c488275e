/** What is counted of one article, measure by measure. */

/** `right` of `gold` were found, among `predicted`. */
export interface Counts {
  gold: number
  predicted: number
  right: number
}

/** The measures, in the order of the report. Recall alone is meant where the extractor cannot know what is core. */
export const MEASURES = {
  actors: 'actors',
  actorsCore: 'actors, core ones (recall)',
  places: 'places',
  placesCore: 'places, core ones (recall)',
  dates: 'dates found',
  datesResolved: 'dates resolved',
  commitments: 'commitments found',
  commitmentsCore: 'commitments, core ones (recall)',
  committers: '… and committers right',
  someCommitter: '… and a committer right',
  due: '… and due date right',
  polarity: '… and polarity right',
  kind: '… and kind right',
  all: '… and committers, due date, polarity right',
  allSome: '… and a committer, due date, polarity right',
  attribution: 'sources right, among those found',
  creditors: 'creditors of those found',
  whereabouts: 'places of those found',
  dueDates: 'due dates of commitments',
  begins: 'beginnings of commitments',
  conditions: 'conditions of commitments',
} as const

export type Measure = keyof typeof MEASURES

/** Those of which only recall means anything. */
export const RECALL_ONLY: ReadonlySet<Measure> = new Set(['actorsCore', 'placesCore', 'commitmentsCore'])

export type Scores = Record<Measure, Counts>

export const measures = Object.keys(MEASURES) as Measure[]

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Right among what was extracted; null where nothing was. */
export const precision = ({ right, predicted }: Counts): number | null => ratio(right, predicted)

/** Found among what there is; null where there is nothing. */
export const recall = ({ right, gold }: Counts): number | null => ratio(right, gold)

/** The harmonic mean of the two; null where there was nothing to find and nothing found. */
export const f1 = ({ right, gold, predicted }: Counts): number | null => ratio(2 * right, gold + predicted)

/** Counts of several articles as of one: every item weighs the same (the micro-average). */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, counts) => ({
      gold: total.gold + counts.gold,
      predicted: total.predicted + counts.predicted,
      right: total.right + counts.right,
    }),
    { gold: 0, predicted: 0, right: 0 },
  )
}
