/** ForceAtlas2 on the shown part of a commitment graph, in a worker that can be stopped and resumed. */
import type { LayoutJob } from '@mithaq/views/layout'
import type { CommitmentGraph } from './commitment-graph.ts'
import type { LayoutOrder, LayoutReply } from './layout-messages.ts'

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
  /** The nodes being laid out; their index is what the worker knows them by. */
  #ids: readonly string[] = []

  /** @param options.still move nothing until the end, for those who ask for less motion */
  constructor(graph: CommitmentGraph, events: LayoutEvents, options: { still: boolean }) {
    this.#graph = graph
    this.#events = events
    this.#still = options.still
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => this.#receive(data))
  }

  /** Lay out these nodes, from where they are, for a frame of this aspect. A layout under way is given up. */
  start(
    ids: readonly string[],
    {
      iterations,
      aspect,
      pinned,
    }: { iterations: number; aspect: number | null; pinned: ReadonlySet<string> },
  ): void {
    this.#ids = ids
    const fixed = Uint8Array.from(ids, (id) => Number(pinned.has(id)))
    const job = { ...jobOf(this.#graph, ids), iterations, aspect, fixed }
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

  /** Once what was told is on the screen, and whatever else the reader asked for was heard. */
  #whenDrawn(then: () => void): void {
    if (document.hidden) then()
    else requestAnimationFrame(() => setTimeout(then, 0))
  }

  #tell(order: LayoutOrder, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(order, transfer)
  }

  #receive({ positions, done }: LayoutReply): void {
    this.#whenDrawn(() => this.#tell({ order: 'drawn' }))
    // An answer to an earlier order is of no use: the next is on its way.
    if (positions.length !== this.#ids.length * 2 || (this.#still && !done)) return
    const at = new Map(this.#ids.map((id, i) => [id, 2 * i]))
    this.#graph.updateEachNodeAttributes(
      (id, node) => {
        const i = at.get(id)
        return i === undefined ? node : { ...node, x: positions[i] ?? node.x, y: positions[i + 1] ?? node.y }
      },
      { attributes: ['x', 'y'] },
    )
    this.#events.moved()
    if (done) this.#events.settled()
  }
}

function jobOf(
  graph: CommitmentGraph,
  ids: readonly string[],
): Omit<LayoutJob, 'iterations' | 'aspect' | 'fixed'> {
  const index = new Map(ids.map((id, i) => [id, i]))
  const nodes = ids.map((id) => graph.getNodeAttributes(id))
  const links: number[] = []
  const weights: number[] = []
  graph.forEachEdge((_, { weight }, source, target) => {
    const [from, to] = [index.get(source), index.get(target)]
    if (from === undefined || to === undefined) return
    links.push(from, to)
    weights.push(weight)
  })
  return {
    positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x, y])),
    sizes: Float32Array.from(nodes, ({ size }) => size),
    links: Uint32Array.from(links),
    weights: Float32Array.from(weights),
  }
}
