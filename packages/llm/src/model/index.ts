export type { Budget, BudgetLimits } from './budget.ts'
export { type ModelOptions, openModel } from './open-model.ts'
