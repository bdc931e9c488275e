import { describe, expect, it } from 'vitest'
import { type Counts, measures, type Scores } from './counts.ts'
import { renderFindings, scoreRows } from './render-score.ts'
import type { ArticleScore } from './score-article.ts'
import { summarise } from './summarise.ts'

const article = (id: string, counts: Counts): ArticleScore => ({
  id,
  scores: Object.fromEntries(measures.map((measure) => [measure, counts])) as Scores,
  findings: [],
})
const articles = [
  article('a', { gold: 4, predicted: 2, right: 2 }),
  article('b', { gold: 2, predicted: 4, right: 1 }),
]

describe('summarise', () => {
  it('adds items, not articles', () => {
    const [figure] = summarise(articles)
    expect(figure).toMatchObject({ gold: 6, predicted: 6, right: 3, precision: 0.5, recall: 0.5, f1: 0.5 })
    expect(figure!.interval![0]).toBeCloseTo(1 / 3)
    expect(figure!.interval![1]).toBeCloseTo(2 / 3)
  })

  it('prints figures that mean something and leaves the rest empty', () => {
    const rows = scoreRows(summarise(articles.slice(0, 1)))
    expect(rows[0]).toEqual(['actors', '4', '2', '2', '100.0', '50.0', '66.7', ''])
    expect(rows[1]).toEqual(['actors, core ones (recall)', '4', '', '2', '', '50.0', '', ''])
  })
})

it('lists what went wrong with its sentence', () => {
  const finding = { what: 'date', outcome: 'miss', start: 0, detail: '[2025-01-01, 2026-01-01)' } as const
  const findings = [
    { ...finding, quote: 'عام 2025', sentence: 'في عام 2025\nبدأ' },
    { ...finding, quote: 'غداً', sentence: 'غداً' },
  ]
  expect(renderFindings([{ ...articles[0]!, findings }, articles[1]!])).toBe(
    [
      '## a',
      'miss (date): «عام 2025» [2025-01-01, 2026-01-01)',
      '    in: في عام 2025 بدأ',
      'miss (date): «غداً» [2025-01-01, 2026-01-01)',
      '',
    ].join('\n'),
  )
})
