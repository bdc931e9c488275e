/** What the two sides of the bench of loading share: where to load, from which records, and how to time it. */
import { createReadStream } from 'node:fs'
import { splitLines } from '../../apps/cli/src/articles/split-lines.ts'
import type { ArticleGraph } from '../../packages/model/src/index.ts'

export interface Measured {
  name: string
  seconds: number
  /** Of the processor, by this process since it started. */
  cpu: number
  /** The most memory the process held, in bytes. */
  rss: number
}

export const address = JSON.parse(process.env['BENCH_NEO4J']!) as {
  uri: string
  username: string
  password: string
}

export async function* records(): AsyncGenerator<ArticleGraph> {
  for await (const { bytes } of splitLines(createReadStream(process.argv[2]!)))
    yield JSON.parse(bytes!.toString('utf8')) as ArticleGraph
}

/** Runs and tells the parent how long it took. */
export async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage()
  const rss = process.resourceUsage().maxRSS * 1_024
  process.send?.({ name, seconds, cpu: (user + system) / 1e6, rss } satisfies Measured)
}
