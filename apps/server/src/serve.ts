import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { ServeError } from './errors.ts'
import { endGracefully } from './service/end-gracefully.ts'

/** How long an answer under way may take once the server is told to close. */
const GRACE_MS = 3_000

/** Longer than clients and proxies keep a connection for their next request: who closes it first is not to be us. */
const KEEP_MS = 65_000

export interface Running {
  /** The address to open, e.g. `http://127.0.0.1:4848/`. */
  url: string
  /** Takes no new requests, lets those under way finish for a while, then frees the port. */
  close(): Promise<void>
}

/** What `createApp` gives. */
export interface Servable {
  fetch(request: Request, env: unknown): Response | Promise<Response>
}

/**
 * Serve an app over HTTP.
 *
 * @param options.port 0 takes any free port
 * @param options.host where to listen; the loopback unless the user asks for more
 * @throws {ServeError} `port-in-use`, `port-refused`, `address-unknown`, `not-started`
 */
export async function serve(
  app: Servable,
  { port, host = '127.0.0.1' }: { port: number; host?: string | undefined },
): Promise<Running> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server
  server.keepAliveTimeout = KEEP_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(explain(cause, host, port)))
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    close: () => endGracefully(server, GRACE_MS),
  }
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): ServeError {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new ServeError(
        'port-in-use',
        `Port ${port} is taken: choose another with --port, or 0 for any.`,
        {
          cause,
        },
      )
    case 'EACCES':
      return new ServeError(
        'port-refused',
        `Port ${port} needs privileges: choose one above 1023 with --port.`,
        {
          cause,
        },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ServeError(
        'address-unknown',
        `This machine has no address ${host}: leave --host out, or correct it.`,
        {
          cause,
        },
      )
    default:
      return new ServeError('not-started', `The server did not start on ${host}:${port}: ${cause.message}`, {
        cause,
      })
  }
}
