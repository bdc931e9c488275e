import { LlmError } from '../errors.ts'

export interface BudgetLimits {
  /** Requests sent, repeated ones too; 0 answers from the cache alone. */
  maxCalls: number
  /** Tokens of questions and answers; what is under way when they are used up is still let end. */
  maxTokens: number
}

/** What one run may spend. */
export class Budget {
  readonly #limits: BudgetLimits
  calls = 0
  tokens = 0

  constructor(limits: BudgetLimits) {
    this.#limits = limits
  }

  /** Before each request. @throws {LlmError} `budget` */
  takeCall(): void {
    const { maxCalls, maxTokens } = this.#limits
    if (this.calls >= maxCalls)
      throw new LlmError('budget', overdrawn(`${maxCalls} calls`, '--llm-max-calls'))
    if (this.tokens >= maxTokens)
      throw new LlmError('budget', overdrawn(`${maxTokens} tokens`, '--llm-max-tokens'))
    this.calls++
  }
}

const overdrawn = (spent: string, flag: string): string =>
  `the budget of ${spent} is spent: raise ${flag}; what was answered is kept and costs nothing again`
