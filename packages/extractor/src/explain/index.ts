export { explain, outline } from './explain.ts'
export type {
  Bound,
  Explanation,
  LexiconLine,
  Role,
  TracedCandidate,
  TracedDate,
  TracedName,
  TracedStatement,
  Word,
} from './explanation.ts'
