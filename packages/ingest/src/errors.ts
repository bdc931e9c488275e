export type IngestErrorCode =
  | 'not-text'
  | 'broken-utf8'
  | 'unknown-encoding'
  | 'too-large'
  | 'too-deep'
  | 'no-article'
  | 'not-a-feed'
  | 'not-json'
  | 'broken-pdf'
  | 'locked-pdf'
  | 'broken-docx'
  | 'wrong-map'
  | 'unmapped'
  | 'wrong-day'
  | 'wrong-state'

/** Something is not the article it was taken for. `code` is stable, the message says what to do. */
export class IngestError extends Error {
  override readonly name: string = 'IngestError'
  readonly code: IngestErrorCode | FetchErrorCode

  constructor(code: IngestErrorCode | FetchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type FetchErrorCode =
  | 'wrong-address'
  | 'private-address'
  | 'robots'
  | 'timeout'
  | 'too-many-redirects'
  | 'status'
  | 'unreachable'
