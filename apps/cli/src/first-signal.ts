import { once } from 'node:events'

/** Resolves at the first request to end (Ctrl-C, or SIGTERM); a second one ends the process at once. */
export async function firstSignal(): Promise<void> {
  const listening = new AbortController()
  const { signal } = listening
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  listening.abort()
}
