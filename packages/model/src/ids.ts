/** Stable ids: the same thing has the same id on every machine and in every run. */
import { sha256 } from '#sha256'
import { foldKey } from './fold.ts'

/** Shorter texts are names; an article's is asked for by its record and by all that is called after it. */
const LONG = 256
let last = { text: '', hex: '' }

/** SHA-256 of the text's UTF-8 bytes, in hex: the machine's own in Node, plain JavaScript in a browser. */
export function sha256Hex(text: string): string {
  if (text.length < LONG) return sha256(text)
  if (text !== last.text) last = { text, hex: sha256(text) }
  return last.hex
}

const shortHash = (...parts: string[]): string => sha256Hex(parts.join('\u001f')).slice(0, 16)

/** `article:<sha256 of its text, 16 hex>`. */
export const articleId = (text: string): string => `article:${shortHash(text)}`

/** What an authority knows of an entity; the first that is there names it. */
export interface Authority {
  wikidata?: string | undefined
  geonames?: string | undefined
  iso?: string | undefined
}

/**
 * An entity's id: `actor:Q796`, `place:geonames:98182`, `place:iso:IQ-AR`, and for what no authority
 * knows a hash of its folded name and type.
 *
 * @example entityId('actor', 'Country', 'العراق', { wikidata: 'Q796' }) // 'actor:Q796'
 */
export function entityId(kind: 'actor' | 'place', type: string, name: string, known: Authority = {}): string {
  if (known.wikidata) return `${kind}:${known.wikidata}`
  if (known.geonames) return `${kind}:geonames:${known.geonames}`
  if (known.iso) return `${kind}:iso:${known.iso}`
  return `${kind}:${shortHash(type, foldKey(name))}`
}

export const dateId = (edtf: string): string => `date:${edtf}`

/** A statement is its place in its article. */
export const statementId = (article: string, start: number, end: number): string =>
  `statement:${shortHash(article, String(start), String(end))}`

/** A commitment is who commits to what, read where. */
export const commitmentId = (
  article: string,
  committers: readonly string[],
  action: string,
  start: number,
  end: number,
): string =>
  `commitment:${shortHash(article, [...committers].sort().join(' '), foldKey(action), String(start), String(end))}`
