import type { ArticleInput } from '@mithaq/model'
import { dayOf } from './day.ts'
import { IngestError } from './errors.ts'
import { htmlToText } from './html/read-html.ts'

/** An entry of a feed: what it says itself, which is often but the beginning of the article it leads to. */
export interface FeedItem {
  /** What the feed calls it: the same for as long as it is the same item. */
  key: string
  item: ArticleInput
}

interface Entry {
  title?: string | undefined
  html?: string | undefined
  plain?: string | undefined
  url?: string | undefined
  date?: unknown
  key?: string | undefined
}

interface Feed {
  title?: string | undefined
  base?: string | undefined
  entries: Entry[]
}

/**
 * The items of an RSS, Atom, RDF or JSON feed, in its order, the whole text where the feed has it, else the
 * summary. Entities that the file declares itself are not expanded.
 *
 * @param address where the feed was had from, which relative links are against
 * @throws {IngestError} `not-a-feed`
 */
export async function readFeed(xml: string, address?: string): Promise<FeedItem[]> {
  const feed = await parse(xml)
  const base = address ?? feed.base
  const publisher = await lineOf(feed.title)
  const items: FeedItem[] = []
  for (const entry of feed.entries) {
    const text = entry.plain ?? (await htmlToText(entry.html ?? ''))
    const title = await lineOf(entry.title)
    const url =
      entry.url !== undefined && URL.canParse(entry.url, base) ? new URL(entry.url, base).href : undefined
    const published = dayOf(entry.date)
    const item = {
      text,
      ...(title !== '' && { title }),
      ...(published !== undefined && { published }),
      ...(publisher !== '' && { publisher }),
      ...(url !== undefined && { url }),
    }
    items.push({ key: entry.key ?? url ?? `${title}\n${text}`, item })
  }
  return items
}

/** Names in feeds are markup as often as not. */
const lineOf = async (name = ''): Promise<string> => (await htmlToText(name)).replaceAll('\n', ' ')

async function parse(xml: string): Promise<Feed> {
  const { parseFeed } = await import('feedsmith')
  let read: ReturnType<typeof parseFeed>
  try {
    read = parseFeed(xml)
  } catch (cause) {
    throw new IngestError('not-a-feed', 'a damaged feed: RSS, Atom, RDF or JSON Feed is wanted', { cause })
  }
  if (read.format === 'atom') return ofAtom(read.feed)
  return read.format === 'json' ? ofJson(read.feed) : ofRss(read.feed)
}

type Read<F> = Extract<ReturnType<typeof import('feedsmith').parseFeed>, { format: F }>['feed']

type RssItem = NonNullable<Read<'rss'>['items']>[number]

const ofRss = ({ title, link, items = [] }: Read<'rss'> | Read<'rdf'>): Feed => ({
  title,
  base: link,
  entries: items.map((item) => {
    const { guid, pubDate }: Partial<RssItem> = item
    return {
      title: item.title,
      html: item.content?.encoded ?? item.description,
      url: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
      date: pubDate ?? item.dc?.dates?.[0],
      key: guid?.value,
    }
  }),
})

const ofAtom = ({ title, xml, entries = [] }: Read<'atom'>): Feed => ({
  title: title?.value,
  base: xml?.base,
  entries: entries.map((entry) => {
    const body = entry.content?.value === undefined ? entry.summary : entry.content
    return {
      title: entry.title?.value,
      ...(/html/iu.test(body?.type ?? '') ? { html: body?.value } : { plain: body?.value ?? '' }),
      url: (entry.links ?? []).find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
      date: entry.published ?? entry.updated,
      key: entry.id,
    }
  }),
})

const ofJson = ({ title, home_page_url: base, items = [] }: Read<'json'>): Feed => ({
  title,
  base,
  entries: items.map((item) => ({
    title: item.title,
    ...(item.content_html === undefined ? { plain: item.content_text ?? '' } : { html: item.content_html }),
    url: item.url,
    date: item.date_published,
    key: item.id,
  })),
})
