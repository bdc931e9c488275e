/**
 * The process that `pnpm bench memory` watches: records, each made when it is asked for, loaded and linked a part at a
 * time as a service does it.
 */
import type { ArticleGraph } from '../../packages/model/src/index.ts'
import { openStore } from '../../packages/loader/src/index.ts'
import { address } from './measure.ts'
import { undertakings } from './undertakings.ts'

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 1_000_000)
const NEW = Number(process.env['BENCH_NEW'] ?? 50_000)
const PARTS = 20

/** New ones first, then the same again. */
function* stream(from: number, to: number): Generator<ArticleGraph> {
  for (let i = from; i < to; i++)
    yield JSON.parse(JSON.stringify(undertakings(1, i % NEW)[0])) as ArticleGraph
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`
const seconds = async (work: () => Promise<unknown>): Promise<string> => {
  const start = performance.now()
  await work()
  return ((performance.now() - start) / 1_000).toFixed(1)
}

const store = await openStore(address)
for (let part = 0; part < PARTS; part++) {
  const [from, to] = [part, part + 1].map((each) => Math.round((each * RECORDS) / PARTS)) as [number, number]
  const loading = await seconds(() => store.load(stream(from, to)))
  const { rss } = process.memoryUsage()
  const linking = await seconds(() => store.link())
  const { rss: after, heapUsed, external } = process.memoryUsage()
  console.log(
    `${to} records, ${Math.min(to, NEW)} of them new: ${mib(rss)} after loading (${loading} s), ${mib(after)} after linking (${linking} s), of which heap ${mib(heapUsed)} and outside it ${mib(external)}`,
  )
}
console.log(`at most ${mib(process.resourceUsage().maxRSS * 1_024)}`)
await store.close()
process.disconnect()
