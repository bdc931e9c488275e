/** Sigma, set up for this graph: our shapes, our labels, our hover card, looks from the scene. */
import type { NodeLabel } from '@mithaq/model'
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { Sigma } from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering'
import { dateName } from '../i18n/dates.ts'
import { kindName, nameIn } from '../i18n/language.ts'
import type { CommitmentGraph, EdgeAttributes, NodeAttributes } from './commitment-graph.ts'
import { drawAhead } from './draw-ahead.ts'
import { drawHover } from './draw-hover.ts'
import type { Box, Disc } from './label-geometry.ts'
import type { LabelLayer } from './label-layer.ts'
import { edgeLook, nodeLook } from './look.ts'
import type { Look } from './look.ts'
import { moveAsPicture } from './move-as-picture.ts'
import { createNodeShapeProgram } from './node-shape-program.ts'
import { fromHex } from './palette.ts'

export type CommitmentSigma = Sigma<NodeAttributes, EdgeAttributes>

/** Beyond so many nodes labels mind each other, no longer the nodes. */
const MANY_NODES = 1_500

/** Kinds whose names stand back behind those of actors and places. */
const QUIET: ReadonlySet<NodeLabel> = new Set(['Commitment', 'Date', 'Statement', 'Article'])

/**
 * @param look the scene as it is now, asked for at every frame
 * @throws whatever sigma meets where there is no WebGL: a `TypeError` of its own
 */
export function createRenderer(
  container: HTMLElement,
  graph: CommitmentGraph,
  labels: LabelLayer,
  look: () => Look,
): CommitmentSigma {
  const nameEdge = (edge: { key?: string; label: string | null }, source: Round, target: Round): void => {
    // To sigma, an edge without a name is one with an empty name.
    if (!edge.label || edge.key === undefined) return
    const bent = bend(source, target, graph.getEdgeAttribute(edge.key, 'curvature'))
    labels.requestOnEdge({ ...bent, text: edge.label, colour: look().palette.muted })
  }
  // Asked for each node and label of a frame: the page would be measured as often.
  let room = roomIn(container)
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    zIndex: true,
    // On a telephone there is no room to leave empty.
    stagePadding: Math.min(48, container.clientWidth / 16),
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    defaultNodeType: 'shape',
    nodeProgramClasses: {
      shape: createNodeShapeProgram(() => fromHex(look().palette.paper)),
    },
    edgeProgramClasses: {
      line: EdgeRectangleProgram,
      hairline: EdgeLineProgram,
      // Its own labels come letter by letter, which takes Arabic apart: they go to our layer instead.
      curved: createEdgeCurveProgram<NodeAttributes, EdgeAttributes>({
        drawLabel: (_, edge, source, target) => nameEdge(edge, source, target),
      }),
    },
    nodeReducer: (id, node) => nodeLook(look(), id, node),
    edgeReducer: (id, edge) => edgeLook(look(), id, edge, ...graph.extremities(id)),
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) * crowding(room, look().part.nodes.size),
    labelDensity: 2,
    labelGridCellSize: 80,
    labelRenderedSizeThreshold: 0,
    renderEdgeLabels: true,
    defaultDrawNodeLabel: (_, { key, x, y, size, label, forceLabel }) => {
      if (typeof label !== 'string') return
      const forced = forceLabel === true
      const quiet = !forced && QUIET.has(graph.getNodeAttribute(key, 'kind'))
      const { muted, ink } = look().palette
      // A selected node has a ring around it.
      const reach = look().picked.has(key) ? size + 5 : size
      labels.request({ x, y, size: reach, text: label, forced, colour: quiet ? muted : ink })
    },
    defaultDrawEdgeLabel: (_, edge, source, target) => nameEdge(edge, source, target),
    defaultDrawNodeHover: (context, { key, x, y, size }) => {
      const node = graph.getNodeAttributes(key)
      const { lang, palette } = look()
      const card = {
        x,
        y,
        size,
        name: dateName(lang, key) ?? nameIn(lang, node),
        caption: kindName(lang, node.kind, node.subtype),
      }
      drawHover(context, card, palette, labels.measure(context), sigma.getDimensions())
    },
  })
  sigma.on('resize', () => (room = roomIn(container)))
  drawAhead(sigma, () => look().busy)
  moveAsPicture(sigma, () => look().busy)
  sigma.on('afterRender', () => {
    const context = sigma.getCanvases()['labels']?.getContext('2d')
    if (!context) return
    labels.flush(context, discsOf(sigma, look()), { ...sigma.getDimensions(), covered: coveredIn(container) })
    drawMarks(sigma, context, look())
  })
  return sigma
}

/** Where buttons lie over the drawing. */
function coveredIn(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect()
  const over = container.parentElement?.querySelectorAll('.canvas-buttons, .node-tools > *') ?? []
  return Array.from(over, (element): Box => {
    const box = element.getBoundingClientRect()
    return [box.left - left, box.top - top, box.right - left, box.bottom - top]
  })
}

/** A ring around what is selected, a dot on what stays where it was put. */
function drawMarks(sigma: CommitmentSigma, context: CanvasRenderingContext2D, look: Look): void {
  const { picked, pinned, palette } = look
  for (const id of new Set([...picked, ...pinned])) {
    const node = sigma.getNodeDisplayData(id)
    if (node === undefined || node.hidden) continue
    const { x, y } = sigma.framedGraphToViewport(node)
    const radius = sigma.scaleSize(node.size)
    context.beginPath()
    context.arc(x, y, picked.has(id) ? radius + 4 : 2, 0, 2 * Math.PI)
    if (picked.has(id)) {
      context.strokeStyle = palette.accent
      context.lineWidth = 2.5
      context.stroke()
    } else {
      context.fillStyle = palette.paper
      context.fill()
    }
  }
}

interface Round {
  x: number
  y: number
  size: number
}

/** The ends moved sideways by as much as the edge bends in its middle, so that its label lies on it. */
function bend(source: Round, target: Round, curvature: number): { source: Round; target: Round } {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const moved = ({ x, y, size }: Round): Round => ({
    x: x + (dy * curvature) / 2,
    y: y - (dx * curvature) / 2,
    size,
  })
  return { source: moved(source), target: moved(target) }
}

function discsOf(sigma: CommitmentSigma, { part }: Look): Disc[] {
  const discs: Disc[] = []
  if (part.nodes.size > MANY_NODES) return discs
  for (const id of part.nodes) {
    const node = sigma.getNodeDisplayData(id)
    if (node === undefined || node.hidden) continue
    const { x, y } = sigma.framedGraphToViewport(node)
    discs.push([x, y, sigma.scaleSize(node.size)])
  }
  return discs
}

const roomIn = ({ clientWidth, clientHeight }: HTMLElement): number => clientWidth * clientHeight

/** Nodes are drawn smaller the less room each has, or they would hide each other. */
const crowding = (room: number, nodes: number): number =>
  Math.min(Math.max(ROOMY / Math.sqrt(room / Math.max(nodes, 1)), 1), 2.2)

/** Pixels between neighbours from which nodes are drawn full size. */
const ROOMY = 84
