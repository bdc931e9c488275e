/**
 * Arabic time expressions in news, resolved to days. Usable by itself.
 *
 * @module @mithaq/extractor/dates
 */
export { boundedInterval } from './bounded-interval.ts'
export type { DateOptions } from './parse-dates.ts'
export { parseDates } from './parse-dates.ts'
export type { InferredPublication } from './publication.ts'
export { inferPublished } from './publication.ts'
export { loadDateWords } from '#data'
export { DataError, type DataErrorCode } from '../errors.ts'
