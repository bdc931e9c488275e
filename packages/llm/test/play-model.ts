import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as it came in. */
interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: {
    model: string
    messages: { role: string; content: string }[]
    response_format?: { type: string; json_schema?: { schema: object; strict: boolean } }
    [parameter: string]: unknown
  }
  /** What stands between the marks. */
  article: string
}

/** What a model says, or what its server does instead. */
export type Part = (asked: Asked, nth: number) => string | object | ((response: ServerResponse) => void)

export interface Play {
  /** `http://127.0.0.1:…/v1` */
  baseURL: string
  asked: Asked[]
  /** Questions that were under way at one time. */
  most: number
  close: () => Promise<void>
}

/** A real OpenAI-compatible server on the loopback whose model plays a part. Gone when the test ends. */
export async function playModel(part: Part): Promise<Play> {
  let underWay = 0
  const server = createServer(async (request, response) => {
    play.most = Math.max(play.most, ++underWay)
    response.once('close', () => underWay--)
    const body = JSON.parse(await text(request)) as Asked['body']
    const prompt = body.messages.at(-1)!.content
    const article = prompt.slice(prompt.indexOf('>\n') + 2, prompt.indexOf('\n</article-'))
    const asked = { path: request.url ?? '', headers: request.headers, body, article }
    play.asked.push(asked)
    const reply = part(asked, play.asked.length)
    if (typeof reply === 'function') reply(response)
    else answer(response, typeof reply === 'string' ? reply : JSON.stringify(reply))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  const play: Play = { baseURL: `http://127.0.0.1:${port}/v1`, asked: [], most: 0, close }
  return play
}

/** A whole answer, as such servers give it. */
export function answer(response: ServerResponse, content: string, more: object = {}): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: 'played',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
      ...more,
    }),
  )
}
