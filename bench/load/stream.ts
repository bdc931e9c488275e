/** The process that `pnpm bench memory` watches: small records, each made when it is asked for. */
import type { ArticleGraph } from '../../packages/model/src/index.ts'
import { openStore } from '../../packages/loader/src/index.ts'
import { manyRecords } from '../../packages/loader/test/many-records.ts'
import { address } from './measure.ts'

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 1_000_000)
const NEW = Number(process.env['BENCH_NEW'] ?? 50_000)
const REPORT_EVERY = RECORDS / 20

function* stream(): Generator<ArticleGraph> {
  for (let i = 0; i < RECORDS; i++)
    yield JSON.parse(JSON.stringify(manyRecords(1, i % NEW)[0])) as ArticleGraph
}

const store = await openStore(address)
const start = performance.now()
let next = REPORT_EVERY
await store.load(stream(), {
  onProgress({ articles, unchanged }) {
    if (articles < next) return
    next += REPORT_EVERY
    const rate = articles / ((performance.now() - start) / 1_000)
    console.log(
      `${articles} records, ${unchanged} unchanged, ${rate.toFixed(0)}/s, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB`,
    )
  },
})
console.log(`at most ${(process.resourceUsage().maxRSS / 2 ** 10).toFixed(0)} MiB`)
await store.close()
process.disconnect()
