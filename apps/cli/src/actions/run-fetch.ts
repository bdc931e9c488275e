import { text } from 'node:stream/consumers'
import { fetchArticles, FetchState, openClient } from '@mithaq/ingest/fetch'
import { toArticle } from '../articles/parse-article.ts'
import { Skipped } from '../articles/skip-broken.ts'
import { jsonLine } from '../output/json.ts'
import { note } from '../output/note.ts'
import { write } from '../output/stdout.ts'

export interface FetchFlags {
  follow?: boolean
  state?: string
  allowPrivate?: boolean
  timeout: number
  maxSize: number
  delay: number
}

/** Print the articles at some addresses, one JSON record a line; what fails is reported and left out. */
export async function runFetch(addresses: readonly string[], flags: FetchFlags): Promise<void> {
  const urls = addresses.includes('-') ? linesOf(await text(process.stdin)) : addresses
  const skipped = new Skipped()
  const state = await FetchState.open(flags.state)
  const client = openClient({
    allowPrivate: flags.allowPrivate ?? false,
    timeoutMs: flags.timeout * 1_000,
    maxBytes: flags.maxSize * 1024 * 1024,
    delayMs: flags.delay * 1_000,
  })
  try {
    for await (const found of fetchArticles(urls, client, state, { follow: flags.follow })) {
      if ('unchanged' in found) note(`${found.url}: unchanged`)
      else if ('failure' in found) skipped.report(found.url, found.failure)
      else await print(found.url, found.article, skipped)
    }
  } finally {
    await client.close()
  }
  skipped.settle()
}

async function print(url: string, record: object, skipped: Skipped): Promise<void> {
  try {
    await write(`${jsonLine(toArticle(record))}\n`)
  } catch (error) {
    skipped.report(url, error as Error)
  }
}

const linesOf = (list: string): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
