import { declaredIn, decodeText } from './decode.ts'
import { IngestError } from './errors.ts'
import { kindOfBytes, kindOfText } from './kind.ts'

export interface ReadOptions {
  /** The encoding of text, where the user knows better. */
  encoding?: string | undefined
  /** The encoding that came with the document, as a server's `Content-Type` says it. */
  declared?: string | undefined
  /** Where the document was had from. */
  address?: string | undefined
}

/** A record that a document holds, and where in it: an entry's number, from 1, where there are several. */
export interface Found {
  at?: number
  record: object
}

/**
 * The articles in a document of any kind that is read here: plain text (which comes back untouched), a page of a
 * news site, a page saved as one file, a feed, a list in JSON, PDF, Word. The kind is told by the content.
 *
 * @returns records for the extractor, not yet checked; JSONL is for a reader of streams
 * @throws {IngestError} with what is wrong and what to do
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Found[]> {
  const ofText = (text: string): Found[] => [
    { record: { text, ...(options.address !== undefined && { url: options.address }) } },
  ]
  const packed = kindOfBytes(bytes)
  if (packed === 'pdf') return ofText(await (await import('./pdf/read-pdf.ts')).readPdf(bytes))
  if (packed === 'docx') return ofText(await (await import('./read-docx.ts')).readDocx(bytes))
  const { text } = decodeText(bytes, { ...options, declared: options.declared ?? declaredIn(bytes) })
  switch (kindOfText(text)) {
    case 'html':
      return [{ record: await (await import('./html/read-html.ts')).readHtml(text, options.address) }]
    case 'mhtml':
      return [{ record: await (await import('./read-mhtml.ts')).readMhtml(bytes) }]
    case 'feed': {
      const { readFeed } = await import('./read-feed.ts')
      return numbered((await readFeed(text, options.address)).map(({ item }) => item))
    }
    case 'list':
      return numbered(parseList(text))
    default:
      return ofText(text)
  }
}

const numbered = (records: readonly object[]): Found[] => records.map((record, i) => ({ at: i + 1, record }))

function parseList(text: string): object[] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (cause) {
    throw new IngestError('not-json', 'a damaged JSON list; wanted: one object a line, or a list of them', {
      cause,
    })
  }
  if (Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null)) return list
  throw new IngestError('not-json', 'a JSON list, but not of objects')
}
