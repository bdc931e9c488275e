import { extract } from '@mithaq/extractor'
import { applySameAs, articleGraphSchema } from '@mithaq/model'
import type { ArticleGraph } from '@mithaq/model'
import { CliError } from '../errors.ts'
import { explainIssues, readRecord, toArticle } from './parse-article.ts'
import type { ParseOptions } from './parse-article.ts'
import type { Source } from './source.ts'

/**
 * The graph in a source: an `ArticleGraph` as `extract` wrote it, or an article, which is extracted here.
 *
 * @throws {CliError} with what is wrong and what to do
 */
export function parseGraph(source: Source, options: ParseOptions = {}): ArticleGraph {
  return applySameAs(graphOf(source, options), options.sameAs ?? [])
}

function graphOf(source: Source, options: ParseOptions): ArticleGraph {
  const record = readRecord(source)
  if (!('schema' in record)) return extract(toArticle(record, options))
  const { data, error } = articleGraphSchema.safeParse(record)
  if (data) return data
  throw new CliError('wrong-record', `${explainIssues(error.issues)}; extract the article again`)
}
