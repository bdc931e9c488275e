import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isHidden, isRead } from './find-sources.ts'

/** A file that has not grown for so long is taken as written to its end. */
const SETTLED_MS = 300

/**
 * The paths themselves, then again and again the files in them that are new or have changed, until the signal. A
 * file that is written over with what it held before is no change of its record, and costs only the reading.
 */
export async function* watchPaths(paths: readonly string[], signal: AbortSignal): AsyncGenerator<string[]> {
  const { watch } = await import('chokidar')
  const changed = new Set<string>()
  const changes = new EventEmitter()
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, found) =>
      isHidden(basename(path)) || (found?.isFile() === true && !paths.includes(path) && !isRead(path)),
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 50 },
  })
  const tell = (path: string): void => {
    changed.add(path)
    changes.emit('seen')
  }
  watcher.on('add', tell).on('change', tell)
  try {
    // Watched before it is read, so that nothing comes in between.
    await once(watcher, 'ready', { signal })
    yield [...paths]
    while (!signal.aborted) {
      if (changed.size === 0) await once(changes, 'seen', { signal })
      await wait(SETTLED_MS, undefined, { signal })
      // What is gone again was of no interest.
      const files = [...changed].filter((path) => existsSync(path)).sort()
      changed.clear()
      if (files.length > 0) yield files
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await watcher.close()
  }
}
