import { IngestError, wideEncodingOf } from '@mithaq/ingest'

/** The same stream without its byte order mark, in UTF-8 where it comes in UTF-16, whose ends of line are no single bytes. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let isFirst = true
  try {
    for await (const chunk of chunks) {
      if (isFirst) {
        const wide = isWide(encoding) ? encoding : wideEncodingOf(chunk)
        if (wide !== undefined) decoder = new TextDecoder(wide, { fatal: true })
      }
      if (decoder) yield Buffer.from(decoder.decode(chunk, { stream: true }))
      else yield isFirst && hasMark(chunk) ? chunk.subarray(3) : chunk
      isFirst = false
    }
    if (decoder) yield Buffer.from(decoder.decode())
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new IngestError('unknown-encoding', 'damaged UTF-16: get the file anew', { cause })
  }
}

export const isWide = (encoding: string | undefined): boolean => /^utf-?16/iu.test(encoding ?? '')

const hasMark = (chunk: Uint8Array): boolean => chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
