export { RecordError, StoreError, type StoreErrorCode } from './errors.ts'
export { openStore, type StoreOptions } from './open-store.ts'
export {
  DEFAULT_LIMITS,
  type GraphStore,
  type LoadOptions,
  type LoadReport,
  type QueryLimits,
} from './store.ts'
