export { createLayout, type Layout, type LayoutJob } from './layout.ts'
export { BASE_SIZE, growthOf, jobFor, pullOf, startOf } from './weights.ts'
