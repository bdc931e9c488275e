/** The report for people: a table of figures and, where asked for, what went wrong. */
import { RECALL_ONLY } from './counts.ts'
import type { ArticleScore } from './score-article.ts'
import type { Figure } from './summarise.ts'

export const SCORE_COLUMNS = ['measure', 'gold', 'found', 'right', 'P', 'R', 'F1', '95 %'] as const

/** One row a measure; figures that mean nothing here are left empty. */
export function scoreRows(figures: readonly Figure[]): string[][] {
  return figures.map(({ measure, label, gold, predicted, right, precision, recall, f1, interval }) => [
    label,
    String(gold),
    RECALL_ONLY.has(measure) ? '' : String(predicted),
    String(right),
    percent(precision),
    percent(recall),
    percent(f1),
    interval === null ? '' : interval.map(percent).join(' – '),
  ])
}

const percent = (part: number | null): string => (part === null ? '' : (part * 100).toFixed(1))

/** Every miss, false alarm and wrong role with its sentence, article by article. */
export function renderFindings(articles: readonly ArticleScore[]): string {
  return articles
    .filter(({ findings }) => findings.length > 0)
    .map(({ id, findings }) => [`## ${id}`, ...findings.map(renderFinding), ''].join('\n'))
    .join('\n')
}

function renderFinding({ what, outcome, quote, detail, sentence }: ArticleScore['findings'][number]): string {
  const around = oneLine(sentence)
  const words = oneLine(quote)
  return `${outcome} (${what}): «${words}» ${detail}${around === words ? '' : `\n    in: ${around}`}`
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
