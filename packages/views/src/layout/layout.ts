/** Where nodes lie: ForceAtlas2 in rounds, then the drawing turned to fill its frame and what touches moved apart. */
import { MultiUndirectedGraph } from 'graphology'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import { movedApart } from './apart.ts'
import { fillFrame } from './fill-frame.ts'
import { piecesOf } from './pack.ts'

/** Their own types say one thing to Node and another to a bundler. */
interface ForceAtlas2 {
  inferSettings(graph: Plane): Record<string, unknown>
  assign(graph: Plane, options: { iterations: number; settings: object; getEdgeWeight: string }): void
}
const forceAtlas2 = forceAtlas2Module as unknown as ForceAtlas2

/** Numbers alone, so that it goes to a worker as it is. */
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

export interface Layout {
  /** A few rounds more; false when none are left. */
  step(): boolean
  /** To be called once at the end. */
  settle(): void
  positions(): Float32Array<ArrayBuffer>
}

type Spot = { x: number; y: number; size: number; fixed: boolean }
type Plane = MultiUndirectedGraph<Spot, { weight: number }>

const ROUNDS = 25
/** Gravity by distance, else a graph in many pieces becomes an even disc. */
const SETTINGS = { gravity: 5, scalingRatio: 10, strongGravityMode: false }

export function createLayout(job: LayoutJob): Layout {
  const graph = planeOf(job)
  // Taken now: its buffers may go with the job.
  const pieces = piecesOf(job.sizes.length, job.links)
  let left = job.iterations
  return {
    step() {
      if (left <= 0) return false
      const inferred = forceAtlas2.inferSettings(graph)
      const settings = { ...inferred, ...SETTINGS, barnesHutOptimize: graph.order > 800 }
      forceAtlas2.assign(graph, { iterations: Math.min(ROUNDS, left), settings, getEdgeWeight: 'weight' })
      left -= ROUNDS
      return true
    },
    settle() {
      const ids = graph.nodes()
      const nodes = ids.map((id) => graph.getNodeAttributes(id))
      const framed = fillFrame(nodes, job.aspect, pieces)
      const spots = movedApart(
        framed.map(({ x, y }, i) => ({ x, y, size: nodes[i]!.size, fixed: nodes[i]!.fixed })),
      )
      for (const [i, id] of ids.entries()) graph.mergeNodeAttributes(id, spots[i]!)
    },
    positions() {
      const positions = new Float32Array(graph.order * 2)
      let i = 0
      graph.forEachNode((_, { x, y }) => {
        positions[i++] = x
        positions[i++] = y
      })
      return positions
    },
  }
}

function planeOf({ positions, sizes, links, weights, fixed }: LayoutJob): Plane {
  const plane: Plane = new MultiUndirectedGraph()
  for (const [i, size] of sizes.entries()) {
    const [x, y] = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0]
    plane.addNode(i, { x, y, size, fixed: fixed[i] === 1 })
  }
  for (const [i, weight] of weights.entries()) plane.addEdge(links[2 * i], links[2 * i + 1], { weight })
  return plane
}
