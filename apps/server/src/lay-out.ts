/** Positions for a graph, worked out before it is shipped, so that no browser has to. */
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GraphView } from '@mithaq/model'
import { jobFor } from '@mithaq/views/layout'
import type { LayoutJob } from '@mithaq/views/layout'

const EXTENSION = extname(fileURLToPath(import.meta.url))
const ENTRY = fileURLToPath(new URL(`./layout-process${EXTENSION}`, import.meta.url))
/** TypeScript as it stands needs a loader where Node has none. */
const EXEC_ARGV =
  EXTENSION === '.ts' && !(process.features as { typescript?: unknown }).typescript
    ? ['--import', createRequire(import.meta.url).resolve('tsx')]
    : []

/** Width to height of the pane that the drawing is made for. */
const ASPECT = 1.3

/** Rounds that a graph needs to unfold; a large one takes long for each. */
const roundsFor = (nodes: number): number => (nodes < 2_000 ? 600 : 150)

/** The same graph, its nodes with their places. */
export async function laidOut(view: GraphView): Promise<GraphView> {
  if (view.nodes.length === 0) return view
  const nodes = view.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const job = jobFor({ ...view, nodes }, roundsFor(nodes.length), ASPECT)
  const positions = await inProcess(job)
  const placed = nodes.map((node, i) =>
    Object.assign({}, node, { x: round(positions[2 * i]!), y: round(positions[2 * i + 1]!) }),
  )
  return { ...view, nodes: placed }
}

function inProcess(job: LayoutJob): Promise<Float32Array> {
  const child = fork(ENTRY, { execArgv: EXEC_ARGV, serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    child.once('message', (positions) => resolve(positions as Float32Array))
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the layout ended without an answer')))
    child.send(job)
  })
}

const round = (at: number): number => Math.round(at * 10) / 10
