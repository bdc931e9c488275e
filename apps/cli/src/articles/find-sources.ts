import { createReadStream, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { IngestError, readDocument } from '@mithaq/ingest'
import { CliError } from '../errors.ts'
import { failed } from './source.ts'
import type { Source } from './source.ts'
import { readWhole, splitLines, tooLarge } from './split-lines.ts'
import { isWide, toUtf8 } from './to-utf8.ts'

export interface FindOptions {
  /** The encoding of text, where it is not to be guessed. */
  encoding?: string | undefined
}

/** What a folder is walked for. Files named one by one may be called anything. */
const EXTENSIONS = '.txt .jsonl .ndjson .html .htm .xhtml .mhtml .mht .xml .rss .atom .pdf .docx'.split(' ')
const LINES = new Set(['.jsonl', '.ndjson'])

/**
 * Every record under some paths, in the order given and by name within a folder. `.jsonl` has one a line; so have
 * other files and standard input (`-`) that begin with `{`, `.txt` aside; all else is told by its content. A folder
 * is walked for the kinds that are read here, hidden files left out.
 */
export async function* findSources(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: FindOptions = {},
): AsyncGenerator<Source> {
  for (const path of paths) {
    if (path === '-') yield* guarded('stdin', () => readStream('stdin', stdin, options))
    else yield* guarded(path, () => readPath(path, options))
  }
}

/** What breaks in the middle of a stream is reported with its place; the paths after it are read all the same. */
async function* guarded(where: string, read: () => AsyncGenerator<Source>): AsyncGenerator<Source> {
  try {
    yield* read()
  } catch (cause) {
    yield failed(where, explain(cause, where))
  }
}

async function* readPath(path: string, options: FindOptions): AsyncGenerator<Source> {
  if (!(await stat(path)).isDirectory()) {
    yield* readFile(path, options)
    return
  }
  let found = false
  for await (const file of walk(path)) {
    found = true
    yield* guarded(file, () => readFile(file, options))
  }
  if (!found) {
    yield failed(
      path,
      new CliError('nothing-to-read', `no file in this folder that is read here: ${EXTENSIONS.join(' ')}`),
    )
  }
}

/** The files of a folder that are read here. */
export async function* walk(directory: string): AsyncGenerator<string> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = new Set(entries.map(({ name }) => name))
  // By code unit, so that the order is the same under every locale.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (isHidden(entry.name) || isOfPage(entry.name, names)) continue
    if (entry.isDirectory()) yield* walk(path)
    else if (isRead(path)) yield path
  }
}

/** Beside a page browsers save its pictures and frames, whose pages are no articles: `خبر.html`, `خبر_files/`. */
const isOfPage = (name: string, names: ReadonlySet<string>): boolean => {
  const page = name.endsWith('_files') ? name.slice(0, -'_files'.length) : undefined
  return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`))
}

export const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules'
export const isRead = (path: string): boolean => EXTENSIONS.includes(extname(path).toLowerCase())

async function* readFile(path: string, options: FindOptions): AsyncGenerator<Source> {
  const chunks = createReadStream(path)
  const extension = extname(path).toLowerCase()
  if (extension === '.txt') yield* readOne(path, chunks, options)
  else if (LINES.has(extension)) yield* readLines(path, toUtf8(chunks, options.encoding), options)
  else yield* readStream(path, chunks, options)
}

async function* readStream(
  where: string,
  chunks: AsyncIterable<Uint8Array>,
  options: FindOptions,
): AsyncGenerator<Source> {
  const { isJson, all } = await peek(chunks)
  if (isJson) yield* readLines(where, toUtf8(all, options.encoding), options)
  else yield* readOne(where, all, options)
}

async function* readOne(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  options: FindOptions,
): AsyncGenerator<Source> {
  const bytes = await readWhole(chunks)
  const found = await readDocument(bytes, options)
  const beside = path === 'stdin' ? undefined : `${path.slice(0, path.length - extname(path).length)}.json`
  const sidecar = beside !== undefined && beside !== path && existsSync(beside) ? beside : undefined
  for (const { at, record } of found) {
    const isOnly = at === undefined
    yield {
      where: isOnly ? path : `${path}#${at}`,
      content: { record, ...(isOnly && sidecar !== undefined && { sidecar }) },
      bytes: bytes.length / found.length,
    }
  }
}

async function* readLines(
  where: string,
  chunks: AsyncIterable<Uint8Array>,
  { encoding }: FindOptions,
): AsyncGenerator<Source> {
  for await (const { number, bytes } of splitLines(chunks)) {
    const at = `${where}:${number}`
    if (bytes === undefined) yield failed(at, tooLarge())
    else if (bytes.some((byte) => byte > 0x20)) {
      // UTF-16 has been decoded to find the ends of lines.
      const content = { line: bytes, encoding: isWide(encoding) ? 'utf-8' : encoding }
      yield { where: at, content, bytes: bytes.length + 1 }
    }
  }
}

/** White space, the marks of UTF-8 and UTF-16, and the zeros of the latter. */
const BEFORE_TEXT = new Set([0, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xbb, 0xbf, 0xef, 0xfe, 0xff])
const BRACE = 0x7b

/** Look at a stream's first character that is no space, and give the stream back whole. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ isJson: boolean; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let first: number | undefined
  while (first === undefined) {
    const { done, value } = await iterator.next()
    if (done) break
    seen.push(value)
    first = value.find((byte) => !BEFORE_TEXT.has(byte))
  }
  return {
    isJson:
      first === BRACE &&
      !Buffer.from(seen.at(-1) ?? [])
        .toString('latin1')
        .trimStart()
        .startsWith('{\\rtf'),
    all: (async function* () {
      yield* seen
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
  }
}

function explain(cause: unknown, where: string): Error {
  if (cause instanceof CliError || cause instanceof IngestError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT' && /^https?:/iu.test(where)) {
    return new CliError('file-missing', 'an address: `mithaq fetch ADDRESS | mithaq extract -` reads it', {
      cause,
    })
  }
  if (code === 'ENOENT') return new CliError('file-missing', 'no such file or folder', { cause })
  if (code === 'EACCES') return new CliError('file-unreadable', 'no permission to read it', { cause })
  return new CliError('file-unreadable', message, { cause })
}
