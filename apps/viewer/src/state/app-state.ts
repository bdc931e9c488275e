import type { ArticleSummary, ArticleView, CommitmentView, GraphView, TieView } from '@mithaq/model'
import type { ViewerErrorCode } from '../errors.ts'
import type { Store } from './store.ts'
import type { ViewState } from './view-state.ts'

/** Something the server holds, on its way here. */
export type Remote<T> =
  | { state: 'loading' }
  | { state: 'failed'; code: ViewerErrorCode }
  | { state: 'ready'; value: T }

/** How the canvas fares: without WebGL, or with its context lost, the lists carry on. */
export type CanvasState = 'starting' | 'arranging' | 'ready' | 'unavailable' | 'lost'

export interface AppState {
  view: ViewState
  graph: Remote<GraphView>
  /** With their statuses of today; as-of.ts tells those of another day. */
  commitments: Remote<CommitmentView[]>
  ties: Remote<TieView[]>
  articles: Remote<ArticleSummary[]>
  /** The article that is open; null when none is. */
  article: { id: string; text: Remote<ArticleView> } | null
  /** The node under the pointer or the keyboard's focus, in the canvas or in a list. */
  pointed: string | null
  canvas: CanvasState
}

export type AppStore = Store<AppState>

export const LOADING = { state: 'loading' } as const

export const valueOf = <T>(remote: Remote<T>): T | null => (remote.state === 'ready' ? remote.value : null)
