import { readSameAs } from '../articles/read-same-as.ts'
import { describeLoad } from '../output/describe-load.ts'
import { write } from '../output/stdout.ts'
import { loadSources } from '../store/load-sources.ts'
import { nameOfStore } from '../store/read-settings.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export interface LoadFlags extends StoreFlags {
  published?: string
  sameAs?: string
}

/** Put everything under some paths into the store. */
export async function runLoad(paths: readonly string[], flags: LoadFlags): Promise<void> {
  const sameAs = readSameAs(flags.sameAs)
  await withStore(flags, 'write', async (store, settings) => {
    const { report, skipped } = await loadSources(store, paths, { published: flags.published, sameAs })
    await write(`${describeLoad(report)} in ${nameOfStore(settings)}\n`)
    skipped.settle()
  })
}
