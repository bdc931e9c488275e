/** What a page says of its article: JSON-LD first, which newsrooms keep for search engines, then OpenGraph, then `<time>`. */
import { dayOf } from '../day.ts'
import type { PageDocument } from './dom.ts'
import { linkedArticle } from './linked-article.ts'

export interface PageFacts {
  title?: string
  publisher?: string
  published?: string
  url?: string
  /** The article itself, which pages drawn by a script carry for search engines alone. */
  body?: string
}

/** @param address where the page was had from, which relative links are against */
export function pageFacts(document: PageDocument, address?: string): PageFacts {
  const told = linkedArticle(document)
  const meta = (...names: string[]): string | undefined => metaOf(document, names)
  const facts: Partial<Record<keyof PageFacts, string | undefined>> = {
    title: clean(told.headline) ?? meta('og:title', 'twitter:title'),
    publisher: clean(told.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    published: firstDay(
      told.published,
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
        told.url,
        savedFrom(document),
        address,
      ],
      address,
    ),
  }
  if (typeof told.body === 'string') facts.body = paragraphs(told.body)
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
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
