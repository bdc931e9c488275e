import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** No new request for so long: what had reached the machine when the end was told has reached the process. */
const QUIET_MS = 100

/**
 * End a server: it answers what has been asked and tells its clients not to ask again on the same connection,
 * then takes no new connections, and breaks off what is not done in time.
 *
 * @param graceMs how long the end may take
 */
export async function endGracefully(server: Server, graceMs: number): Promise<void> {
  const latest = Date.now() + graceMs
  let asked = 0
  server.prependListener('request', (_, response: ServerResponse) => {
    asked++
    response.setHeader('connection', 'close')
  })
  // A connection that is closed before it is taken breaks off what its client has sent already.
  for (let before = -1; asked !== before && Date.now() < latest - QUIET_MS;) {
    before = asked
    await wait(QUIET_MS)
  }
  const ended = new Promise<void>((resolve) => {
    // The HTTP server's own `close` would also break off connections whose request is yet to be read.
    NetServer.prototype.close.call(server, () => resolve())
  })
  setTimeout(() => server.close(), QUIET_MS).unref()
  setTimeout(() => server.closeAllConnections(), Math.max(QUIET_MS, latest - Date.now())).unref()
  await ended
}
