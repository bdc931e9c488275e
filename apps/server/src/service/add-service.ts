import { prometheus } from '@hono/prometheus'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { GraphStore } from '@mithaq/loader'
import { bodyLimit } from 'hono/body-limit'
import { Gauge, Registry } from 'prom-client'
import { ApiError } from '../errors.ts'
import { type Log, logRequests } from './log-requests.ts'
import { requireToken } from './require-token.ts'
import { isUp } from './is-up.ts'

/** What a server wants that others depend on; a viewer on one's own machine does without. */
export interface ServiceOptions {
  /** Where each request is told, as an object; without it nothing is. */
  log?: Log | undefined
  /** What a reader must know; without it everybody who reaches the server may read. */
  token?: string | undefined
}

/** No question comes near it; what its own route allows may be less. */
const MOST_BYTES_IN = 1024 * 1024

/**
 * `/healthz`, which answers whether the store does, to anybody; `/metrics` for Prometheus; the log, the token and
 * the limit of what may be sent. To be added before the routes that it is to watch over.
 */
export function addService(app: OpenAPIHono, store: GraphStore, { log, token }: ServiceOptions): void {
  const registry = new Registry()
  const up = new Gauge({ name: 'mithaq_store_up', help: 'Whether the store answers', registers: [registry] })
  const { registerMetrics, printMetrics } = prometheus({ registry, collectDefaultMetrics: true })
  if (log) app.use(logRequests(log))
  app.use(registerMetrics)
  app.get('/healthz', async (c) => {
    const well = await isUp(store)
    up.set(well ? 1 : 0)
    return c.json({ status: well ? 'ok' : 'store-down' }, well ? 200 : 503, { 'cache-control': 'no-store' })
  })
  if (token !== undefined) app.use(requireToken(token))
  app.get('/metrics', printMetrics)
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES_IN,
      onError: () => {
        throw new ApiError(413, 'too-large', `A request may have ${MOST_BYTES_IN} bytes.`)
      },
    }),
  )
}
