/** ForceAtlas2 on a commitment graph, in a worker that can be stopped and resumed. */
import type { CommitmentGraph } from './commitment-graph.ts'
import type { LayoutJob, LayoutOrder, LayoutReply } from './layout-messages.ts'

export interface LayoutEvents {
  /** New positions are in the graph. */
  moved(): void
  /** The layout came to its end. */
  settled(): void
}

export class ForceLayout {
  readonly #worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  readonly #graph: CommitmentGraph
  readonly #events: LayoutEvents
  readonly #still: boolean
  #order: string[] = []

  /** @param options.still move nothing until the end, for those who ask for less motion */
  constructor(graph: CommitmentGraph, events: LayoutEvents, options: { still: boolean }) {
    this.#graph = graph
    this.#events = events
    this.#still = options.still
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => this.#receive(data))
  }

  /** Lay out the graph as it now is, from where its nodes are. */
  start(iterations: number): void {
    this.#order = this.#graph.nodes()
    const job = jobOf(this.#graph, this.#order, iterations)
    this.#tell({ order: 'start', job }, [job.positions.buffer, job.links.buffer])
  }

  stop(): void {
    this.#tell({ order: 'stop' })
  }

  resume(): void {
    this.#tell({ order: 'resume' })
  }

  kill(): void {
    this.#worker.terminate()
  }

  #tell(order: LayoutOrder, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(order, transfer)
  }

  #receive({ positions, done }: LayoutReply): void {
    // Positions of a graph that has grown since are of no use: a new start is on its way.
    if (positions.length !== this.#graph.order * 2 || (this.#still && !done)) return
    const place = new Map(this.#order.map((id, i) => [id, i]))
    this.#graph.updateEachNodeAttributes(
      (id, node) => {
        const i = place.get(id) ?? 0
        return { ...node, x: positions[2 * i] ?? node.x, y: positions[2 * i + 1] ?? node.y }
      },
      { attributes: ['x', 'y'] },
    )
    this.#events.moved()
    if (done) this.#events.settled()
  }
}

function jobOf(graph: CommitmentGraph, order: readonly string[], iterations: number): LayoutJob {
  const index = new Map(order.map((id, i) => [id, i]))
  const positions = new Float32Array(order.length * 2)
  const sizes = new Float32Array(order.length)
  for (const [i, id] of order.entries()) {
    const { x, y, size } = graph.getNodeAttributes(id)
    positions.set([x, y], 2 * i)
    sizes[i] = size
  }
  const links: number[] = []
  const weights: number[] = []
  graph.forEachEdge((_, { weight }, source, target) => {
    links.push(index.get(source) ?? 0, index.get(target) ?? 0)
    weights.push(weight)
  })
  return { positions, sizes, links: Uint32Array.from(links), weights: Float32Array.from(weights), iterations }
}
