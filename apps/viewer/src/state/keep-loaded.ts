/** Fetches what the view needs, when it comes to need it. Late answers to old questions are dropped. */
import type { GraphView } from '@mithaq/model'
import { FIRST_NODES } from '@mithaq/views'
import type { Api } from '../api/api.ts'
import { LOADING, valueOf } from './app-state.ts'
import type { AppState, AppStore } from './app-state.ts'
import { isLarge, keepLedger } from './keep-ledger.ts'
import { remote } from './remote.ts'
import { today } from './view-state.ts'

/** Start loading and go on as the view changes; the returned function loads everything anew. */
export function keepLoaded(store: AppStore, api: Api): () => void {
  const loadAll = (): void => {
    around.clear()
    store.set({ graph: LOADING, size: LOADING, commitments: LOADING, ties: LOADING, articles: LOADING })
    store.set({ article: null, ledger: null })
    void loadGraph()
    void remote(api.articles()).then((articles) => store.set({ articles }))
    void remote(api.size()).then((size) => {
      store.set({ size })
      if (isLarge(size)) return
      void remote(api.commitments(today())).then((commitments) => store.set({ commitments }))
      void remote(api.ties()).then((ties) => store.set({ ties }))
    })
  }
  const loadGraph = async (): Promise<void> => {
    const { extent } = store.get().view
    const graph = await remote(api.graph(FIRST_NODES * extent))
    if (store.get().view.extent !== extent) return
    const before = valueOf(store.get().graph)
    const more = before !== null && graph.state === 'ready'
    store.set({ graph: more ? { ...graph, value: mergeGraphs(graph.value, before) } : graph })
  }
  keepLedger(store, api)
  store.subscribe((now, before) => {
    if (now.view.extent !== before.view.extent) void loadGraph()
    const reading = articleToRead(now)
    if (reading !== now.article?.id) void loadArticle(store, api, reading)
    if (centreOf(now) !== centreOf(before) || now.graph.state !== before.graph.state)
      void loadSurroundings(store, api)
    if (wanted(now.view) !== wanted(before.view) || now.graph.state !== before.graph.state)
      void loadAround(store, api)
  })
  loadAll()
  return loadAll
}

/** What the canvas centres on: the open commitment, else the node in focus. */
export const centreOf = ({ view }: AppState): string | null => view.commitment ?? view.focus

/** The article that the reading pane shows: that of the open commitment, else the one in focus. */
function articleToRead({ view, commitments }: AppState): string | undefined {
  if (view.commitment !== null) {
    return valueOf(commitments)?.find(({ id }) => id === view.commitment)?.article.id
  }
  return view.focus?.startsWith('article:') ? view.focus : undefined
}

async function loadArticle(store: AppStore, api: Api, id: string | undefined): Promise<void> {
  if (id === undefined) {
    store.set({ article: null })
    return
  }
  store.set({ article: { id, text: LOADING } })
  const text = await remote(api.article(id))
  if (store.get().article?.id === id) store.set({ article: { id, text } })
}

/** A graph that a limit cut is filled in around what is looked at. */
async function loadSurroundings(store: AppStore, api: Api): Promise<void> {
  const centre = centreOf(store.get())
  if (centre === null || !valueOf(store.get().graph)?.truncated) return
  const ego = valueOf(await remote(api.ego(centre, 1)))
  const graph = valueOf(store.get().graph)
  if (ego !== null && graph !== null) store.set({ graph: { state: 'ready', value: mergeGraphs(graph, ego) } })
}

/** What the reader asked the store for: whole surroundings, and what may join two ends. */
const wanted = ({ expanded, picked, path }: AppState['view']): string =>
  [...expanded, ...(path ? picked : [])].join('\n')

async function loadAround(store: AppStore, api: Api): Promise<void> {
  const { expanded, picked, path } = store.get().view
  const whole = valueOf(store.get().graph)?.truncated === false
  const asked = whole
    ? []
    : [...expanded.map((id) => [id, 1] as const), ...(path ? picked : []).map((id) => [id, 3] as const)]
  for (const [id, hops] of asked) {
    if (around.has(`${id} ${hops}`)) continue
    around.add(`${id} ${hops}`)
    const ego = valueOf(await remote(api.ego(id, hops)))
    const graph = valueOf(store.get().graph)
    if (ego !== null && graph !== null)
      store.set({ graph: { state: 'ready', value: mergeGraphs(graph, ego) } })
  }
}

/** Asked once a page: the answers stay in the graph. */
const around = new Set<string>()

/** Everything of both, once. */
const mergeGraphs = (graph: GraphView, more: GraphView): GraphView => ({
  ...graph,
  nodes: mergeById(graph.nodes, more.nodes),
  edges: mergeById(graph.edges, more.edges),
})

function mergeById<T extends { id: string }>(some: readonly T[], more: readonly T[]): T[] {
  const known = new Set(some.map(({ id }) => id))
  return [...some, ...more.filter(({ id }) => !known.has(id))]
}
