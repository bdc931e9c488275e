export { extract } from './extract.ts'
export { parseDates } from './dates/index.ts'
