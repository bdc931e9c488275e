import { setTimeout as wait } from 'node:timers/promises'
import { Agent, buildConnector, fetch, type Response } from 'undici'
import { IngestError } from '../errors.ts'
import { publicConnector } from './addresses.ts'
import { allowsAll, parseRobots, refusesAll, type Robots } from './robots.ts'

export interface ClientOptions {
  /** Also this machine and this network; else the public internet alone. */
  allowPrivate?: boolean | undefined
  /** For the whole of one answer, in milliseconds. */
  timeoutMs?: number | undefined
  /** Of one answer, unpacked. */
  maxBytes?: number | undefined
  /** Between two requests to one host, in milliseconds; a site may ask for more. */
  delayMs?: number | undefined
}

export interface Answer {
  /** Where it came from in the end. */
  url: string
  /** True where nothing has changed since the validators that were sent. */
  isUnchanged: boolean
  bytes: Uint8Array
  /** The encoding that the server named. */
  charset?: string | undefined
  etag?: string | undefined
  lastModified?: string | undefined
}

interface Validators {
  etag?: string | undefined
  lastModified?: string | undefined
}

export interface Client {
  /** @throws {IngestError} with why not, and what to do */
  get(url: string, validators?: Validators): Promise<Answer>
  close(): Promise<void>
}

/** How the reader calls itself, to servers and in robots.txt. */
const NAME = 'MithaqBot'
const USER_AGENT = `${NAME}/0.1 (reads Arabic news on somebody's behalf; one request at a time)`

const MOST_REDIRECTS = 5
/** No site is waited for longer than this between two requests. */
const MOST_DELAY_MS = 30_000
/** RFC 9309 asks for at least 500 KiB. */
const MOST_ROBOTS_BYTES = 512 * 1024

/**
 * A polite reader of the web: asks robots.txt of each site first, one request at a time and not too soon after
 * the last, within limits of time, size and redirects, and never inside the user's own network unless allowed.
 */
export function openClient(options: ClientOptions = {}): Client {
  const { allowPrivate = false, timeoutMs = 30_000, maxBytes = 16 * 1024 * 1024, delayMs = 1_000 } = options
  const connect = allowPrivate ? buildConnector({ timeout: timeoutMs }) : publicConnector(timeoutMs)
  const agent = new Agent({
    connect,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 64 * 1024,
  })
  const robots = new Map<string, Promise<Robots>>()
  const lastAsked = new Map<string, number>()

  const robotsOf = (origin: string): Promise<Robots> => {
    const known = robots.get(origin) ?? readRobots(origin)
    robots.set(origin, known)
    return known
  }

  const readRobots = async (origin: string): Promise<Robots> => {
    const address = `${origin}/robots.txt`
    const { response } = await follow(address, {}, () => Promise.resolve())
    // RFC 9309: without the file all is open, with a broken server nothing is.
    if (response.status >= 500 || response.status === 429) return (await drop(response), refusesAll)
    if (!response.ok) return (await drop(response), allowsAll)
    return parseRobots(
      address,
      Buffer.from(await readBody(response, MOST_ROBOTS_BYTES, true)).toString(),
      NAME,
    )
  }

  const takeTurn = async (url: URL): Promise<void> => {
    const rules = await robotsOf(url.origin)
    if (!rules.allows(url.href)) {
      throw new IngestError(
        'robots',
        `${url.origin}/robots.txt asks readers like this one not to: ask the site, or save the page yourself`,
      )
    }
    const gap = Math.min(MOST_DELAY_MS, Math.max(delayMs, rules.delayMs))
    const due = (lastAsked.get(url.host) ?? -Infinity) + gap
    if (due > Date.now()) await wait(due - Date.now())
    lastAsked.set(url.host, Date.now())
  }

  const follow = async (
    address: string,
    headers: Record<string, string>,
    before: (url: URL) => Promise<void>,
  ): Promise<{ response: Response; url: string }> => {
    let url = checkAddress(address)
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      await before(url)
      const response = await fetch(url.href, {
        dispatcher: agent,
        redirect: 'manual',
        headers: { 'user-agent': USER_AGENT, 'accept-language': 'ar, *;q=0.5', ...headers },
        signal: AbortSignal.timeout(timeoutMs),
      })
      const to = response.headers.get('location')
      if (![301, 302, 303, 307, 308].includes(response.status) || to === null)
        return { response, url: url.href }
      await drop(response)
      url = checkAddress(URL.canParse(to, url.href) ? new URL(to, url).href : to)
    }
    throw new IngestError(
      'too-many-redirects',
      `sent on more than ${MOST_REDIRECTS} times: look in a browser where it leads`,
    )
  }

  return {
    get: async (address, { etag, lastModified } = {}) => {
      try {
        const { response, url } = await follow(
          address,
          {
            accept: ACCEPT,
            ...(etag !== undefined && { 'if-none-match': etag }),
            ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
          },
          takeTurn,
        )
        const isUnchanged = response.status === 304
        if (!response.ok && !isUnchanged) {
          await drop(response)
          throw new IngestError(
            'status',
            `the server answered ${response.status}${ADVICE[response.status] ?? ''}`,
          )
        }
        return {
          url,
          isUnchanged,
          bytes: isUnchanged ? new Uint8Array() : await readBody(response, maxBytes),
          charset: /charset\s*=\s*"?([\w-]+)/iu.exec(response.headers.get('content-type') ?? '')?.[1],
          etag: response.headers.get('etag') ?? undefined,
          lastModified: response.headers.get('last-modified') ?? undefined,
        }
      } catch (cause) {
        throw explain(cause, timeoutMs)
      }
    },
    close: () => agent.destroy(),
  }
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, text/plain, */*;q=0.1'

const ADVICE: Readonly<Record<number, string>> = {
  401: ': it wants a login; save the page from your browser',
  403: ': it refuses readers like this one; save the page from your browser',
  404: ': no such page; look at the address',
  410: ': the page is gone',
  429: ': too many requests; try later, or with a longer --delay',
  503: ': it is overloaded; try later',
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

/** The body, unpacked, up to so many bytes; beyond them an error, or where only the start counts, the start. */
async function readBody(response: Response, most: number, startWillDo = false): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const part of response.body ?? []) {
    held += (part as Uint8Array).length
    parts.push(part as Uint8Array)
    if (held <= most) continue
    if (startWillDo) break
    throw new IngestError(
      'too-large',
      `more than ${Math.round(most / 1024 / 1024)} MiB: raise --max-size if that is meant`,
    )
  }
  return Buffer.concat(parts).subarray(0, most)
}

const drop = async (response: Response): Promise<void> => response.body?.cancel()

function explain(cause: unknown, timeoutMs: number): IngestError {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof IngestError) return error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (error.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/u.test(code)) {
      return new IngestError(
        'timeout',
        `no whole answer within ${timeoutMs / 1000} s: try later, or with a longer --timeout`,
        { cause },
      )
    }
    const known = REASONS[code]
    if (known !== undefined) return new IngestError('unreachable', known, { cause })
  }
  return new IngestError('unreachable', `could not be fetched: ${innermost(cause)}`, { cause })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no server has this name: look at the address',
  EAI_AGAIN: 'the name could not be looked up: is this machine online?',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the server broke off',
  UND_ERR_SOCKET: 'the server broke off',
}

const innermost = (cause: unknown): string =>
  cause instanceof Error && cause.cause instanceof Error ? innermost(cause.cause) : (cause as Error).message
