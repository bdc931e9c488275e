import { IngestError } from './errors.ts'
import { openPage } from './html/open-page.ts'
import { plainText } from './html/plain-text.ts'

/** Unpacked: a report of a hundred pages is below one. */
const MOST_MIB = 16
const MOST_PARTS = 2_000

/**
 * The text of a Word document without its notes, a paragraph a line. Of the file only the parts in XML are unpacked, and never
 * past what they claim to hold, so that a bomb stays packed.
 *
 * @throws {IngestError} `broken-docx`, `too-large`, `not-text`
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const parts = await unpackXml(bytes)
  if (parts['word/document.xml'] === undefined) {
    throw new IngestError(
      'not-text',
      'a zip file but no Word document: unpack it, or save it as .docx or plain text',
    )
  }
  const { zipSync } = await import('fflate')
  const { default: mammoth } = await import('mammoth')
  try {
    // Pictures are not unpacked, and not asked for.
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      { convertImage },
    )
    const document = await openPage(value)
    for (const note of document.querySelectorAll('[id^="footnote-"], [id^="endnote-"]')) note.remove()
    return plainText(document.documentElement)
  } catch (cause) {
    throw cause instanceof IngestError ? cause : broken(cause)
  }
}

async function unpackXml(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { unzipSync } = await import('fflate')
  let size = 0
  let count = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > MOST_PARTS)
          throw new IngestError('too-large', `more than ${MOST_PARTS} parts in one document`)
        if (!/\.(?:xml|rels)$/iu.test(name)) return false
        size += originalSize
        if (size > MOST_MIB * 1024 * 1024) {
          throw new IngestError('too-large', `more than ${MOST_MIB} MiB of text in one document: split it`)
        }
        return true
      },
    })
  } catch (cause) {
    throw cause instanceof IngestError ? cause : broken(cause)
  }
}

const broken = (cause: unknown): IngestError =>
  new IngestError(
    'broken-docx',
    'a damaged Word document: open it and save it anew, or save it as plain text',
    { cause },
  )
