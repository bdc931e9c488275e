import type { GraphStore } from '@mithaq/loader'
import { createApp, serve, ServeError } from '@mithaq/server'
import type { Running } from '@mithaq/server'
import { firstSignal } from '../first-signal.ts'
import { note } from '../output/note.ts'
import { write } from '../output/stdout.ts'
import { VIEWER_DIRECTORY } from '../places.ts'
import { openBrowser } from './open-browser.ts'

export interface ViewerFlags {
  port?: number | undefined
  host?: string | undefined
  open: boolean
}

/** Far from Neo4j's 7474 and 7687 and from what other tools take by default. */
const DEFAULT_PORT = 4848

/** Serve the viewer over a store until somebody ends it with Ctrl-C; its address goes to stdout. */
export async function runViewer(store: GraphStore, flags: ViewerFlags): Promise<void> {
  const app = createApp(store, {
    readAhead: true,
    viewerDirectory: VIEWER_DIRECTORY,
    hosts: flags.host === undefined ? [] : [flags.host],
  })
  const running = await start(app, flags)
  const ended = firstSignal()
  await write(`${running.url}\n`)
  note('Ctrl-C ends it.')
  if (flags.open) await openBrowser(running.url)
  await ended
  await running.close()
}

/** At the port asked for, or else at the usual one, or where that is taken at any. */
async function start(app: ReturnType<typeof createApp>, { port, host }: ViewerFlags): Promise<Running> {
  const at = { port: port ?? DEFAULT_PORT, host }
  try {
    return await serve(app, at)
  } catch (error) {
    if (port !== undefined || !(error instanceof ServeError) || error.code !== 'port-in-use') throw error
    return serve(app, { ...at, port: 0 })
  }
}
