import type { ArticleInput } from '@mithaq/model'
import { declaredIn, decodeText } from '../decode.ts'
import { IngestError } from '../errors.ts'
import { kindOfBytes, kindOfText } from '../kind.ts'
import { readDocument } from '../read-document.ts'
import { type FeedItem, readFeed } from '../read-feed.ts'
import type { FetchState } from './fetch-state.ts'
import type { Answer, Client } from './open-client.ts'

export type Fetched = { url: string } & ({ article: object } | { failure: IngestError } | { unchanged: true })

export interface FetchOptions {
  /** Read the page behind each item of a feed, which has more than the feed says of it. */
  follow?: boolean | undefined
}

/**
 * The articles at some addresses: pages, PDF and Word documents, feeds. What fails is told and takes nothing else
 * with it. Of a feed seen before, only what is new since; of what the server says is unchanged, nothing.
 */
export async function* fetchArticles(
  urls: readonly string[],
  client: Client,
  state: FetchState,
  { follow = false }: FetchOptions = {},
): AsyncGenerator<Fetched> {
  for (const url of urls) {
    try {
      const answer = await client.get(url, state.visit(url))
      if (answer.isUnchanged) {
        yield { url, unchanged: true }
        continue
      }
      const feed = await feedIn(answer)
      if (feed === undefined) {
        for (const { record } of await documentIn(answer)) yield { url, article: record }
        await state.keep(url, answer)
        continue
      }
      const failed = new Set<string>()
      for (const item of feed.filter(({ key }) => !state.hasSeen(url, key))) {
        const found = await articleOf(item, client, follow)
        if ('failure' in found) failed.add(item.key)
        yield found
      }
      // What could not be read is asked for again next time, and so is the feed.
      const validators = failed.size > 0 ? {} : answer
      await state.keep(
        url,
        validators,
        feed.map(({ key }) => key).filter((key) => !failed.has(key)),
      )
    } catch (error) {
      yield { url, failure: asIngestError(error) }
    }
  }
}

async function feedIn({ bytes, charset, url }: Answer): Promise<FeedItem[] | undefined> {
  if (kindOfBytes(bytes) !== undefined) return undefined
  const { text } = decodeText(bytes, { declared: charset ?? declaredIn(bytes) })
  const kind = kindOfText(text)
  return kind === 'feed' || isJsonFeed(kind, text) ? readFeed(text, url) : undefined
}

const isJsonFeed = (kind: string, text: string): boolean =>
  kind === 'lines' && /^\s*\{\s*"version"\s*:\s*"https:\/\/jsonfeed\.org\//u.test(text)

const documentIn = ({ bytes, charset, url }: Answer) =>
  readDocument(bytes, { declared: charset, address: url })

async function articleOf({ item }: FeedItem, client: Client, follow: boolean): Promise<Fetched> {
  const url = item.url ?? ''
  if (!follow || item.url === undefined) return { url, article: item }
  try {
    const [found] = await documentIn(await client.get(item.url))
    // The feed's word counts where the page has none; its address is the one that was asked for.
    return { url, article: { ...item, ...(found?.record as ArticleInput) } }
  } catch (error) {
    return { url, failure: asIngestError(error) }
  }
}

const asIngestError = (error: unknown): IngestError => {
  if (error instanceof IngestError) return error
  throw error
}
