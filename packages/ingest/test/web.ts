import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface Visit {
  path: string
  headers: IncomingMessage['headers']
}

type Page = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void)

export interface Web {
  /** `http://127.0.0.1:…` */
  origin: string
  visits: Visit[]
}

/** A real site on the loopback, of these pages by path; what it lacks is a 404. Gone when the test ends. */
export async function web(pages: Record<string, Page>): Promise<Web> {
  const visits: Visit[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    visits.push({ path, headers: request.headers })
    const page = pages[path]
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'function') page(request, response)
    else response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits }
}
