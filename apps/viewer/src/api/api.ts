/** The server's read side, one function an address. Types come from the model; the server holds the schemas. */
import type { ArticleSummary, ArticleView, CommitmentView, GraphView, TieView } from '@mithaq/model'
import { getJson } from './get-json.ts'

/** Nodes asked for in the first view: what a reader can still survey, and lays out in a second. */
const FIRST_VIEW = 600

export interface Api {
  graph(): Promise<GraphView>
  ego(id: string): Promise<GraphView>
  articles(): Promise<ArticleSummary[]>
  article(id: string): Promise<ArticleView>
  /** Statuses are as of the day given. */
  commitments(asOf: string): Promise<CommitmentView[]>
  /** What commitments do to each other. */
  ties(): Promise<TieView[]>
}

/** @param base the address of the server, ending in `/`; throws {@link ViewerError} from every function. */
export function createApi(base: string): Api {
  const get = <T>(path: string, params: Record<string, string | null> = {}): Promise<T> => {
    const url = new URL(`api/${path}`, base)
    for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value)
    return getJson<T>(url)
  }
  return {
    graph: () => get('graph', { limit: String(FIRST_VIEW) }),
    ego: (id) => get(`ego/${encodeURIComponent(id)}`, { hops: '1' }),
    articles: () => get('articles'),
    article: (id) => get(`articles/${encodeURIComponent(id)}`),
    commitments: (asOf) => get('commitments', { asOf }),
    ties: () => get('ties'),
  }
}
