import type { GraphStore, LinkReport, LoadReport } from '@mithaq/loader'
import { findSources } from '../articles/find-sources.ts'
import { parseGraph } from '../articles/parse-graph.ts'
import type { ParseOptions } from '../articles/parse-article.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { Progress } from '../output/progress.ts'

/** Stream everything under some paths into a store and link it, with progress on stderr. */
export async function loadSources(
  store: GraphStore,
  paths: readonly string[],
  options: ParseOptions = {},
): Promise<{ report: LoadReport & { links: LinkReport }; skipped: Skipped }> {
  const skipped = new Skipped()
  const progress = new Progress('articles')
  const graphs = skipBroken(
    findSources(paths, process.stdin),
    (source) => parseGraph(source, options),
    skipped,
  )
  try {
    const report = await store.load(graphs, {
      onProgress: (done) => progress.update(done.articles),
      onBadRecord: (error) => skipped.report(error.record, error),
    })
    return { report: { ...report, links: await store.link() }, skipped }
  } finally {
    progress.end()
  }
}
