import { createMiddleware } from 'hono/factory'
import { ApiError } from '../errors.ts'

/** A structured log, such as pino's. */
export interface Log {
  info(about: object, message: string): void
  error(about: object, message: string): void
}

/**
 * Tells each request once it is answered: method, path, status, milliseconds. What was asked for is left out, since
 * questions name people, and so is who asked. An error that nobody foresaw is told with its stack.
 */
export const logRequests = (log: Log) =>
  createMiddleware(async (c, next) => {
    const started = performance.now()
    await next()
    const { method, path } = c.req
    const about = { method, path, status: c.res.status, ms: Math.round(performance.now() - started) }
    if (c.res.status >= 500 && c.error && !(c.error instanceof ApiError))
      log.error({ ...about, err: c.error }, 'failed')
    else log.info(about, 'answered')
  })
