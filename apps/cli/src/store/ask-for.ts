import { loadQuestions } from '@mithaq/loader'
import type { Question } from '@mithaq/model'
import { UsageError } from '../errors.ts'

export interface Asked {
  cypher: string
  params: Record<string, unknown>
}

/**
 * The Cypher and parameters that the words of the command line stand for.
 *
 * @param asked Cypher, or `@name` of a named question
 * @param pairs `name=value`
 * @throws {UsageError} for a question or a parameter that there is not
 */
export function askFor(asked: string, pairs: readonly string[]): Asked {
  const given = pairs.map(splitPair)
  if (!asked.startsWith('@')) {
    return {
      cypher: asked,
      params: Object.fromEntries(given.map(([name, value]) => [name, readValue(value)])),
    }
  }
  const question = findQuestion(asked.slice(1))
  const params: Record<string, unknown> = { ...question.params }
  for (const [name, value] of given) {
    if (!Object.hasOwn(question.params, name)) {
      throw new UsageError(
        `${asked} has no parameter ${name}; it has: ${Object.keys(params).join(', ') || 'none'}.`,
      )
    }
    // Where the question expects text, a number typed in is text: a year, a name.
    params[name] = typeof question.params[name] === 'string' ? value : readValue(value)
  }
  return { cypher: question.cypher, params }
}

function findQuestion(name: string): Question {
  const questions = loadQuestions()
  const question = questions.find((one) => one.name === name)
  if (question) return question
  throw new UsageError(
    `No question @${name}; there are: ${questions.map((one) => `@${one.name}`).join(', ')}.`,
  )
}

function splitPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=')
  if (at < 1) throw new UsageError(`Wanted: --param name=value, not ${pair}.`)
  return [pair.slice(0, at), pair.slice(at + 1)]
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
