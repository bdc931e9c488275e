export type DataErrorCode = 'not-loaded' | 'not-fetched' | 'not-words'

/** The extractor's words or its model are not there; the message says what to do. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly code: DataErrorCode

  constructor(code: DataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
