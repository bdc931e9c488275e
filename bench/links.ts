/**
 * `pnpm bench links`: what linking costs by the number of records: all in memory, as `mithaq link` does it; on load
 * into the embedded store; and for a hundred more once these are there.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findLinks, linkedArticle } from '../packages/model/src/index.ts'
import { openStore } from '../packages/loader/src/index.ts'
import { undertakings } from './load/undertakings.ts'

const SIZES = (process.env['BENCH_SIZES'] ?? '1000,3000,10000').split(',').map(Number)
const MORE = 100

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

const cell = (value: number, digits: number): string => value.toFixed(digits).padStart(10)

findLinks(undertakings(300).map(linkedArticle))
console.log(' records     links    linked  µs/record   on load  µs/record  100 more')
for (const size of SIZES) {
  const records = undertakings(size)
  const articles = records.map(linkedArticle)
  let links = 0
  const linked = await seconds(() => (links = findLinks(articles).length))
  const directory = await mkdtemp(join(tmpdir(), 'mithaq-links-'))
  const store = await openStore({ directory })
  await store.load(records)
  const onLoad = await seconds(() => store.link())
  await store.load(undertakings(MORE, size))
  const more = await seconds(() => store.link())
  await store.close()
  await rm(directory, { recursive: true })
  console.log(
    String(size).padStart(8) +
      String(links).padStart(10) +
      cell(linked, 2) +
      cell((linked / size) * 1e6, 0) +
      cell(onLoad, 2) +
      cell((onLoad / size) * 1e6, 0) +
      cell(more, 2),
  )
}
