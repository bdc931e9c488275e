/**
 * Arabic political news to a graph of commitments.
 *
 * @module @mithaq/extractor
 */
export { extract } from './extract.ts'
export { entityNamed } from './entities/entity-named.ts'
export { parseDates } from './dates/index.ts'
export { loadData } from '#data'
export { DataError, type DataErrorCode } from './errors.ts'
export type { DataSources, Words } from './data/kept.ts'
