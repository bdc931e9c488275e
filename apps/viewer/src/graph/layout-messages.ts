/** What the page and its layout worker say to each other. */
import type { LayoutJob } from '@mithaq/views/layout'

export type LayoutOrder =
  | { order: 'start'; job: LayoutJob }
  | { order: 'stop' }
  | { order: 'resume' }
  /** What was told last is on the screen. */
  | { order: 'drawn' }

export interface LayoutReply {
  positions: Float32Array<ArrayBuffer>
  done: boolean
}
