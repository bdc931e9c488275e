import type { GraphStore, LinkReport, LoadReport } from '@mithaq/loader'
import { sizeOf } from '../articles/size-of.ts'
import type { Source } from '../articles/source.ts'
import { type GraphOptions, parseGraph } from '../articles/parse-graph.ts'
import { type InputFlags, readSources } from '../articles/read-sources.ts'
import { Skipped, skipBroken } from '../articles/skip-broken.ts'
import { Progress } from '../output/progress.ts'

/** Stream everything under some paths into a store and link it, with progress on stderr. */
export async function loadSources(
  store: GraphStore,
  paths: readonly string[],
  options: InputFlags & Omit<GraphOptions, 'published'> = {},
): Promise<{ report: LoadReport & { links: LinkReport }; skipped: Skipped }> {
  const skipped = new Skipped()
  const [progress, linking] = [new Progress('articles'), new Progress('articles linked')]
  const total = await sizeOf(paths)
  let read = 0
  const graphs = skipBroken(
    weighed(readSources(paths, options), (bytes) => (read += bytes)),
    (source) => parseGraph(source, options),
    skipped,
  )
  try {
    const report = await store.load(graphs, {
      onProgress: (done) => progress.update(done.articles, total && Math.min(1, read / total)),
      onBadRecord: (error) => skipped.report(error.record, error),
    })
    progress.end()
    const links = await store.link({
      onProgress: (done, share) => linking.update(done.articles, share),
    })
    return { report: { ...report, links }, skipped }
  } finally {
    progress.end()
    linking.end()
  }
}

/** The same sources; `onBytes` is told how many each had. */
async function* weighed(
  sources: AsyncIterable<Source>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Source> {
  for await (const source of sources) {
    onBytes(source.bytes ?? 0)
    yield source
  }
}
