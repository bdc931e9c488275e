/** What a document is, told by its first bytes: names lie, and standard input has none. */
import { IngestError } from './errors.ts'

type Packed = 'pdf' | 'docx'
export type TextKind = 'text' | 'html' | 'mhtml' | 'feed' | 'lines' | 'list'

const SIGNATURES: readonly [signature: string, kind: Packed | { advice: string }][] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'docx'],
  ['\u00d0\u00cf\u0011\u00e0', { advice: 'an old Word file; save it as .docx or plain text first' }],
  ['{\\rtf', { advice: 'an RTF file; save it as .docx or plain text first' }],
  ['\u001f\u008b', { advice: 'compressed; unpack it first, e.g. gunzip -c FILE | mithaq extract -' }],
  ['\u0089PNG', { advice: 'a picture; recognise its letters first, e.g. tesseract FILE - -l ara' }],
  ['\u00ff\u00d8\u00ff', { advice: 'a picture; recognise its letters first, e.g. tesseract FILE - -l ara' }],
]

/**
 * The kind that the bytes have by their signature; undefined for text of some kind.
 *
 * @throws {IngestError} `not-text` for what nothing here reads, with what to do about it
 */
export function kindOfBytes(bytes: Uint8Array): Packed | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  const found = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1]
  if (typeof found === 'object') throw new IngestError('not-text', `not plain text but ${found.advice}`)
  // Mail and old tools put a few bytes before the header, and readers have always let them.
  return found ?? (/^[\s\S]{0,512}%PDF-\d/u.test(start) ? 'pdf' : undefined)
}

const PAGE = /^<(?:html|head|body|meta|title|div|article|main|section|h1|p)\b/iu
const FEED = /^<(?:rss|feed|rdf:RDF)\b/u
const MAIL = /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart\/related/iu

/** The kind of a text by its first characters. */
export function kindOfText(text: string): TextKind {
  const start = text.slice(0, 16_384)
  const { root, isPage } = skipProlog(start)
  if (FEED.test(root)) return 'feed'
  if (isPage || PAGE.test(root)) return 'html'
  if (root.startsWith('{')) return 'lines'
  if (/^\[\s*(?:\{|\])/u.test(root)) return 'list'
  return MAIL.test(root) ? 'mhtml' : 'text'
}

/** What stands before the first element: declarations, comments, instructions. */
const PROLOG: readonly [open: RegExp, close: string][] = [
  [/^<!--/u, '-->'],
  [/^<\?/u, '?>'],
  [/^<!doctype[^[>]*\[/iu, ']'],
  [/^(?:<!doctype[^[>]*|)(?=>)/iu, '>'],
]

function skipProlog(start: string): { root: string; isPage: boolean } {
  let root = start.trimStart()
  let isPage = false
  for (;;) {
    isPage ||= /^<!doctype\s+html\b/iu.test(root)
    const found = PROLOG.find(([open]) => open.test(root))
    if (!found) return { root, isPage }
    const end = root.indexOf(found[1])
    if (end === -1) return { root, isPage }
    root = root.slice(end + found[1].length).trimStart()
  }
}
