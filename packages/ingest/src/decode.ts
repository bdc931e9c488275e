/** Bytes as text, in whatever encoding Arabic news has been kept in. */
import { IngestError } from './errors.ts'

export interface Decoded {
  text: string
  /** Its name as the Encoding Standard spells it: `utf-8`, `utf-16le`, `windows-1256`. */
  encoding: string
}

export interface DecodeOptions {
  /** The user's word: nothing is guessed. */
  encoding?: string | undefined
  /** What the document or its server says of it; often wrong, so that the bytes are asked first. */
  declared?: string | undefined
}

/** Encodings of one byte a letter that Arabic was written in; the first is far the more usual. */
const OLD = ['windows-1256', 'iso-8859-6'] as const

/**
 * Decode without ever replacing a byte in silence. A byte order mark at the very start belongs to the
 * encoding and is left out. UTF-8 is recognised by being valid, UTF-16 by its mark or its zeros, the old Arabic
 * encodings by what they spell.
 *
 * @throws {IngestError} `not-text`, `broken-utf8`, `unknown-encoding`
 * @example decodeText(Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3)) // { text: 'سلام', encoding: 'windows-1256' }
 */
export function decodeText(bytes: Uint8Array, { encoding, declared }: DecodeOptions = {}): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, encoding)
  const wide = wideEncodingOf(bytes)
  if (wide !== undefined) return decodeAs(bytes, wide)
  if (bytes.subarray(0, 4096).includes(0)) throw new IngestError('not-text', 'not text but binary data')
  const text = tryDecode(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8' }
  if (isMostlyUtf8(bytes)) throw brokenUtf8(bytes)
  const named = declared === undefined ? undefined : readAs(bytes, declared)
  if (named !== undefined && /\p{Script=Arabic}/u.test(named.text)) return named
  return guessOld(bytes)
}

/** The encoding that a page or an XML file names in its first lines, where it names one. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/u.exec(head)?.[1]
  )
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const decoded = readAs(bytes, encoding)
  if (decoded) return decoded
  throw new IngestError(
    'unknown-encoding',
    isEncoding(encoding)
      ? `not ${encoding}: it has bytes that this encoding lacks`
      : `no encoding is called ${encoding}; e.g. utf-8, utf-16, windows-1256, iso-8859-6`,
  )
}

export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

function readAs(bytes: Uint8Array, encoding: string): Decoded | undefined {
  if (!isEncoding(encoding)) return undefined
  const text = tryDecode(bytes, encoding)
  return text === undefined ? undefined : { text, encoding: new TextDecoder(encoding).encoding }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * UTF-16, by its mark, or by the high bytes of Arabic (06) and of spaces and digits (00), which then stand
 * at every second place.
 */
export function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length - (bytes.length % 2), 4096)
  const high = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0 || bytes[i] === 6) high[i % 2]!++
  const most = (length / 2) * 0.8
  if (length < 4 || bytes.indexOf(0) === -1) return undefined
  if (high[1]! >= most && high[0]! < most) return 'utf-16le'
  return high[0]! >= most && high[1]! < most ? 'utf-16be' : undefined
}

/** Arabic in UTF-8 that is cut or damaged: its pairs of bytes are there, which no other encoding shows. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let pairs = 0
  let high = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    high++
    const next = bytes[i + 1] ?? 0
    if (bytes[i]! >= 0xd8 && bytes[i]! <= 0xdb && next >= 0x80 && next < 0xc0) pairs++
  }
  return pairs * 3 > high
}

function brokenUtf8(bytes: Uint8Array): IngestError {
  const text = new TextDecoder('utf-8').decode(bytes)
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length
  return new IngestError('broken-utf8', `damaged UTF-8 in line ${line}: a letter is cut; get the file anew`)
}

/** One stray byte among ASCII is damage, not an encoding. */
const FEWEST_LETTERS = 3
/** The wrong reading of a text has a third of its letters odd, the right one hardly any. */
const MOST_ODD = 0.25

/**
 * Which of the old encodings spells Arabic words. (Detectors by statistics, which need longer texts, took the
 * one for the other in one of six headlines.)
 */
function guessOld(bytes: Uint8Array): Decoded {
  const readings = OLD.flatMap((encoding) => readAs(bytes, encoding) ?? [])
  const best = readings.toSorted((a, b) => oddities(a.text) - oddities(b.text))[0]
  const letters = best?.text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (best && letters >= FEWEST_LETTERS && oddities(best.text) <= MOST_ODD) return best
  throw new IngestError(
    'unknown-encoding',
    'neither UTF-8 nor another encoding of Arabic known here; name it with --encoding, or convert it with iconv',
  )
}

/**
 * Of what is not ASCII, the share that Arabic prose does not have: accented Latin, marks on nothing, Latin
 * within a word. Newspapers write few vowel signs, so that of two readings the one with fewer is meant.
 */
function oddities(text: string): number {
  const count = (what: RegExp): number => text.match(what)?.length ?? 0
  const foreign = count(/[^\p{ASCII}\p{Script=Arabic}\p{Mark}\p{P}\p{Zs}\u200c-\u200f\u0640]/gu)
  const stray = count(/(?<!\p{Script=Arabic})\p{Mark}|[\u064b-\u0652](?=[\u064b-\u0652])/gu)
  const glued = count(/[a-z](?=\p{Script=Arabic})|(?<=\p{Script=Arabic})[a-z]/giu)
  return (foreign + stray + glued + count(/\p{Mark}/gu) / 10) / Math.max(1, count(/\P{ASCII}/gu))
}
