import { existsSync } from 'node:fs'
import type { GraphStore } from '@mithaq/loader'
import { CliError } from '../errors.ts'
import { note } from '../output/note.ts'
import { loadDotEnv, readSettings } from './read-settings.ts'
import type { StoreFlags, StoreSettings } from './read-settings.ts'

/** To `change` is to write to what is there already. */
export type Purpose = 'read' | 'change' | 'write'

/**
 * Open the store that the flags ask for, work with it, and close it whatever happens.
 *
 * @throws {CliError} `store-missing` when there is nothing to read yet; the loader's errors
 */
export async function withStore<T>(
  flags: StoreFlags,
  purpose: Purpose,
  work: (store: GraphStore, settings: StoreSettings) => Promise<T>,
): Promise<T> {
  loadDotEnv()
  const settings = readSettings(flags, process.env)
  if (purpose !== 'write' && 'directory' in settings && !existsSync(settings.directory)) {
    throw new CliError(
      'store-missing',
      `Nothing is loaded yet in ${settings.directory}: run \`mithaq load\` first, or \`mithaq demo\`.`,
    )
  }
  const { openStore } = await import('@mithaq/loader')
  const store = await openStore({ ...settings, readOnly: purpose === 'read', onNotice: note })
  try {
    return await work(store, settings)
  } finally {
    await store.close()
  }
}
