/** The figures of a whole set of articles. */
import { bootstrap, type BootstrapOptions } from './bootstrap.ts'
import {
  type Counts,
  f1,
  type Measure,
  MEASURES,
  measures,
  precision,
  recall,
  RECALL_ONLY,
  sum,
} from './counts.ts'
import type { ArticleScore } from './score-article.ts'

export interface Figure extends Counts {
  measure: Measure
  label: string
  precision: number | null
  recall: number | null
  f1: number | null
  /** Of F1, or of recall where recall alone is meant: 95 % by bootstrap over articles. */
  interval: [low: number, high: number] | null
}

/** Every measure over all articles; deterministic for a seed. */
export function summarise(articles: readonly ArticleScore[], options?: BootstrapOptions): Figure[] {
  return measures.map((measure) =>
    figureOf(
      measure,
      articles.map(({ scores }) => scores[measure]),
      options,
    ),
  )
}

function figureOf(measure: Measure, counts: readonly Counts[], options?: BootstrapOptions): Figure {
  const total = sum(counts)
  const recallOnly = RECALL_ONLY.has(measure)
  const figure = recallOnly ? recall : f1
  return {
    measure,
    label: MEASURES[measure],
    ...total,
    precision: recallOnly ? null : precision(total),
    recall: recall(total),
    f1: recallOnly ? null : f1(total),
    interval: bootstrap(counts, (sample) => figure(sum(sample)), options),
  }
}
