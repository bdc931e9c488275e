import { APICallError } from 'ai'
import { LlmError, type LlmErrorCode } from '../errors.ts'

/** Whom was asked, for messages. */
export interface Endpoint {
  baseURL: string
  model: string
  timeoutMs: number
}

/** What went wrong in words of ours: what a server says is not passed on, it may repeat the key or the article. */
export function explainFailure(cause: unknown, endpoint: Endpoint): LlmError {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof LlmError) return error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (/^(?:TimeoutError|AbortError)$/u.test(error.name) || /TIMEOUT|ETIMEDOUT/u.test(code)) {
      const seconds = endpoint.timeoutMs / 1000
      return new LlmError('timeout', `no whole answer within ${seconds} s: try with a longer --llm-timeout`)
    }
    if (NOBODY.has(code))
      return new LlmError(
        'unreachable',
        `nothing answers at ${endpoint.baseURL}: is the server of the model running?`,
      )
    if (APICallError.isInstance(error) && error.statusCode !== undefined)
      return ofStatus(error.statusCode, endpoint)
  }
  return new LlmError('wrong-answer', 'the answer broke off or is not that of an OpenAI-compatible API')
}

const NOBODY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function ofStatus(status: number, { model }: Endpoint): LlmError {
  const [code, advice] = ADVICE[status] ?? ['status', '']
  if (status < 300) return new LlmError('wrong-answer', 'the answer is not that of an OpenAI-compatible API')
  return new LlmError(code, `the server answered ${status}${advice.replace('MODEL', () => model)}`)
}

const ADVICE: Readonly<Record<number, [LlmErrorCode, string]>> = {
  400: [
    'status',
    ': it does not take the question; where it knows no JSON schema try --llm-json, where the question is too long a smaller --llm-window',
  ],
  401: ['refused', ': it wants a key in MITHAQ_LLM_API_KEY, or another one'],
  403: ['refused', ': the key in MITHAQ_LLM_API_KEY may not ask this'],
  404: ['no-such-model', ': it has no model «MODEL», or its address ends in something else than /v1'],
  413: ['status', ': the question is too long for it; try a smaller --llm-window'],
  422: ['status', ': it does not take the question; where it knows no JSON schema try --llm-json'],
  429: ['status', ': too many requests or none left; try later, or a smaller --llm-concurrency'],
}
