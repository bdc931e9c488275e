import type { ArticleView } from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { ask, known } from './ask.ts'
import { SUMMARY_COLUMNS, type SummaryAnswer, summaryOf } from './list-articles.ts'

type Mark = ArticleView['marks'][number]

interface TextAnswer extends SummaryAnswer {
  text: string
  publishedBasis: ArticleView['publishedBasis'] | null
  boilerplate: number[] | null
}

/** One article with its text and all that was read in it, by place. Null when there is no such article. */
export async function articleView(store: GraphStore, id: string): Promise<ArticleView | null> {
  const [row] = await ask<TextAnswer>(
    store,
    `MATCH (a:Article {id: $id})
     RETURN ${SUMMARY_COLUMNS}, a.text AS text, a.publishedBasis AS publishedBasis, a.boilerplate AS boilerplate`,
    { id },
  )
  if (!row) return null
  const { text, publishedBasis, boilerplate, ...summary } = row
  const marks = [...(await mentionMarks(store, id)), ...(await ownMarks(store, id))]
  const commitments = marks.filter(({ label }) => label === 'Commitment').length
  return {
    ...summaryOf({ ...summary, commitments }),
    text,
    ...known({ publishedBasis }),
    boilerplate: pairs(boilerplate ?? []),
    marks: marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.node < b.node ? -1 : 1)),
  }
}

async function mentionMarks(store: GraphStore, id: string): Promise<Mark[]> {
  const rows = await ask<{ node: string; labels: string[]; spans: number[] }>(
    store,
    'MATCH (a:Article {id: $id})-[m:MENTIONS]->(n) RETURN n.id AS node, labels(n) AS labels, m.spans AS spans',
    { id },
  )
  return rows.flatMap(({ node, labels, spans }) =>
    pairs(spans).map(({ start, end }) => ({
      start,
      end,
      node,
      label: labelAmong(['Actor', 'Place', 'Date'], labels),
    })),
  )
}

async function ownMarks(store: GraphStore, id: string): Promise<Mark[]> {
  const rows = await ask<{ node: string; labels: string[]; start: number; end: number }>(
    store,
    'MATCH (a:Article {id: $id})<-[:IN]-(n) RETURN n.id AS node, labels(n) AS labels, n.start AS start, n.end AS end',
    { id },
  )
  return rows.map(({ node, labels, start, end }) => ({
    start,
    end,
    node,
    label: labelAmong(['Statement', 'Commitment'], labels),
  }))
}

const labelAmong = (among: readonly Mark['label'][], labels: readonly string[]): Mark['label'] =>
  among.find((label) => labels.includes(label))!

/** `[start, end, …]` as the graph stores spans. */
function pairs(flat: readonly number[]): { start: number; end: number }[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({ start: flat[2 * i]!, end: flat[2 * i + 1]! }))
}
