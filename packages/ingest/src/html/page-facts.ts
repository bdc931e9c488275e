/** What a page says of its article: JSON-LD first, which newsrooms keep for search engines, then OpenGraph, then `<time>`. */
import { dayOf } from '../day.ts'
import type { PageDocument } from './dom.ts'

export interface PageFacts {
  title?: string
  publisher?: string
  published?: string
  url?: string
  /** The article itself, which pages drawn by a script carry for search engines alone. */
  body?: string
}

type Json = Record<string, unknown>

/** @param address where the page was had from, which relative links are against */
export function pageFacts(document: PageDocument, address?: string): PageFacts {
  const things = linkedData(document)
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLES.test(type))) ?? {}
  const meta = (...names: string[]): string | undefined => metaOf(document, names)
  const facts: Partial<Record<keyof PageFacts, string | undefined>> = {
    title: clean(article['headline']) ?? meta('og:title', 'twitter:title'),
    publisher: publisherOf(article, things) ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    published: firstDay(
      article['datePublished'],
      meta(
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'pubdate',
        'dc.date',
        'dc.date.issued',
        'parsely-pub-date',
      ),
      ...timesOf(document),
    ),
    url: firstAddress(
      [
        document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
        meta('og:url'),
        addressOf(article),
        savedFrom(document),
        address,
      ],
      address,
    ),
  }
  const body = article['articleBody']
  if (typeof body === 'string') facts.body = paragraphs(body)
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

const ARTICLES = /(?:Article|Report|BlogPosting|LiveBlogPosting)$/u

/** Every object of the page's JSON-LD, lists and graphs laid flat; a broken script says nothing. */
function linkedData(document: PageDocument): Json[] {
  const things: Json[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let open: unknown[] = []
    try {
      open = [JSON.parse(script.textContent ?? '')]
    } catch {
      continue
    }
    while (open.length > 0 && things.length < 1_000) {
      const value = open.pop()
      if (Array.isArray(value)) open = [...open, ...value.toReversed()]
      else if (isObject(value)) {
        things.push(value)
        if (Array.isArray(value['@graph'])) open = [...open, ...value['@graph'].toReversed()]
      }
    }
  }
  return things
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const typesOf = (thing: Json): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string')

/** Its name where it stands, or where the page's graph tells it. */
function publisherOf(article: Json, things: readonly Json[]): string | undefined {
  const [publisher] = [article['publisher']].flat()
  if (!isObject(publisher)) return clean(publisher)
  const known = things.find((thing) => thing['@id'] === publisher['@id'] && thing['name'] !== undefined)
  return clean(publisher['name']) ?? clean(known?.['name'])
}

function addressOf(article: Json): unknown {
  const page = article['mainEntityOfPage']
  return article['url'] ?? (isObject(page) ? page['@id'] : page)
}

function metaOf(document: PageDocument, names: readonly string[]): string | undefined {
  const metas = [...document.querySelectorAll('meta[content]')]
  for (const name of names) {
    for (const meta of metas) {
      const key = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
      const content = key?.toLowerCase() === name ? clean(meta.getAttribute('content')) : undefined
      if (content !== undefined) return content
    }
  }
  return undefined
}

/** Times that stand by the article itself: those of lists, asides and footers are other articles' or the page's. */
function timesOf(document: PageDocument): string[] {
  const times = [
    ...document.querySelectorAll(
      '[itemprop="datePublished"], time[pubdate], article time, main time, header time',
    ),
  ]
  const own = times.filter((time) => !time.closest('aside, nav, footer, li'))
  return own.flatMap(
    (time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? [],
  )
}

/** Browsers leave it in what they save: `<!-- saved from url=(0033)https://…` before everything. */
function savedFrom(document: PageDocument): string | undefined {
  for (const node of document.childNodes) {
    const found =
      node.nodeType === 8 ? /(?:saved from url=\(\d+\)|url:\s*)(\S+)/u.exec(node.nodeValue ?? '') : null
    if (found) return found[1]
  }
  return undefined
}

const firstDay = (...values: unknown[]): string | undefined =>
  values.map(dayOf).find((day) => day !== undefined)

function firstAddress(values: readonly unknown[], base: string | undefined): string | undefined {
  for (const value of values) {
    if (typeof value !== 'string' || !URL.canParse(value, base)) continue
    const url = new URL(value, base)
    if (/^https?:$/u.test(url.protocol)) return url.href
  }
  return undefined
}

const paragraphs = (text: string): string =>
  text
    .split(/[\r\n]+/u)
    .flatMap((line) => clean(line) ?? [])
    .join('\n')

/** One line, without doubled spaces; undefined for what says nothing. */
function clean(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/gu, ' ').trim()
  return text === '' ? undefined : text
}
