import { IngestError } from '../errors.ts'
import { glyphsOf } from './glyphs.ts'
import { linesOf, type Line, paragraphsOf } from './lines.ts'

const MOST_PAGES = 500

/**
 * The text of a PDF, a paragraph a line, Arabic in reading order. Lines that every page repeats (running heads,
 * page numbers) are left out.
 *
 * @throws {IngestError} `broken-pdf`, `locked-pdf`, `too-large`, `no-article` for a scan
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  giveTransfer()
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const { OPS } = await getResolvedPDFJS()
  try {
    // The library takes its bytes for good. Pictures stay as they are, and no code in a file is compiled.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      isEvalSupported: false,
      stopAtErrors: false,
    })
    try {
      if (pdf.numPages > MOST_PAGES)
        throw new IngestError('too-large', `${pdf.numPages} pages, more than ${MOST_PAGES}: split it`)
      const pages: Line[][] = []
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number)
        pages.push(linesOf(glyphsOf(await page.getOperatorList(), OPS)))
        page.cleanup()
      }
      return joinPages(withoutRunning(pages))
    } finally {
      await pdf.destroy()
    }
  } catch (cause) {
    throw explain(cause)
  }
}

/** What pages open or end with alike, their numbers aside. */
function withoutRunning(pages: readonly Line[][]): Line[][] {
  const edges = pages.flatMap((page) => [...new Set([keyOf(page[0]), keyOf(page.at(-1))])])
  const counts = new Map<string, number>()
  for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isRunning = (line: Line | undefined): boolean =>
    line !== undefined &&
    (keyOf(line) === '#' || (pages.length > 2 && counts.get(keyOf(line))! * 2 > pages.length))
  return pages.map((page) => page.slice(isRunning(page[0]) ? 1 : 0, isRunning(page.at(-1)) ? -1 : undefined))
}

const keyOf = (line: Line | undefined): string =>
  line?.text.replace(/\p{Nd}+/gu, '#').replace(/^[^\p{L}]*#[^\p{L}]*$/u, '#') ?? ''

/** A paragraph may go on over the page's end: where its last line is no end of a sentence. */
function joinPages(pages: readonly Line[][]): string {
  const paragraphs: string[] = []
  for (const page of pages) {
    const [first, ...rest] = paragraphsOf(page)
    const last = paragraphs.at(-1)
    if (first === undefined) continue
    if (last !== undefined && !/[.؟!:»”"]$/u.test(last))
      paragraphs[paragraphs.length - 1] = `${last} ${first}`
    else paragraphs.push(first)
    paragraphs.push(...rest)
  }
  const text = paragraphs.join('\n')
  if (text !== '') return text
  throw new IngestError(
    'no-article',
    'no text in this PDF, only pictures: recognise it first, e.g. ocrmypdf -l ara IN OUT',
  )
}

function explain(cause: unknown): IngestError {
  if (cause instanceof IngestError) return cause
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return new IngestError('locked-pdf', 'a PDF under a password: unlock it first, e.g. qpdf --decrypt', {
      cause,
    })
  }
  return new IngestError('broken-pdf', 'a damaged PDF: print it anew, or save its text as .txt', { cause })
}

/** pdf.js wants a method of ES2024, which Node has from 22 on. */
function giveTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const taken = structuredClone(this, { transfer: [this] })
    return length === taken.byteLength ? taken : taken.slice(0, length)
  }
}
