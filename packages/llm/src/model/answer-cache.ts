import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { LlmError } from '../errors.ts'
import type { Answer } from '../read-with-model.ts'

const entrySchema = z.object({
  version: z.literal(1),
  text: z.string(),
  isCutOff: z.boolean(),
  tokens: z.int().nonnegative(),
})

export type KeptAnswer = Omit<Answer, 'isCached'>

/** Answers by the content of their questions, one file each: a second run asks nobody. */
export class AnswerCache {
  readonly #directory: string

  /** @param directory need not be there yet */
  constructor(directory: string) {
    this.#directory = directory
  }

  /** What is damaged counts as not there, and is asked anew. */
  get(key: string): KeptAnswer | undefined {
    let text: string
    try {
      text = readFileSync(this.#pathOf(key), 'utf8')
    } catch {
      return undefined
    }
    const { data } = entrySchema.safeParse(tryParse(text))
    return data && { text: data.text, isCutOff: data.isCutOff, tokens: data.tokens }
  }

  /** @throws {LlmError} `wrong-cache` where the folder cannot be written to */
  put(key: string, answer: KeptAnswer): void {
    const path = this.#pathOf(key)
    // Whole or not at all, and no two writers in one file.
    const draft = `${path}.${process.pid}.new`
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(draft, `${JSON.stringify({ version: 1, ...answer })}\n`)
      renameSync(draft, path)
    } catch (cause) {
      throw new LlmError(
        'wrong-cache',
        `answers cannot be kept in ${this.#directory}: name another folder with --llm-cache`,
        { cause },
      )
    }
  }

  #pathOf(key: string): string {
    return join(this.#directory, key.slice(0, 2), `${key}.json`)
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
