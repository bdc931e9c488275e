/** The named questions: one `.cypher` file each, with a header of comments. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Question, questionSchema } from '@mithaq/model'
import { StoreError } from './errors.ts'

/** A package carries its own; the workspace has them at its top. */
const DIRECTORIES = ['./cypher', '../../../cypher'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/**
 * All questions of a folder, by name.
 *
 * @throws StoreError `bad-cypher` for a file without its header
 * @example loadQuestions().find(({ name }) => name === 'due-before')?.params // { day: '2026-01-01' }
 */
export function loadQuestions(directory: string = DIRECTORIES.find(existsSync)!): Question[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => parseQuestion(basename(file, '.cypher'), readFileSync(join(directory, file), 'utf8')))
}

/**
 * Reads `// title: …`, `// titleEn: …` and a `// param name = value` for each parameter; a value is JSON, or else
 * the words as they stand. The query is what follows.
 */
export function parseQuestion(name: string, source: string): Question {
  const lines = source.trim().split('\n')
  const head = lines.findIndex((line) => !line.startsWith('//'))
  const header = lines.slice(0, head === -1 ? undefined : head).map((line) => line.slice(2).trim())
  const field = (key: string): string | undefined =>
    header
      .find((line) => line.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim()
  const params = header.flatMap((line) => {
    const [, param, value] = /^param (\w+) = (.+)$/u.exec(line) ?? []
    return param === undefined || value === undefined ? [] : [[param, valueOf(value)] as const]
  })
  const question = questionSchema.safeParse({
    name,
    title: field('title'),
    titleEn: field('titleEn'),
    params: Object.fromEntries(params),
    cypher: head === -1 ? '' : lines.slice(head).join('\n').trim(),
  })
  if (!question.success || question.data.cypher === '')
    throw new StoreError(
      'bad-cypher',
      `${name}.cypher needs "// title: …", "// titleEn: …" and a query under them.`,
    )
  return question.data
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
