import { Copies } from '@mithaq/ingest'
import { type InputFlags, watchedPaths } from '../articles/read-sources.ts'
import { readSameAs } from '../articles/read-same-as.ts'
import { Skipped } from '../articles/skip-broken.ts'
import { describeLoad } from '../output/describe-load.ts'
import { write } from '../output/stdout.ts'
import { loadSources } from '../store/load-sources.ts'
import { nameOfStore } from '../store/read-settings.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export interface LoadFlags extends StoreFlags, InputFlags {
  sameAs?: string
  copies?: boolean
  watch?: boolean
}

/** Put everything under some paths into the store, and with `watch` what comes into them later. */
export async function runLoad(paths: readonly string[], flags: LoadFlags): Promise<void> {
  const sameAs = readSameAs(flags.sameAs)
  const options = { ...flags, sameAs, copies: flags.copies ? new Copies() : undefined }
  await withStore(flags, 'write', async (store, settings) => {
    const load = async (some: readonly string[]) => {
      const { report, skipped } = await loadSources(store, some, options)
      await write(`${describeLoad(report)} in ${nameOfStore(settings)}\n`)
      return skipped
    }
    if (!flags.watch) return (await load(paths)).settle()
    const skipped = new Skipped()
    for await (const changed of watchedPaths(paths)) skipped.count += (await load(changed)).count
    skipped.settle()
  })
}
