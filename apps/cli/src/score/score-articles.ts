import type { ArticleGraph, ArticleInput } from '@mithaq/model'
import type { BootstrapOptions } from './bootstrap.ts'
import type { GoldArticle } from './find-gold.ts'
import { type ArticleScore, scoreArticle } from './score-article.ts'
import { type Figure, summarise } from './summarise.ts'

export interface Score {
  figures: Figure[]
  articles: ArticleScore[]
}

/**
 * Read every article anew, by its text and day of publication alone (what a title or a publisher would
 * give away is kept from the extractor), and compare with its gold.
 */
export function scoreArticles(
  golds: readonly GoldArticle[],
  extract: (input: ArticleInput) => ArticleGraph,
  options?: BootstrapOptions,
): Score {
  const articles = golds.map(({ gold, text }) =>
    scoreArticle(gold, extract({ text, ...(gold.published !== undefined && { published: gold.published }) })),
  )
  return { figures: summarise(articles, options), articles }
}
