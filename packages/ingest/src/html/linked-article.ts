import type { PageDocument } from './dom.ts'

type Json = Record<string, unknown>

/** What linked data say of an article, as they say it: strings for the most part, if they are well. */
export interface LinkedArticle {
  headline?: unknown
  published?: unknown
  publisher?: unknown
  url?: unknown
  body?: unknown
}

const ARTICLES = /(?:Article|Report|BlogPosting)$/u
/** Objects and lists of a page's linked data that are looked at. */
const MOST = 10_000

/** The article in a page's JSON-LD (schema.org), wherever in lists and graphs it stands; empty where there is none. */
export function linkedArticle(document: PageDocument): LinkedArticle {
  const things = linkedData(document)
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLES.test(type)))
  if (!article) return {}
  const page = article['mainEntityOfPage']
  return {
    headline: article['headline'],
    published: article['datePublished'],
    publisher: publisherOf(article, things),
    url: article['url'] ?? (isObject(page) ? page['@id'] : page),
    body: article['articleBody'],
  }
}

/** Every object of the page's JSON-LD, lists and graphs laid flat; a broken script says nothing. */
function linkedData(document: PageDocument): Json[] {
  const open: unknown[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      open.push(JSON.parse(script.textContent ?? ''))
    } catch {
      continue
    }
  }
  // Grows while it is walked.
  for (const value of open) {
    const within = Array.isArray(value) ? value : isObject(value) ? value['@graph'] : []
    for (const inner of Array.isArray(within) ? within : []) if (open.length < MOST) open.push(inner)
  }
  return open.filter((value) => isObject(value) && !Array.isArray(value)) as Json[]
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const typesOf = (thing: Json): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string')

/** Its name where it stands, or where the page's graph tells it. */
function publisherOf(article: Json, things: readonly Json[]): unknown {
  const [publisher] = [article['publisher']].flat()
  if (!isObject(publisher)) return publisher
  const known = things.find((thing) => thing['@id'] === publisher['@id'] && thing['name'] !== undefined)
  return publisher['name'] ?? known?.['name']
}
