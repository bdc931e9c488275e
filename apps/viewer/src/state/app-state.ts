import type {
  ArticleSummary,
  ArticleView,
  CommitmentView,
  GraphView,
  StoreSize,
  TieView,
} from '@mithaq/model'
import type { LedgerAnswer, LedgerQuestion } from '@mithaq/views'
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
  /** How much the store holds. */
  size: Remote<StoreSize>
  /** All, with their statuses of today; of a large store those that `ledger` tells. */
  commitments: Remote<CommitmentView[]>
  /** What the server told of a ledger too large to send, and of what it was asked; null where all is here. */
  ledger: { asked: LedgerQuestion; told: LedgerAnswer } | null
  /** Rows asked for of such a ledger. */
  rows: number
  ties: Remote<TieView[]>
  articles: Remote<ArticleSummary[]>
  /** The article that is open; null when none is. */
  article: { id: string; text: Remote<ArticleView> } | null
  /** The node under the pointer or the keyboard's focus, in the canvas or in a list. */
  pointed: string | null
  canvas: CanvasState
  /** Nodes in the drawing. */
  drawn: number
}

export type AppStore = Store<AppState>

/** Rows asked for at first, and each time more are wanted. */
export const ROWS = 200

export const LOADING = { state: 'loading' } as const

export const valueOf = <T>(remote: Remote<T>): T | null => (remote.state === 'ready' ? remote.value : null)
