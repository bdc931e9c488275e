import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeSite } from '@mithaq/server'
import { CliError } from '../errors.ts'
import { note } from '../output/note.ts'
import { VIEWER_DIRECTORY } from '../places.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

/**
 * Write the graph of the store as a site that any file server shows.
 *
 * @throws {CliError} `viewer-missing` when the viewer is not built
 */
export async function exportHtml(directory: string, flags: StoreFlags): Promise<void> {
  if (!existsSync(join(VIEWER_DIRECTORY, 'index.html')))
    throw new CliError('viewer-missing', 'The viewer is not built yet: run `npx pnpm@10 build`.')
  const today = new Date().toLocaleDateString('sv')
  await withStore(flags, 'read', async (store) => {
    const articles = await writeSite(store, directory, { viewerDirectory: VIEWER_DIRECTORY, today })
    note(`${articles} ${articles === 1 ? 'article' : 'articles'} as a site in ${directory}`)
  })
}
