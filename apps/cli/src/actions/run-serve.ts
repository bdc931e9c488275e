import { runViewer } from '../serve/run-viewer.ts'
import type { ViewerFlags } from '../serve/run-viewer.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

export type ServeFlags = ViewerFlags & StoreFlags

/** Serve the viewer over the store until it is ended. */
export async function runServe(flags: ServeFlags): Promise<void> {
  await withStore(flags, 'read', (store) => runViewer(store, flags))
}
