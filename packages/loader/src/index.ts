/**
 * Records into a graph database, questions to it, and files out of it.
 *
 * @module @mithaq/loader
 */
export { exportGraph, type ExportFormat } from './export/export-graph.ts'
export { importCommand, writeTables } from './export/write-tables.ts'
export { RecordError, StoreError, type StoreErrorCode } from './errors.ts'
export { openStore, type StoreOptions } from './open-store.ts'
export {
  DEFAULT_LIMITS,
  type GraphStore,
  type LinkOptions,
  type LinkReport,
  type LoadOptions,
  type LoadReport,
  type QueryLimits,
} from './store.ts'
export { loadQuestions, parseQuestion } from './questions.ts'
export { articleView } from './views/article-view.ts'
export { firstDue, mostBound } from './views/commitment-parts.ts'
export { commitmentViews, type CommitmentFilter } from './views/commitment-views.ts'
export { egoView, type EgoViewOptions } from './views/ego-view.ts'
export { graphView, type GraphViewOptions } from './views/graph-view.ts'
export { nodesOf, partView } from './views/part-view.ts'
export { listArticles } from './views/list-articles.ts'
