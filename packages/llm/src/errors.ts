export type LlmErrorCode =
  | 'wrong-address'
  | 'unreachable'
  | 'refused'
  | 'no-such-model'
  | 'status'
  | 'timeout'
  | 'wrong-answer'
  | 'too-large'
  | 'budget'
  | 'wrong-cache'
  | 'gave-up'

/** The model could not be asked. `code` is stable, the message says what to do, and never holds the key or what the server said. */
export class LlmError extends Error {
  override readonly name = 'LlmError'
  readonly code: LlmErrorCode

  constructor(code: LlmErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  /** Asking again, or about another article, would fail alike. */
  get isFatal(): boolean {
    return FATAL.has(this.code)
  }

  /** It may go better in a while. */
  get isPassing(): boolean {
    return PASSING.has(this.code)
  }
}

const FATAL: ReadonlySet<LlmErrorCode> = new Set([
  'wrong-address',
  'unreachable',
  'refused',
  'no-such-model',
  'wrong-cache',
  'gave-up',
])
const PASSING: ReadonlySet<LlmErrorCode> = new Set(['unreachable', 'timeout', 'wrong-answer'])
