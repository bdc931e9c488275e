import type { ArticleInput } from '@mithaq/model'
import { foldKey } from '@mithaq/model'
import { IngestError } from '../errors.ts'
import type { PageDocument, PageNode } from './dom.ts'
import { openPage } from './open-page.ts'
import { pageFacts } from './page-facts.ts'
import { plainText } from './plain-text.ts'

/** Shorter finds are taken with what is around them; the library's own measure is that of magazines. In letters. */
const SHORT_NEWS = 100

/** Less than the shortest news flash: a menu, or a page that a script would have filled. */
const FEWEST_WORDS = 5

/** At most so many words stand with the hour in a line of its own: «نشر في …، بقلم …». */
const BYLINE = 10

/**
 * The article in a page of a news site, without menus, captions and what else one may like to read.
 *
 * @param address where the page was had from, if that is known
 * @returns its text, a paragraph a line; title, publisher, day and address as the page states them
 * @throws {IngestError} `no-article`, `too-deep`, `too-large`
 * @example await readHtml('<article><h1>قطر تتعهد</h1><p>تعهدت قطر …</p></article>') // { title: 'قطر تتعهد', text: 'تعهدت قطر …' }
 */
export async function readHtml(html: string, address?: string): Promise<ArticleInput> {
  const document = await openPage(html)
  const { body = '', ...facts } = pageFacts(document, address)
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/gu, ' ').trim()
  dropBylines(document)
  const read = await findArticle(document)
  // A piece of a page may have its title anywhere.
  const named = document.querySelector('title')?.textContent?.trim()
  const title = facts.title ?? (heading || read?.title || named || undefined)
  const found = withoutTitle(read?.content ? plainText(read.content) : '', title)
  const text = wordsOf(found) < FEWEST_WORDS ? body : found
  if (wordsOf(text) < FEWEST_WORDS) {
    throw new IngestError(
      'no-article',
      'no article found in this page; if a script shows it, save the page from a browser, else its text as .txt',
    )
  }
  return { text, ...(title !== undefined && { title }), ...facts }
}

/** The words of a piece of HTML that is all article, such as an item of a feed. */
export async function htmlToText(html: string): Promise<string> {
  return plainText((await openPage(html)).documentElement)
}

async function findArticle(
  document: PageDocument,
): Promise<{ title?: string | null; content?: PageNode | null } | null> {
  const { Readability } = await import('@mozilla/readability')
  try {
    return new Readability<PageNode>(document, {
      serializer: (node) => node,
      charThreshold: SHORT_NEWS,
    }).parse()
  } catch (cause) {
    // It expects the parts that every whole page has.
    throw new IngestError('no-article', 'a damaged page: save it anew, or its text as .txt', { cause })
  }
}

/** The line that tells the hour of publication, which has been read, is no prose. */
function dropBylines(document: PageDocument): void {
  for (const time of document.querySelectorAll('time')) {
    const line = time.closest('p, div, span, header') ?? time
    if (wordsOf(line.textContent ?? '') <= BYLINE) line.remove()
  }
}

/** The title stands apart: where one of the first lines says it again, the text begins behind it. */
function withoutTitle(text: string, title: string | undefined): string {
  if (title === undefined) return text
  const lines = text.split('\n')
  const again = lines.slice(0, 3).findLastIndex((line) => foldKey(line) === foldKey(title))
  return lines.slice(again + 1).join('\n')
}

const wordsOf = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0
