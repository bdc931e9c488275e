import { type Command, InvalidArgumentError } from 'commander'
import { UsageError } from '../errors.ts'
import { positive } from '../commands/options.ts'

/** How a language model is asked, where one is. */
export interface LlmFlags {
  llm?: string
  llmUrl?: string
  llmCache?: string
  llmJson?: true
  llmWindow?: number
  llmMaxAnswer?: number
  llmMaxCalls?: number
  llmMaxTokens?: number
  llmConcurrency?: number
  llmTimeout?: number
}

export const withLlmOptions = (command: Command): Command =>
  command
    .option(
      '--llm <model>',
      'also ask a language model, e.g. qwen3:8b, which may only propose; see docs/how-to/ask-a-model.md',
    )
    .option(
      '--llm-url <url>',
      "its OpenAI-compatible API (else MITHAQ_LLM_URL, else Ollama's); a key comes from MITHAQ_LLM_API_KEY",
    )
    .option('--llm-cache <dir>', 'where its answers are kept (else .mithaq/llm)')
    .option('--llm-max-calls <n>', 'requests to send in all; 0: answers that are kept, alone', count)
    .option('--llm-max-tokens <n>', 'tokens to spend in all', positive)
    .option('--llm-concurrency <n>', 'requests at a time (else 2)', positive)
    .option('--llm-timeout <seconds>', 'for one answer (else 120)', positive)
    .option('--llm-window <letters>', 'of an article in one question (else 3000)', positive)
    .option('--llm-max-answer <tokens>', 'of one answer (else 4096), which is cut off there', positive)
    .option('--llm-json', 'for an API that knows no JSON schema')

/** @throws {UsageError} for flags that say how to ask a model where none is asked */
export function checkLlmFlags(flags: LlmFlags): void {
  const idle = Object.keys(flags).find((name) => /^llm./u.test(name))
  if (flags.llm === undefined && idle !== undefined) {
    const flag = idle.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
    throw new UsageError(`--${flag} says how to ask a language model: name one with --llm MODEL.`)
  }
}

function count(text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text)
  throw new InvalidArgumentError('Wanted: a whole number.')
}
