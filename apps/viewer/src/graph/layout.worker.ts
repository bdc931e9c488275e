/** The layout away from the page: a few rounds at a time, positions sent back now and then. */
import { createLayout } from '@mithaq/views/layout'
import type { Layout } from '@mithaq/views/layout'
import type { LayoutOrder, LayoutReply } from './layout-messages.ts'

/** The page draws the whole graph for each answer; more often than this, or before the last is drawn, it would do nothing else. */
const PAUSE_MS = 250

let layout: Layout | null = null
/** When the page was last told. */
let told = 0
let running = false
/** What was told last is not drawn yet. */
let drawing = false

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.order === 'drawn') {
    drawing = false
    return
  }
  if (data.order === 'start') layout = createLayout(data.job)
  const wasRunning = running
  running = data.order !== 'stop'
  if (running && !wasRunning) step()
})

function step(): void {
  if (!running || layout === null) return
  if (!layout.step()) {
    running = false
    layout.settle()
    reply(layout, true)
    return
  }
  if (!drawing && Date.now() - told > PAUSE_MS) reply(layout, false)
  // A turn of the event loop, so that an order to stop is heard.
  setTimeout(step, 0)
}

function reply(from: Layout, done: boolean): void {
  told = Date.now()
  drawing = true
  const message: LayoutReply = { positions: from.positions(), done }
  postMessage(message, { transfer: [message.positions.buffer] })
}
