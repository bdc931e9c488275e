import type { GraphStore } from '@mithaq/loader'

/** Less than a probe waits; the embedded store, busy with a question, may take some of it. */
const TIMEOUT_MS = 4_000

/** Whether the store answers a question that costs nothing. */
export async function isUp(store: GraphStore): Promise<boolean> {
  try {
    await store.query('RETURN 1 AS one', {}, { maxRows: 1, timeoutMs: TIMEOUT_MS })
    return true
  } catch {
    return false
  }
}
