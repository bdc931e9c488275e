/** Records that were extracted before, to be scored instead of what is extracted anew. */
import { type ArticleGraph, type ArticleInput, type EnumValue, sha256Hex } from '@mithaq/model'
import { parseGraph } from '../articles/parse-graph.ts'
import { readSources } from '../articles/read-sources.ts'
import type { Source } from '../articles/source.ts'
import { CliError } from '../errors.ts'

type Origin = EnumValue<'origin'>

/**
 * What gives the record of an article by its text, from a file or folder of records. Of records that a language model
 * has read as well (`extract --llm`), `origins` says whose commitments are scored.
 *
 * @throws {CliError} `wrong-record`, and when asked for a text that has none `gold-record-missing`
 */
export async function findRecords(
  path: string,
  origins?: readonly Origin[],
): Promise<(input: ArticleInput) => ArticleGraph> {
  const records = new Map<string, ArticleGraph>()
  for await (const source of readSources([path], {})) {
    const graph = readRecord(source)
    records.set(graph.article.sha256, origins ? only(graph, origins) : graph)
  }
  return ({ text }) => {
    const graph = records.get(sha256Hex(text))
    if (graph) return graph
    throw new CliError(
      'gold-record-missing',
      `${path} has no record of the article that begins «${text.trim().slice(0, 40)}»: extract it again.`,
    )
  }
}

function readRecord(source: Source): ArticleGraph {
  try {
    return parseGraph(source)
  } catch (cause) {
    throw new CliError('wrong-record', `${source.where}: ${(cause as Error).message}`, { cause })
  }
}

/** Commitments without an origin are the rules'. */
const only = (graph: ArticleGraph, origins: readonly Origin[]): ArticleGraph => ({
  ...graph,
  commitments: graph.commitments.filter(({ origin = 'rules' }) => origins.includes(origin)),
})
