import { extract } from '@mithaq/extractor'
import { explain, outline } from '@mithaq/extractor/explain'
import type { ArticleInput } from '@mithaq/model'
import { parseArticle } from '../articles/parse-article.ts'
import { type InputFlags, readSources } from '../articles/read-sources.ts'
import type { Source } from '../articles/source.ts'
import { CliError, UsageError } from '../errors.ts'
import { jsonPretty } from '../output/json.ts'
import { note } from '../output/note.ts'
import { renderExplanation } from '../output/render-explanation.ts'
import { tableForStdout } from '../output/show-table.ts'
import { write } from '../output/stdout.ts'

export interface ExplainFlags extends InputFlags {
  at?: number
  article?: number
  format: 'text' | 'json'
}

/** Print how the sentence at an offset becomes triples, or, without an offset, which sentences there are. */
export async function runExplain(file: string, flags: ExplainFlags): Promise<void> {
  const article = await readArticle(file, flags)
  const { at, format } = flags
  if (at === undefined) return printOutline(article, format)
  if (at >= article.text.length) {
    throw new UsageError(
      `--at ${at} is behind the end: the text has ${article.text.length} units; without --at its sentences are listed.`,
    )
  }
  const explanation = explain(article, at)
  await write(
    format === 'json'
      ? `${jsonPretty(explanation)}\n`
      : renderExplanation(explanation, { isolate: process.stdout.isTTY }),
  )
}

async function printOutline(article: ArticleInput, format: ExplainFlags['format']): Promise<void> {
  const sentences = outline(extract(article))
  if (format === 'json') return write(`${jsonPretty(sentences)}\n`)
  await write(
    tableForStdout(
      ['at', 'commitments', 'sentence'],
      sentences.map(({ start, commitments, quote }) => [start, commitments, opening(quote)]),
    ),
  )
  note('--at OFFSET explains one of them.')
}

/** The first words of a sentence, by which it is told from others. */
function opening(quote: string): string {
  const words = quote.split(/\s+/u)
  return words.length > OPENING ? `${words.slice(0, OPENING).join(' ')} …` : words.join(' ')
}
const OPENING = 12

/** @throws {CliError} where the file holds no such article, or several and none is chosen */
async function readArticle(file: string, flags: ExplainFlags): Promise<ArticleInput> {
  const found: Source[] = []
  for await (const source of readSources([file], flags)) {
    found.push(source)
    // Of a long file no more is read than is asked for.
    if (found.length === (flags.article ?? 2)) break
  }
  const chosen = found[(flags.article ?? 1) - 1]
  if (chosen === undefined) {
    throw new CliError('article-missing', `${file} holds ${found.length} articles, not ${flags.article}`)
  }
  if (flags.article === undefined && found.length > 1) {
    throw new UsageError(`${file} holds several articles: say which, e.g. --article 1.`)
  }
  try {
    return parseArticle(chosen, flags)
  } catch (error) {
    if (error instanceof CliError)
      throw new CliError(error.code, `${chosen.where}: ${error.message}`, { cause: error })
    throw error
  }
}
