import type { ArticleSummary } from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { ask, known } from './ask.ts'

export interface SummaryAnswer {
  id: string
  title: string | null
  publisher: string | null
  url: string | null
  published: string | null
  commitments: number
}

export const SUMMARY_COLUMNS =
  'a.id AS id, a.title AS title, a.publisher AS publisher, a.url AS url, a.published AS published'

/** All articles, the newest first, those without a date last. */
export async function listArticles(store: GraphStore): Promise<ArticleSummary[]> {
  const rows = await ask<SummaryAnswer>(
    store,
    `MATCH (a:Article) OPTIONAL MATCH (a)<-[:IN]-(c:Commitment)
     WITH a, count(c) AS commitments
     RETURN ${SUMMARY_COLUMNS}, commitments ORDER BY id`,
  )
  // Where null belongs in an order, databases disagree.
  const key = ({ published }: SummaryAnswer): string => published ?? ''
  return rows.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0)).map(summaryOf)
}

export function summaryOf({ published, ...row }: SummaryAnswer): ArticleSummary {
  return { ...known(row), published }
}
