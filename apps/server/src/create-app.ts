import { OpenAPIHono } from '@hono/zod-openapi'
import type { GraphStore } from '@mithaq/loader'
import { isoDate } from '@mithaq/model'
import { answerError } from './answer-error.ts'
import { ApiError } from './errors.ts'
import { hostCheck } from './host-check.ts'
import { addArticleRoutes } from './routes/articles.ts'
import { addCommitmentRoutes } from './routes/commitments.ts'
import { addCypherRoutes } from './routes/cypher.ts'
import { addGraphRoutes } from './routes/graph.ts'
import { addLedgerRoutes } from './routes/ledger.ts'
import { addService, type ServiceOptions } from './service/add-service.ts'
import { securityHeaders } from './security-headers.ts'
import { keepSnapshots } from './snapshot.ts'
import { addViewerFiles } from './viewer-files.ts'

export interface AppOptions {
  /** The viewer's built files; without it the server answers the API alone. */
  viewerDirectory?: string
  /** Names that the Host header may carry beside the loopback's. */
  hosts?: readonly string[]
  /** Read a large graph's ledger and lay out its overview at once, not when the first reader comes. */
  readAhead?: boolean
  /** Health, metrics, log and token, for a server that others depend on. */
  service?: ServiceOptions
  /** The day taken where a question names none; the machine's calendar by default. */
  today?: () => string
}

/**
 * The HTTP API over a graph store, described by itself at `/api/openapi.json`. Reads only: the
 * store's `query` refuses writes. Errors are `{ error: { code, message } }`.
 */
export function createApp(store: GraphStore, options: AppOptions = {}): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw new ApiError(400, 'wrong-input', explainIssues(result.error.issues))
    },
  })
  app.onError(answerError)
  app.use(securityHeaders())
  app.use(hostCheck(options.hosts ?? []))
  const today = options.today ?? machineDay
  const snapshots = keepSnapshots(store, today)
  if (options.readAhead) void snapshots.readAhead()
  if (options.service) addService(app, store, options.service)
  addGraphRoutes(app, store, snapshots)
  addLedgerRoutes(app, snapshots)
  addArticleRoutes(app, store)
  addCommitmentRoutes(app, store, today)
  addCypherRoutes(app, store)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Mithaq',
      version: '1',
      description: 'Who committed to what, to whom, where, by when, on what condition, according to whom.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  })
  app.all('/api/*', (c) => {
    throw new ApiError(
      404,
      'not-found',
      `No ${c.req.method} ${c.req.path} here; /api/openapi.json lists what is.`,
    )
  })
  if (options.viewerDirectory !== undefined) addViewerFiles(app, options.viewerDirectory)
  app.notFound(() => {
    throw new ApiError(404, 'not-found', 'Nothing here; the API is described at /api/openapi.json.')
  })
  return app
}

/** Today by the calendar on the machine's wall. */
function machineDay(): string {
  const now = new Date()
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

const explainIssues = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ')
