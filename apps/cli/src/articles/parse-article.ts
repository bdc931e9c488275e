import { readFileSync } from 'node:fs'
import { decodeText } from '@mithaq/ingest'
import { articleInputSchema } from '@mithaq/model'
import type { ArticleInput, SameAs } from '@mithaq/model'
import { CliError } from '../errors.ts'
import { checkArticle } from './check-article.ts'
import type { Source } from './source.ts'

export interface ParseOptions {
  /** The day of publication for articles that come without one. */
  published?: string | undefined
  /** Who the user says is who. */
  sameAs?: readonly SameAs[] | undefined
}

const sidecarSchema = articleInputSchema.omit({ text: true })

/**
 * The article in a source, its `text` untouched.
 *
 * @throws {CliError} with what is wrong and what to do; never for the reader's own mistakes
 */
export function parseArticle(source: Source, options: ParseOptions = {}): ArticleInput {
  return toArticle(readRecord(source), options)
}

/** What a source holds before anything is known of it: a parsed line, or a record with its sidecar, which knows better. */
export function readRecord({ content }: Source): object {
  if ('failure' in content) throw content.failure
  if ('line' in content) return parseObject(decodeText(content.line, content).text, 'not-json')
  return { ...content.record, ...(content.sidecar !== undefined && readSidecar(content.sidecar)) }
}

/** An article from a record. @throws {CliError} `wrong-record`, `empty`, `not-text`, `not-arabic` */
export function toArticle(record: object, { published }: ParseOptions = {}): ArticleInput {
  if ('schema' in record) {
    throw new CliError('wrong-record', 'extracted already: give it to `mithaq load`')
  }
  const { data, error } = articleInputSchema.safeParse(record)
  if (!data)
    throw new CliError(
      'wrong-record',
      `${explainIssues(error.issues)}; wanted: { text, title?, published?, … }, or --map text=…,published=…`,
    )
  checkArticle(data.text)
  return published !== undefined && data.published === undefined ? { ...data, published } : data
}

function readSidecar(path: string): object {
  try {
    const { data, error } = sidecarSchema.safeParse(
      parseObject(decodeText(readFileSync(path)).text, 'wrong-sidecar'),
    )
    if (data) return data
    throw new CliError('wrong-sidecar', explainIssues(error.issues))
  } catch (cause) {
    throw new CliError('wrong-sidecar', `its metadata in ${path}: ${(cause as Error).message}`, { cause })
  }
}

function parseObject(text: string, code: 'not-json' | 'wrong-sidecar'): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new CliError(code, 'not JSON; wanted: one object a line, as jq -c . makes it', { cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new CliError(code, 'JSON, but not an object')
}

export const explainIssues = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the record'}: ${message}`)
    .join('; ')
