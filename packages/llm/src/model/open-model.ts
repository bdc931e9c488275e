/** A model behind any OpenAI-compatible endpoint: Ollama, vLLM, llama.cpp, or one in the network. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { sha256Hex } from '@mithaq/model'
import { generateText, NoObjectGeneratedError, Output } from 'ai'
import pLimit from 'p-limit'
import { z } from 'zod'
import { LlmError } from '../errors.ts'
import { PROMPT_VERSION, type Question } from '../prompt.ts'
import { answerSchema } from '../proposal.ts'
import type { Answer, Model } from '../read-with-model.ts'
import { AnswerCache, type KeptAnswer } from './answer-cache.ts'
import { Budget, type BudgetLimits } from './budget.ts'
import { explainFailure } from './explain-failure.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { withRetries } from './with-retries.ts'

export interface ModelOptions extends Partial<BudgetLimits> {
  /** Of the API, to which `/chat/completions` is added: `http://localhost:11434/v1`. */
  baseURL: string
  model: string
  /** Sent to the endpoint and nowhere else. */
  apiKey?: string | undefined
  /** The folder that answers are kept in; without one nothing is. */
  cache?: string | undefined
  /** Ask for JSON of any shape, where the endpoint knows no JSON schema. */
  isLoose?: boolean | undefined
  /** Tokens in one answer; a longer one is cut off. */
  maxAnswer?: number
  timeoutMs?: number
  concurrency?: number
  attempts?: number
  backoffMs?: number
}

const DEFAULTS = {
  timeoutMs: 120_000,
  concurrency: 2,
  attempts: 3,
  backoffMs: 1_000,
  maxCalls: Infinity,
  maxTokens: Infinity,
  maxAnswer: 4_096,
}
/** As near to the same answer every time as a model comes. */
const PARAMETERS = { temperature: 0, seed: 1 }
const MOST_BYTES = 1024 * 1024

/**
 * Ask through the AI SDK, with its answers kept by content, within a budget, again when it fails in passing, and not more
 * at once than is allowed. The same question asked twice at the same time is asked once.
 *
 * @throws {LlmError} `wrong-address`
 * @example openModel({ baseURL: 'http://localhost:11434/v1', model: 'qwen3:8b', cache: '.mithaq/llm' })
 */
export function openModel(options: ModelOptions): Model & { budget: Budget } {
  const { baseURL, model, isLoose = false, ...rest } = options
  const limits = { ...DEFAULTS, ...rest }
  checkAddress(baseURL)
  const budget = new Budget(limits)
  const cache = options.cache === undefined ? undefined : new AnswerCache(options.cache)
  const limit = pLimit(limits.concurrency)
  const asking = new Map<string, Promise<Answer>>()
  const send = senderOf(options, limits)

  let failures = 0

  const askAnew = async (key: string, question: Question): Promise<Answer> => {
    let isPaid = true
    const once = async (): Promise<KeptAnswer> => {
      if (!isPaid) budget.takeCall()
      isPaid = false
      return send(question)
    }
    try {
      const answer = await limit(() => withRetries(once, limits))
      budget.tokens += answer.tokens
      cache?.put(key, answer)
      failures = 0
      return { ...answer, isCached: false }
    } catch (error) {
      failures++
      throw stopped(explainFailure(error, { baseURL, model, timeoutMs: limits.timeoutMs }), failures)
    } finally {
      asking.delete(key)
    }
  }

  return {
    name: model,
    budget,
    ask: async (question) => {
      const key = keyOf(question, [model, limits.maxAnswer, isLoose ? 'json' : SCHEMA])
      const kept = cache?.get(key)
      if (kept) return { ...kept, isCached: true }
      const others = asking.get(key)
      if (others) return { ...(await others), isCached: true }
      // Paid for at once, so that a budget goes to the articles in their order.
      budget.takeCall()
      const answer = askAnew(key, question)
      asking.set(key, answer)
      return answer
    },
  }
}

/** Questions in a row, each tried as often as is allowed. */
const MOST_FAILURES = 5

/** A server that fails again and again is not asked about ten thousand articles more. */
const stopped = (error: LlmError, failures: number): LlmError =>
  failures < MOST_FAILURES || error.code === 'budget'
    ? error
    : new LlmError('gave-up', `${failures} questions in a row failed: ${error.message}`, { cause: error })

/** By the article's words, the prompt and its version, the model, its parameters and the shape asked for; not by who serves it. */
const keyOf = ({ system, prompt }: Question, asked: readonly unknown[]): string =>
  sha256Hex(JSON.stringify([PROMPT_VERSION, PARAMETERS, asked, system, prompt]))

const SCHEMA = z.toJSONSchema(answerSchema)

function checkAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new LlmError(
      'wrong-address',
      `wanted: an address such as http://localhost:11434/v1, not ${address.slice(0, 200)}`,
    )
  if (url.username !== '' || url.password !== '')
    throw new LlmError(
      'wrong-address',
      'leave user and password out of the address: a key goes in MITHAQ_LLM_API_KEY',
    )
}

/** One request. */
function senderOf(
  { baseURL, model, apiKey, isLoose }: ModelOptions,
  { timeoutMs, maxAnswer }: { timeoutMs: number; maxAnswer: number },
): (question: Question) => Promise<KeptAnswer> {
  // Warnings go to the console of whoever uses the library; here everything is an error or nothing.
  ;(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false
  const provider = createOpenAICompatible({
    name: 'endpoint',
    baseURL,
    ...(apiKey && { apiKey }),
    supportsStructuredOutputs: !isLoose,
    fetch: guardedFetch({ timeoutMs, maxBytes: MOST_BYTES }),
  })
  // A server that repeats the key does not get it into a file.
  const withoutKey = (text: string): string => (apiKey ? text.replaceAll(apiKey, '***') : text)
  return async (question) => {
    const kept = (text: string, reason: string | undefined, tokens: number | undefined): KeptAnswer => ({
      text: withoutKey(text),
      isCutOff: reason === 'length',
      tokens: tokens && tokens > 0 ? Math.ceil(tokens) : estimated(question, text),
    })
    try {
      const { text, finishReason, usage } = await generateText({
        model: provider.chatModel(model),
        ...question,
        ...PARAMETERS,
        maxOutputTokens: maxAnswer,
        output: Output.object({ schema: answerSchema, name: 'commitments' }),
        maxRetries: 0,
        abortSignal: AbortSignal.timeout(timeoutMs),
      })
      return kept(text, finishReason, usage.totalTokens)
    } catch (error) {
      // An answer it is all the same; which of its items hold is judged one by one.
      if (!NoObjectGeneratedError.isInstance(error) || error.text === undefined) throw error
      return kept(error.text, error.finishReason, error.usage?.totalTokens)
    }
  }
}

/** Letters of Arabic in a token, about. */
const LETTERS = 3

/** For servers that do not count: a budget holds for them too. */
const estimated = ({ system, prompt }: Question, text: string): number =>
  Math.ceil((system.length + prompt.length + text.length) / LETTERS)
