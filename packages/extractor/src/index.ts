export { extract } from './extract.ts'
export { entityNamed } from './entities/entity-named.ts'
export { parseDates } from './dates/index.ts'
