/**
 * What the gates of the language-model lane let through: a reader who proposes what the annotators found, by the words
 * that they marked. Who is bound and which day is meant, the lane has to find out from these words.
 */
import { fileURLToPath } from 'node:url'
import { findGold, type GoldArticle } from '../apps/cli/src/score/find-gold.ts'
import { scoreArticles } from '../apps/cli/src/score/score-articles.ts'
import { extract } from '../packages/extractor/src/index.ts'
import {
  countReasons,
  type LaneReport,
  type Model,
  readWithModel,
  REASONS,
} from '../packages/llm/src/index.ts'
import { type ArticleGraph, containment } from '../packages/model/src/index.ts'

const golds = await findGold(fileURLToPath(new URL('../examples/gold', import.meta.url)))

/** The gold's commitments as proposals, for the part of the article that is asked about. */
function annotator({ gold }: GoldArticle): Model {
  return {
    name: 'annotator',
    ask: async ({ prompt }) => {
      const commitments = gold.commitments
        .filter(({ span }) => prompt.includes(span.quote))
        .map(({ span, committers, due, kind, polarity }) => ({
          quote: span.quote,
          trigger: span.quote.split(/\s/u)[0],
          action: span.quote,
          committers: committers.flatMap((name) => wordsOf(name, span.start)),
          due: gold.dates.find(
            (date) => containment(date.span, span) === 1 && date.interval.until === due?.until,
          )?.span.quote,
          kind,
          polarity,
        }))
      return { text: JSON.stringify({ commitments }), isCutOff: false, tokens: 0, isCached: false }
    },
  }

  /** How the article calls somebody nearest to a clause. */
  function wordsOf(name: string, at: number): string[] {
    const mentions = gold.actors.find((actor) => actor.name === name)?.mentions ?? []
    const near = mentions.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))
    return near.slice(0, 1).map(({ quote }) => quote)
  }
}

const graphs = new Map<string, ArticleGraph>()
const reports: LaneReport[] = []
for (const article of golds) {
  const { gold, text } = article
  const rules = extract({ text, ...(gold.published !== undefined && { published: gold.published }) })
  const { graph, report } = await readWithModel(rules, annotator(article))
  graphs.set(text, graph)
  reports.push(report)
}

const sum = (of: (report: LaneReport) => number): number =>
  reports.reduce((all, report) => all + of(report), 0)
console.log(
  `${sum(({ proposed }) => proposed)} proposed, ${sum(({ agreed }) => agreed)} as the rules have it, ${sum(({ added }) => added)} new`,
)
for (const [reason, count] of countReasons(reports.flatMap(({ rejected }) => rejected)))
  console.log(`${String(count).padStart(5)} left out: ${REASONS[reason]}`)
const MEASURES = new Set(['commitments', 'committers', 'due', 'all'])
const readers = { rules: extract, 'rules and annotator': ({ text }: { text: string }) => graphs.get(text)! }
for (const [name, reader] of Object.entries(readers))
  for (const { measure, label, precision, recall, f1 } of scoreArticles(golds, reader).figures)
    if (MEASURES.has(measure))
      console.log(
        `${name.padEnd(20)} ${label.padEnd(44)} ${[precision, recall, f1].map((part) => (100 * (part ?? 0)).toFixed(1)).join('  ')}`,
      )
