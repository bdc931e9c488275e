import { ViewerError } from '../errors.ts'
import type { Remote } from './app-state.ts'

/** An answer, or why there is none. */
export const remote = <T>(answer: Promise<T>): Promise<Remote<T>> =>
  answer.then(
    (value) => ({ state: 'ready', value }),
    (error: unknown) => {
      if (error instanceof ViewerError) return { state: 'failed', code: error.code }
      throw error
    },
  )
