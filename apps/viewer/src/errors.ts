/** What went wrong between the viewer and its server. */
export type ViewerErrorCode = 'unreachable' | 'refused' | 'not-found' | 'unreadable'

/** A request that failed; `code` picks the words that the reader sees. */
export class ViewerError extends Error {
  readonly code: ViewerErrorCode

  constructor(code: ViewerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ViewerError'
    this.code = code
  }
}
