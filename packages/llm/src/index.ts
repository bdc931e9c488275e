export { LlmError, type LlmErrorCode } from './errors.ts'
export type { Difference } from './differences.ts'
export { type Question, PROMPT_VERSION } from './prompt.ts'
export { REASONS, type Reason, type Rejection } from './rejection.ts'
export {
  type Answer,
  countReasons,
  type LaneOptions,
  type LaneReport,
  type Model,
  readWithModel,
} from './read-with-model.ts'
