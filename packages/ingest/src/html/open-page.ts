import { IngestError } from '../errors.ts'
import type { PageDocument } from './dom.ts'

/** News pages nest some forty deep and hold some thousands of elements and texts; an entity parts a text. */
const MOST_DEEP = 150
const MOST_PIECES = 100_000
/** Who looks for the article reads each letter for each element around it, again and again: letters times depth squared. */
const MOST_WEIGHT = 300_000_000

/**
 * A page as a document. Nothing in it runs or is fetched: scripts, pictures and styles are text.
 *
 * @throws {IngestError} `too-deep`, `too-large`
 */
export async function openPage(html: string): Promise<PageDocument> {
  const { Parser } = await import('htmlparser2')
  checkShape(html, Parser)
  const { parseHTML } = await import('linkedom')
  // A piece of a page has no <html> around it, and gets one.
  const whole = /<html[\s>]/iu.test(html.slice(0, 65_536))
    ? html
    : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(whole).document
}

type HtmlParser = typeof import('htmlparser2').Parser

/** Measured while reading, before anything is built of it. */
function checkShape(html: string, Parser: HtmlParser): void {
  let depth = 0
  let pieces = 0
  let weight = 0
  let isCode = false
  const parser = new Parser({
    onopentagname: (name) => {
      isCode = name === 'script' || name === 'style'
      if (++depth > MOST_DEEP)
        throw new IngestError('too-deep', `elements nested ${MOST_DEEP} deep: not a page of news`)
      if (++pieces > MOST_PIECES) throw tooLarge()
    },
    onclosetag: () => {
      depth--
      isCode = false
    },
    ontext: (text) => {
      if (!isCode) weight += text.length * depth ** 2
      if (++pieces > MOST_PIECES || weight > MOST_WEIGHT) throw tooLarge()
    },
  })
  parser.end(html)
}

const tooLarge = (): IngestError =>
  new IngestError(
    'too-large',
    'too many elements, or too much text in them, for a page of news: save the text as .txt',
  )
