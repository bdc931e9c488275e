import type { GraphStore, LinkReport, LoadReport } from '@mithaq/loader'
import { findSources } from '../articles/find-sources.ts'
import { sizeOf } from '../articles/size-of.ts'
import type { Source } from '../articles/source.ts'
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
  const total = await sizeOf(paths)
  let read = 0
  const graphs = skipBroken(
    weighed(findSources(paths, process.stdin), (bytes) => (read += bytes)),
    (source) => parseGraph(source, options),
    skipped,
  )
  try {
    const report = await store.load(graphs, {
      onProgress: (done) => progress.update(done.articles, total && Math.min(1, read / total)),
      onBadRecord: (error) => skipped.report(error.record, error),
    })
    return { report: { ...report, links: await store.link() }, skipped }
  } finally {
    progress.end()
  }
}

/** The same sources; `onBytes` is told how many each had. */
async function* weighed(
  sources: AsyncIterable<Source>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Source> {
  for await (const source of sources) {
    const { content } = source
    if ('line' in content) onBytes(content.line.length + 1)
    else if ('text' in content) onBytes(content.text.length)
    yield source
  }
}
