/** A node on its way to another place, with the edges that it takes along, over a drawing that stays as it is. */
import type { CommitmentGraph } from './commitment-graph.ts'
import type { CommitmentSigma } from './create-renderer.ts'
import type { Look } from './look.ts'

/** More edges than these say nothing more about where a node goes. */
const MOST_EDGES = 400

/** @param at where the node is now, in pixels of the canvas */
export function drawGhost(
  sigma: CommitmentSigma,
  graph: CommitmentGraph,
  look: Look,
  id: string,
  at: { x: number; y: number },
): void {
  const context = clearGhost(sigma)
  const node = sigma.getNodeDisplayData(id)
  if (context === null || node === undefined) return
  const radius = sigma.scaleSize(node.size)
  context.beginPath()
  for (const other of graph.neighbors(id).slice(0, MOST_EDGES)) {
    const end = sigma.getNodeDisplayData(other)
    if (end === undefined || end.hidden) continue
    const { x, y } = sigma.framedGraphToViewport(end)
    context.moveTo(at.x, at.y)
    context.lineTo(x, y)
  }
  context.strokeStyle = look.palette.muted
  context.lineWidth = 1
  context.stroke()
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
  context.fillStyle = node.color
  context.fill()
  context.strokeStyle = look.palette.accent
  context.lineWidth = 2
  context.stroke()
}

/** Sigma keeps a layer over all others to listen to the mouse, and draws nothing on it. */
export function clearGhost(sigma: CommitmentSigma): CanvasRenderingContext2D | null {
  const context = sigma.getCanvases()['mouse']?.getContext('2d') ?? null
  const { width, height } = sigma.getDimensions()
  context?.clearRect(0, 0, width, height)
  return context
}
