import { CliError } from '../errors.ts'

/** A record longer than this is somebody's mistake, and would have to be held in memory whole. */
const MOST_BYTES = 64 * 1024 * 1024

const NEWLINE = 0x0a

export interface Line {
  /** From 1, as editors count. */
  number: number
  /** Without its newline; undefined where the line was too long to hold. */
  bytes: Buffer | undefined
}

/** Cut a stream of bytes into lines without holding more than one. The last line needs no newline. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  most = MOST_BYTES,
): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let held = 0
  const add = (part: Uint8Array): void => {
    held += part.length
    if (held <= most) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const line = { number: number++, bytes: held > most ? undefined : Buffer.concat(parts) }
    parts = []
    held = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (held > 0) yield take()
}

/** Everything a stream has to give. @throws {CliError} `too-large` */
export async function readWhole(chunks: AsyncIterable<Uint8Array>, most = MOST_BYTES): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of chunks) {
    held += chunk.length
    if (held > most) throw tooLarge(most)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

export const tooLarge = (most = MOST_BYTES): CliError =>
  new CliError('too-large', `more than ${Math.round(most / 1024 / 1024)} MiB in one article: split it`)
