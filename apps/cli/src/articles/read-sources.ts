import { IngestError, isEncoding, parseFieldMap } from '@mithaq/ingest'
import { UsageError } from '../errors.ts'
import { firstSignal } from '../first-signal.ts'
import { note } from '../output/note.ts'
import { findSources } from './find-sources.ts'
import { mapSources } from './map-sources.ts'
import type { Source } from './source.ts'
import { watchPaths } from './watch-paths.ts'

/** How a command reads its input; see `commands/input-options.ts`. */
export interface InputFlags {
  published?: string
  encoding?: string
  map?: string
}

/** Every record under some paths, as the flags say that they are to be read. @throws {UsageError} */
export function readSources(paths: readonly string[], { encoding, map }: InputFlags): AsyncIterable<Source> {
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(`No encoding is called ${encoding}; e.g. utf-8, utf-16le, windows-1256, iso-8859-6.`)
  }
  const sources = findSources(paths, process.stdin, { encoding })
  return map === undefined ? sources : mapSources(sources, fieldMapOf(map))
}

/** The same, and then what comes into the folders or changes there, until Ctrl-C. */
export async function* watchSources(paths: readonly string[], flags: InputFlags): AsyncGenerator<Source> {
  for await (const changed of watchedPaths(paths)) yield* readSources(changed, flags)
}

/** @throws {UsageError} where there is nothing that could change */
export function watchedPaths(paths: readonly string[]): AsyncGenerator<string[]> {
  if (paths.includes('-')) throw new UsageError('Standard input cannot be watched: name folders or files.')
  const ended = new AbortController()
  void firstSignal().then(() => ended.abort())
  note('Watching; Ctrl-C ends it.')
  return watchPaths(paths, ended.signal)
}

function fieldMapOf(text: string): ReturnType<typeof parseFieldMap> {
  try {
    return parseFieldMap(text)
  } catch (error) {
    throw error instanceof IngestError ? new UsageError(`--map: ${error.message}.`) : error
  }
}
