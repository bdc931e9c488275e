import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describeLoad } from '../output/describe-load.ts'
import { note } from '../output/note.ts'
import { EXAMPLES_DIRECTORY } from '../places.ts'
import { runViewer } from '../serve/run-viewer.ts'
import type { ViewerFlags } from '../serve/run-viewer.ts'
import { loadSources } from '../store/load-sources.ts'
import { withStore } from '../store/with-store.ts'

export interface DemoFlags extends ViewerFlags {
  store: string
}

/** The examples that tell one story; the others are for measuring. */
const STORY = /^0[1-8]-.*\.txt$/u

/** The whole way once, on the examples. */
export async function runDemo({ store: directory, ...flags }: DemoFlags): Promise<void> {
  await withStore({ store: directory }, 'write', async (store) => {
    const { report, skipped } = await loadSources(store, storyPaths())
    skipped.settle()
    note(`Examples: ${describeLoad(report)}`)
  })
  await withStore({ store: directory }, 'read', (store) => runViewer(store, flags))
}

const storyPaths = (): string[] =>
  readdirSync(EXAMPLES_DIRECTORY)
    .filter((name) => STORY.test(name))
    .sort()
    .map((name) => join(EXAMPLES_DIRECTORY, name))
