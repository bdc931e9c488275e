import type { GraphStore } from '@mithaq/loader'
import { createApp, serve, ServeError } from '@mithaq/server'
import type { Log, Running } from '@mithaq/server'
import { firstSignal } from '../first-signal.ts'
import { note } from '../output/note.ts'
import { write } from '../output/stdout.ts'
import { VIEWER_DIRECTORY } from '../places.ts'
import { readSecrets } from '../store/read-secrets.ts'
import { openBrowser } from './open-browser.ts'

export interface ViewerFlags {
  port?: number | undefined
  host?: string | undefined
  open: boolean
  /** Names that the server goes by beside its address, with the port where that is not its own. */
  answerTo?: string[] | undefined
  log?: boolean | undefined
}

/** Far from Neo4j's 7474 and 7687 and from what other tools take by default. */
const DEFAULT_PORT = 4848

/** Serve the viewer over a store until somebody ends it with Ctrl-C; its address goes to stdout. */
export async function runViewer(store: GraphStore, flags: ViewerFlags): Promise<void> {
  const { token } = readSecrets(process.env)
  const app = createApp(store, {
    readAhead: true,
    viewerDirectory: VIEWER_DIRECTORY,
    hosts: [...(flags.host === undefined ? [] : [flags.host]), ...(flags.answerTo ?? [])],
    service: { token, log: flags.log ? await openLog() : undefined },
  })
  if (flags.host !== undefined && token === undefined) {
    note('Whoever reaches this address may read the graph; MITHAQ_TOKEN asks them for a token.')
  }
  const running = await start(app, flags)
  const ended = firstSignal()
  await write(`${running.url}\n`)
  note('Ctrl-C ends it.')
  if (flags.open) await openBrowser(running.url)
  await ended
  await running.close()
}

/** One JSON object a line on stderr, for whatever gathers logs. */
async function openLog(): Promise<Log> {
  const { pino } = await import('pino')
  const logger = pino({ base: null }, pino.destination(2))
  return {
    info: (about, message) => logger.info(about, message),
    error: (about, message) => logger.error(about, message),
  }
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
