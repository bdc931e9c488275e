/** The server's read side, one function an address. Types come from the model; the server holds the schemas. */
import type {
  ArticleSummary,
  ArticleView,
  CommitmentView,
  GraphView,
  Question,
  StoreSize,
  Table,
  TieView,
} from '@mithaq/model'
import type { LedgerAnswer, LedgerQuestion } from '@mithaq/views'
import { getJson, postJson } from './get-json.ts'

export interface Api {
  /** @param nodes at most */
  graph(nodes: number): Promise<GraphView>
  size(): Promise<StoreSize>
  ego(id: string, hops: number): Promise<GraphView>
  articles(): Promise<ArticleSummary[]>
  article(id: string): Promise<ArticleView>
  /** Statuses are as of the day given. */
  commitments(asOf: string): Promise<CommitmentView[]>
  /** The ledger of a store too large to send. */
  ledger(question: LedgerQuestion): Promise<LedgerAnswer>
  /** What commitments do to each other. */
  ties(): Promise<TieView[]>
  /** The named questions; none where there is no server to ask. */
  questions(): Promise<Question[]>
  /** Ask the store in Cypher; it refuses to be written to. */
  cypher(query: string, params: Record<string, unknown>): Promise<Table>
}

/** @param base the address of the server, ending in `/`; throws {@link ViewerError} from every function. */
export function createApi(base: string): Api {
  const get = <T>(path: string, params: Record<string, string | null> = {}): Promise<T> => {
    const url = new URL(`api/${path}`, base)
    for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value)
    return getJson<T>(url)
  }
  return {
    graph: (nodes) => get('graph', { limit: String(nodes) }),
    size: () => get('size'),
    ego: (id, hops) => get(`ego/${encodeURIComponent(id)}`, { hops: String(hops) }),
    articles: () => get('articles'),
    article: (id) => get(`articles/${encodeURIComponent(id)}`),
    commitments: (asOf) => get('commitments', { asOf }),
    ledger: (question) => postJson<LedgerAnswer>(new URL('api/ledger', base), question),
    ties: () => get('ties'),
    questions: () => get('questions'),
    cypher: (query, params) => postJson<Table>(new URL('api/cypher', base), { query, params }),
  }
}
