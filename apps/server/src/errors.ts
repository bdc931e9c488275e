import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What the server answers when it does not answer: `code` is stable, the message says what to do. */
export type ApiErrorCode =
  | 'wrong-input'
  | 'wrong-host'
  | 'no-token'
  | 'not-found'
  | 'not-json'
  | 'too-large'
  | 'answer-too-large'

/** An answer other than the one asked for; becomes `{ error: { code, message } }` with this status. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: ContentfulStatusCode
  readonly code: ApiErrorCode

  constructor(status: ContentfulStatusCode, code: ApiErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.code = code
  }
}

/** The server could not be started; `code` says why, the message what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  readonly code: 'port-in-use' | 'port-refused' | 'address-unknown' | 'not-started'

  constructor(code: ServeError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
