import { CliError } from '../errors.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/**
 * Bytes as text, or an error: a byte that is not UTF-8 is never replaced in silence. A byte order
 * mark at the very start belongs to the encoding and is left out; whatever follows comes back as it
 * stands.
 *
 * @throws {CliError} `not-utf8`, `not-text`
 */
export function decodeUtf8(bytes: Buffer): string {
  refuseOtherKinds(bytes)
  try {
    return strict.decode(bytes)
  } catch (cause) {
    throw new CliError(
      'not-utf8',
      'not UTF-8; if it is in the old Arabic encoding of Windows, convert it: iconv -f WINDOWS-1256 -t UTF-8',
      { cause },
    )
  }
}

const KINDS: readonly [signature: string, what: string][] = [
  ['%PDF-', 'a PDF; take its text out first, e.g. with pdftotext'],
  ['PK\u0003\u0004', 'a Word, OpenDocument or zip file; save it as plain text first'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word file; save it as plain text first'],
  ['{\\rtf', 'an RTF file; save it as plain text first'],
  ['\u001f\u008b', 'compressed; unpack it first, e.g. gunzip -c FILE | mithaq extract -'],
  ['\u00ff\u00fe', 'UTF-16; convert it: iconv -f UTF-16 -t UTF-8'],
  ['\u00fe\u00ff', 'UTF-16; convert it: iconv -f UTF-16 -t UTF-8'],
]

function refuseOtherKinds(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 8)
  const kind = KINDS.find(([signature]) => start.startsWith(signature))
  if (kind) throw new CliError('not-text', `not plain text but ${kind[1]}`)
  if (bytes.subarray(0, 4096).includes(0)) throw new CliError('not-text', 'not text but binary data')
}
