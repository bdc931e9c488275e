/** What went wrong with the work: exit code 1. `code` is stable, the message says what to do. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: CliErrorCode

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type CliErrorCode =
  | 'file-missing'
  | 'file-unreadable'
  | 'nothing-to-read'
  | 'not-text'
  | 'empty'
  | 'not-arabic'
  | 'too-large'
  | 'not-json'
  | 'wrong-record'
  | 'wrong-sidecar'
  | 'wrong-same-as'
  | 'records-skipped'
  | 'store-missing'
  | 'article-missing'
  | 'viewer-missing'
  | 'not-well'
  | 'defect'
  | 'gold-missing'
  | 'gold-invalid'
  | 'gold-text-missing'
  | 'gold-text-mismatch'
  | 'gold-record-missing'
  | 'llm-failed'

/** What went wrong with the asking: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'wrong-usage'
}
