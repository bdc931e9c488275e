import { IngestError } from '../errors.ts'

/** An answer that is none. */
export const statusError = (status: number): IngestError =>
  new IngestError('status', `the server answered ${status}${ADVICE[status] ?? ''}`)

const ADVICE: Readonly<Record<number, string>> = {
  401: ': it wants a login; save the page from your browser',
  403: ': it refuses readers like this one; save the page from your browser',
  404: ': no such page; look at the address',
  410: ': the page is gone',
  429: ': too many requests; try later, or with a longer --delay',
  503: ': it is overloaded; try later',
}

/** What went wrong on the way, in words; an error of ours that the network's wraps, as it is. */
export function explainFailure(cause: unknown, timeoutMs: number): IngestError {
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
