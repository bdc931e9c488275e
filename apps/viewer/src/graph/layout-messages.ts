/** What the page and its layout worker say to each other. */
export interface LayoutJob {
  /** x, y, x, y, … */
  positions: Float32Array<ArrayBuffer>
  sizes: Float32Array
  /** source, target, source, target, … as indices of nodes. */
  links: Uint32Array<ArrayBuffer>
  weights: Float32Array
  /** 1 where a node stays where it was put. */
  fixed: Uint8Array
  iterations: number
  /** Width to height of the frame that the drawing should fill; null keeps it as it lies. */
  aspect: number | null
}

export type LayoutOrder = { order: 'start'; job: LayoutJob } | { order: 'stop' } | { order: 'resume' }

export interface LayoutReply {
  positions: Float32Array
  done: boolean
}
