export { dateNode } from './date-node.ts'
export {
  answerLedger,
  asksForFirst,
  firstRows,
  toldCounts,
  type LedgerAnswer,
  type LedgerQuestion,
} from './ledger/answer.ts'
export { asOfDay, daySpan } from './ledger/as-of.ts'
export { countsOf, type LedgerCounts } from './ledger/counts.ts'
export { indexedEntities, type IndexedEntity } from './ledger/entities.ts'
export {
  FACETS,
  NO_CHOICE,
  choiceSize,
  narrowed,
  sourceKind,
  toggled,
  type Choice,
  type Facet,
} from './ledger/facets.ts'
export { orderIn } from './ledger/order.ts'
export {
  GROUPINGS,
  SORTINGS,
  ledgerGroups,
  listed,
  type Grouping,
  type LedgerGroup,
  type Sorting,
} from './ledger/rows.ts'
export { createSearchIndex, type SearchHits, type SearchIndex } from './ledger/search-index.ts'
export { createLedgerSource, type LedgerSource } from './ledger/source.ts'
export { timelineOf, type Bin, type Density, type Month } from './ledger/timeline.ts'
export { LOCALES, actionIn, nameIn, type Language } from './names.ts'
export { FIRST_NODES, actorsIn, overviewOf, partsOf } from './overview.ts'
