import { extract } from '@mithaq/extractor'
import type { Copies } from '@mithaq/ingest'
import { applySameAs, articleGraphSchema } from '@mithaq/model'
import type { ArticleGraph, ArticleInput } from '@mithaq/model'
import { CliError } from '../errors.ts'
import { explainIssues, parseArticle, readRecord, toArticle } from './parse-article.ts'
import type { ParseOptions } from './parse-article.ts'
import type { Source } from './source.ts'

export interface GraphOptions extends ParseOptions {
  /** What has come before, so that a report carried again is told apart from a new one. */
  copies?: Copies | undefined
}

/**
 * The graph of the article in a source, which is extracted here; `sameAs` is left to the caller.
 *
 * @throws {CliError | IngestError} with what is wrong and what to do
 */
export function extractSource(source: Source, options: Omit<GraphOptions, 'sameAs'>): ArticleGraph {
  return graphOf(parseArticle(source, options), options)
}

/**
 * The graph in a source: an `ArticleGraph` as `extract` wrote it, or an article, which is extracted here.
 *
 * @throws {CliError | IngestError} with what is wrong and what to do
 */
export function parseGraph(source: Source, options: GraphOptions = {}): ArticleGraph {
  const record = readRecord(source)
  if (!('schema' in record)) {
    return applySameAs(graphOf(toArticle(record, options), options), options.sameAs ?? [])
  }
  const { data, error } = articleGraphSchema.safeParse(record)
  if (data) return applySameAs(data, options.sameAs ?? [])
  throw new CliError('wrong-record', `${explainIssues(error.issues)}; extract the article again`)
}

function graphOf(input: ArticleInput, { copies }: GraphOptions): ArticleGraph {
  const { copyOf, ...article } = copies?.mark(input) ?? { ...input, copyOf: undefined }
  const graph = extract(article)
  return copyOf === undefined ? graph : { ...graph, article: { ...graph.article, copyOf } }
}
