import { stat } from 'node:fs/promises'
import { walk } from './find-sources.ts'

/** Bytes to be read under some paths; undefined where that cannot be known before, as of standard input. */
export async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  if (paths.includes('-')) return undefined
  let bytes = 0
  try {
    for (const path of paths) {
      const found = await stat(path)
      if (!found.isDirectory()) bytes += found.size
      else for await (const file of walk(path)) bytes += (await stat(file)).size
    }
  } catch {
    // What is missing is reported where it is read.
    return undefined
  }
  return bytes
}
