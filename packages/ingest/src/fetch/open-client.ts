import { explainFailure, statusError } from './explain-failure.ts'
import { Manners } from './manners.ts'
import { drop, openSender, readBody, type SendOptions } from './send.ts'

export interface ClientOptions extends Partial<SendOptions> {
  /** Of one answer, unpacked. */
  maxBytes?: number
  /** Between two requests to one site; it may ask for more. */
  delayMs?: number
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

export interface Client {
  /**
   * @param known what an earlier answer said of its version
   * @throws {IngestError} with why not, and what to do
   */
  get(url: string, known?: Pick<Answer, 'etag' | 'lastModified'>): Promise<Answer>
  close(): Promise<void>
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, text/plain, */*;q=0.1'

/**
 * A polite reader of the web: asks robots.txt of each site first, one request at a time and not too soon after
 * the last, within limits of time, size and redirects, and never inside the user's own network unless allowed.
 */
export function openClient(options: ClientOptions = {}): Client {
  const { allowPrivate = false, timeoutMs = 30_000, maxBytes = 16 * 1024 * 1024, delayMs = 1_000 } = options
  const sender = openSender({ allowPrivate, timeoutMs })
  const manners = new Manners(sender, delayMs)

  const get: Client['get'] = async (address, { etag, lastModified } = {}) => {
    const headers = {
      accept: ACCEPT,
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    }
    const { response, url } = await sender.send(address, headers, (to) => manners.takeTurn(to))
    const isUnchanged = response.status === 304
    if (!response.ok && !isUnchanged) {
      await drop(response)
      throw statusError(response.status)
    }
    return {
      url,
      isUnchanged,
      bytes: isUnchanged ? new Uint8Array() : await readBody(response, maxBytes),
      charset: /charset\s*=\s*"?([\w-]+)/iu.exec(response.headers.get('content-type') ?? '')?.[1],
      etag: response.headers.get('etag') ?? undefined,
      lastModified: response.headers.get('last-modified') ?? undefined,
    }
  }
  return {
    get: (address, known) =>
      get(address, known).catch((cause: unknown) => {
        throw explainFailure(cause, timeoutMs)
      }),
    close: () => sender.close(),
  }
}
