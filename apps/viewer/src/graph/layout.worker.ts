/**
 * ForceAtlas2 away from the page: a few rounds at a time, positions sent back after each, then
 * nodes that still touch are moved apart. Numbers in, numbers out; the names stay in the page.
 */
import { MultiUndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import { fillFrame } from './fill-frame.ts'
import type { LayoutJob, LayoutOrder, LayoutReply } from './layout-messages.ts'

type Spot = { x: number; y: number; size: number; fixed: boolean }

const ROUNDS = 25
/** The page draws the whole graph for each answer; more often than this it would do nothing else. */
const PAUSE_MS = 250
/** Gravity by distance, else a graph in many pieces becomes an even disc. */
const SETTINGS = { gravity: 5, scalingRatio: 10, strongGravityMode: false }

type Plane = MultiUndirectedGraph<Spot, { weight: number }>

let graph: Plane = new MultiUndirectedGraph()
let left = 0
/** When the page was last told. */
let told = 0
let aspect: number | null = null
let running = false

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.order === 'start') {
    graph = graphOf(data.job)
    left = data.job.iterations
    aspect = data.job.aspect
  }
  const wasRunning = running
  running = data.order !== 'stop'
  if (running && !wasRunning) step()
})

function step(): void {
  if (!running) return
  if (left <= 0) {
    running = false
    separate()
    reply(true)
    return
  }
  const settings = { ...forceAtlas2.inferSettings(graph), ...SETTINGS, barnesHutOptimize: graph.order > 800 }
  forceAtlas2.assign(graph, { iterations: Math.min(ROUNDS, left), settings, getEdgeWeight: 'weight' })
  left -= ROUNDS
  if (Date.now() - told > PAUSE_MS) reply(false)
  // A turn of the event loop, so that an order to stop is heard.
  setTimeout(step, 0)
}

/** Turn the drawing to fill its frame, then move apart what still touches. */
function separate(): void {
  const ids = graph.nodes()
  const spots = fillFrame(
    ids.map((id) => graph.getNodeAttributes(id)),
    aspect,
  )
  for (const [i, id] of ids.entries()) graph.mergeNodeAttributes(id, spots[i] ?? {})
  noverlap.assign(graph, { maxIterations: 150, settings: { margin: 11, ratio: 1.4, speed: 3 } })
}

function graphOf({ positions, sizes, links, weights, fixed }: LayoutJob): Plane {
  const built: Plane = new MultiUndirectedGraph()
  for (const [i, size] of sizes.entries()) {
    built.addNode(i, {
      x: positions[2 * i] ?? 0,
      y: positions[2 * i + 1] ?? 0,
      size,
      fixed: fixed[i] === 1,
    })
  }
  for (const [i, weight] of weights.entries()) built.addEdge(links[2 * i], links[2 * i + 1], { weight })
  return built
}

function reply(done: boolean): void {
  told = Date.now()
  const positions = new Float32Array(graph.order * 2)
  let i = 0
  graph.forEachNode((_, { x, y }) => {
    positions[i++] = x
    positions[i++] = y
  })
  const message: LayoutReply = { positions, done }
  postMessage(message, { transfer: [positions.buffer] })
}
