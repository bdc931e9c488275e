import { Agent, buildConnector, fetch, type Response } from 'undici'
import { IngestError } from '../errors.ts'
import { publicConnector } from './addresses.ts'

/** How the reader calls itself, to servers and in robots.txt. */
export const NAME = 'MithaqBot'
const USER_AGENT = `${NAME}/0.1 (reads Arabic news on somebody's behalf; one request at a time)`

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export interface SendOptions {
  /** Also this machine and this network; else the public internet alone. */
  allowPrivate: boolean
  /** For the whole of one answer. */
  timeoutMs: number
}

interface Sent {
  response: Response
  /** Where the answer came from in the end. */
  url: string
}

export interface Sender {
  /** @param before what each address has to pass, the first and those that it is sent on to */
  send(address: string, headers?: Record<string, string>, before?: (url: URL) => Promise<void>): Promise<Sent>
  close(): Promise<void>
}

/** What goes over the wire: requests within limits of time and redirects, none to where they may not go. */
export function openSender({ allowPrivate, timeoutMs }: SendOptions): Sender {
  const agent = new Agent({
    connect: allowPrivate ? buildConnector({ timeout: timeoutMs }) : publicConnector(timeoutMs),
    maxHeaderSize: 64 * 1024,
  })
  const once = (url: URL, headers: Record<string, string>): Promise<Response> =>
    fetch(url.href, {
      dispatcher: agent,
      redirect: 'manual',
      headers: { 'user-agent': USER_AGENT, 'accept-language': 'ar, *;q=0.5', ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    })
  return {
    send: async (address, headers = {}, before) => {
      let url = checkAddress(address)
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        await before?.(url)
        const response = await once(url, headers)
        const to = response.headers.get('location')
        if (!REDIRECTS.has(response.status) || to === null) return { response, url: url.href }
        await drop(response)
        url = checkAddress(URL.canParse(to, url.href) ? new URL(to, url).href : to)
      }
      throw new IngestError(
        'too-many-redirects',
        `sent on more than ${MOST_REDIRECTS} times: look in a browser where it leads`,
      )
    },
    close: () => agent.destroy(),
  }
}

function checkAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/u.test(url.protocol)) {
    throw new IngestError(
      'wrong-address',
      `wanted: an address with http:// or https://, not ${address.slice(0, 200)}`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new IngestError('wrong-address', 'leave user and password out of the address')
  }
  url.hash = ''
  return url
}

/** The body, unpacked. @throws {IngestError} `too-large` */
export async function readBody(response: Response, most: number): Promise<Uint8Array> {
  const { bytes, isWhole } = await readStart(response, most)
  if (isWhole) return bytes
  throw new IngestError(
    'too-large',
    `more than ${Math.round(most / 1024 / 1024)} MiB: raise --max-size if that is meant`,
  )
}

/** As much of the body as may be held. */
export async function readStart(
  response: Response,
  most: number,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const part of response.body ?? []) {
    held += (part as Uint8Array).length
    parts.push(part as Uint8Array)
    if (held > most) break
  }
  return { bytes: Buffer.concat(parts).subarray(0, most), isWhole: held <= most }
}

export const drop = async (response: Response): Promise<void> => response.body?.cancel()
