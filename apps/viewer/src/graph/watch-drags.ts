/** Dragging with the mouse: a node to where it should stay, or with Shift a box around several. */
import type { CommitmentSigma } from './create-renderer.ts'
import type { Box } from './label-geometry.ts'

export interface DragEvents {
  /** In pixels of the canvas, like the others. */
  moved(id: string, at: { x: number; y: number }): void
  dropped(id: string, at: { x: number; y: number }): void
  boxed(box: Box): void
}

/** Less than this is a click with an unsteady hand. */
const UNSTEADY = 4

type Drag = { from: { x: number; y: number }; moving: boolean } & ({ node: string } | { frame: HTMLElement })

/** @returns tells whether the press that just ended was a drag, which sigma also calls a click */
export function watchDrags(
  sigma: CommitmentSigma,
  container: HTMLElement,
  events: DragEvents,
): () => boolean {
  let drag: Drag | null = null
  let dragged = false
  const pressed = (): void => {
    dragged = false
  }
  sigma.on('downNode', pressed)
  sigma.on('downStage', pressed)
  sigma.on('downNode', ({ node, event }) => {
    if (!event.original.shiftKey) drag = { node, from: { x: event.x, y: event.y }, moving: false }
  })
  sigma.on('downStage', ({ event }) => {
    if (!event.original.shiftKey) return
    const frame = document.createElement('div')
    frame.className = 'pick-box'
    drag = { frame, from: { x: event.x, y: event.y }, moving: false }
  })
  sigma.on('moveBody', (move) => {
    if (drag === null) return
    const { event } = move
    const { from } = drag
    drag.moving ||= Math.hypot(event.x - from.x, event.y - from.y) > UNSTEADY
    // Else the camera would move as well.
    move.preventSigmaDefault()
    event.original.preventDefault()
    if (!drag.moving) return
    if ('node' in drag) events.moved(drag.node, event)
    else {
      if (!drag.frame.isConnected) container.append(drag.frame)
      layFrame(drag.frame, boxOf(from, event))
    }
  })
  const end = ({ event }: { event: { x: number; y: number } }): void => {
    if (drag?.moving === true) {
      dragged = true
      if ('node' in drag) events.dropped(drag.node, event)
      else events.boxed(boxOf(drag.from, event))
    }
    if (drag !== null && 'frame' in drag) drag.frame.remove()
    drag = null
  }
  sigma.on('upNode', end)
  sigma.on('upStage', end)
  return () => dragged
}

const boxOf = (a: { x: number; y: number }, b: { x: number; y: number }): Box => [
  Math.min(a.x, b.x),
  Math.min(a.y, b.y),
  Math.max(a.x, b.x),
  Math.max(a.y, b.y),
]

function layFrame({ style }: HTMLElement, [left, top, right, bottom]: Box): void {
  style.left = `${left}px`
  style.top = `${top}px`
  style.width = `${right - left}px`
  style.height = `${bottom - top}px`
}
