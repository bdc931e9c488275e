import { setTimeout as sleep } from 'node:timers/promises'
import { APICallError } from 'ai'
import { LlmError } from '../errors.ts'

export interface RetryOptions {
  /** Tries in all. */
  attempts: number
  /** Before the second try; doubled before each further one. */
  backoffMs: number
}

/** A server may ask for a longer pause, within reason. */
const LONGEST_PAUSE_MS = 60_000

/** Try until it works, the tries are used up, or what is wrong would be wrong again. */
export async function withRetries<T>(
  once: () => Promise<T>,
  { attempts, backoffMs }: RetryOptions,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await once()
    } catch (error) {
      if (tried >= attempts || !isPassing(error)) throw error
      await sleep(Math.max(backoffMs * 2 ** (tried - 1), pauseOf(error)))
    }
  }
}

function isPassing(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof LlmError) return one.isPassing
    if (APICallError.isInstance(one) && one.statusCode !== undefined)
      return one.isRetryable || one.statusCode === 200
  }
  return true
}

/** `Retry-After` in seconds. */
function pauseOf(error: unknown): number {
  const after = APICallError.isInstance(error) ? error.responseHeaders?.['retry-after'] : undefined
  const seconds = Number(after ?? 0)
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), LONGEST_PAUSE_MS) : 0
}
