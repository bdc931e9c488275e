import type { Language, Pin } from '../state/view-state.ts'
import type { Showing } from './visible-part.ts'

/** What the panels want the canvas to show. */
export interface Scene extends Showing {
  lang: Language
  pins: readonly Pin[]
  /** The node under the pointer, or named in the row that has the keyboard's focus. */
  pointed: string | null
}
