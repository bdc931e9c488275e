/** Embedded stores in folders of their own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GraphStore, openStore } from '../src/index.ts'
import type { Fixture } from './contract.ts'

export async function embeddedFixture(): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'mithaq-embedded-'))
  let store: GraphStore | undefined
  let count = 0
  return {
    async fresh() {
      await store?.close()
      count += 1
      store = await openStore({ directory: join(root, String(count)) })
      return store
    },
    async end() {
      await store?.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
