/**
 * The truth of the embedded store: one record a line, in the order they were loaded. The database file is made
 * from it and can be made again.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import type { ArticleGraph } from '@mithaq/model'
import { checkRecord } from '../check-record.ts'
import { RecordError, StoreError } from '../errors.ts'

/** How far a database has followed the file, and by what it knows that it is still the same file. */
export interface Mark {
  bytes: number
  /** Digest of the last bytes before that. */
  tail: string
}

const TAIL = 4_096
const LF = 0x0a

export interface Line {
  record: ArticleGraph
  /** The offset behind the line. */
  end: number
}

/** Adds records at the end and waits until they are on the disk. */
export async function appendRecords(path: string, records: readonly ArticleGraph[]): Promise<Mark> {
  const file = await open(path, 'a+')
  const { size } = await file.stat()
  try {
    await file.writeFile(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    await file.sync()
    return await markOf(file)
  } catch (error) {
    // Half a batch on a full disk would be read back as the truth.
    await file.truncate(size).catch(() => undefined)
    throw new StoreError('database', `Cannot write ${path}: ${(error as Error).message}`, { cause: error })
  } finally {
    await file.close()
  }
}

/** Reads from an offset on. A line that is no record is an error that names it: the truth is not guessed at. */
export async function* readRecords(path: string, from: number): AsyncGenerator<Line> {
  let end = from
  for await (const line of linesOf(createReadStream(path, { start: from }))) {
    end += line.length + 1
    yield { record: parseLine(path, line.toString('utf8'), end), end }
  }
}

/** By bytes, so that offsets are exact and a line separator within a text (U+2028) ends no line. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, at)])
      parts = []
      start = at + 1
    }
    parts.push(chunk.subarray(start))
  }
}

function parseLine(path: string, line: string, end: number): ArticleGraph {
  try {
    return checkRecord(JSON.parse(line), `ending at byte ${end}`)
  } catch (error) {
    const problem =
      error instanceof RecordError ? error.message : `the line that ends at byte ${end} is no JSON`
    throw new StoreError(
      'damaged',
      `${path}: ${problem}. Mend or remove that line; the database is made from this file.`,
      {
        cause: error,
      },
    )
  }
}

/**
 * Cut off a last line without an end, which a crash in mid-write leaves; a whole record only lacks its line
 * break, which is added.
 *
 * @returns whether something was lost
 */
export async function mendEnd(path: string): Promise<boolean> {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const start = await lastLineStart(file, size)
    if (start === size) return false
    const last = Buffer.alloc(size - start)
    await file.read(last, 0, last.length, start)
    if (isJson(last.toString('utf8'))) {
      await file.appendFile('\n')
      return false
    }
    await file.truncate(start)
    return true
  } finally {
    await file.close()
  }
}

/** The offset behind the last line break. */
async function lastLineStart(file: FileHandle, size: number): Promise<number> {
  const block = Buffer.alloc(TAIL)
  for (let end = size; end > 0; end -= TAIL) {
    const start = Math.max(0, end - TAIL)
    const { bytesRead } = await file.read(block, 0, end - start, start)
    const at = block.subarray(0, bytesRead).lastIndexOf(LF)
    if (at !== -1) return start + at + 1
  }
  return 0
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The file with only the lines that `keep` takes, written aside; `putInPlace` puts it in place, whole or not at all. */
export async function rewriteRecords(
  path: string,
  keep: (record: ArticleGraph, index: number) => boolean,
): Promise<{ mark: Mark; putInPlace: () => Promise<void> }> {
  const aside = `${path}.new`
  const file = await open(aside, 'w+')
  try {
    let index = 0
    for await (const { record } of readRecords(path, 0)) {
      if (keep(record, index)) await file.appendFile(`${JSON.stringify(record)}\n`)
      index += 1
    }
    await file.sync()
    return { mark: await markOf(file), putInPlace: () => rename(aside, path) }
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** Whether the file still begins with what the mark was set behind. */
export async function holdsMark(path: string, mark: Mark): Promise<boolean> {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    return size >= mark.bytes && (await markOf(file, mark.bytes)).tail === mark.tail
  } finally {
    await file.close()
  }
}

/** @param bytes how far the database has come */
export async function markAt(path: string, bytes: number): Promise<Mark> {
  const file = await open(path, 'r')
  try {
    return await markOf(file, bytes)
  } finally {
    await file.close()
  }
}

async function markOf(file: FileHandle, bytes?: number): Promise<Mark> {
  const end = bytes ?? (await file.stat()).size
  const tail = Buffer.alloc(Math.min(TAIL, end))
  await file.read(tail, 0, tail.length, end - tail.length)
  return { bytes: end, tail: createHash('sha256').update(tail).digest('hex').slice(0, 16) }
}
