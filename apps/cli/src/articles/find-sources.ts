import { createReadStream, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CliError } from '../errors.ts'
import { failed } from './source.ts'
import type { Source } from './source.ts'
import { readWhole, splitLines, tooLarge } from './split-lines.ts'

/**
 * Every record under some paths, in the order given and by name within a folder: `.txt` holds one
 * article, `.jsonl` one a line; other files and standard input (`-`) are JSONL when they begin with
 * `{`. A folder is walked for its `.txt` and `.jsonl` files, hidden ones left out.
 */
export async function* findSources(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Source> {
  for (const path of paths) {
    if (path === '-') yield* readStream('stdin', stdin)
    else yield* readPath(path)
  }
}

async function* readPath(path: string): AsyncGenerator<Source> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield* readFile(path)
      return
    }
    let found = false
    for await (const file of walk(path)) {
      found = true
      yield* readFile(file)
    }
    if (!found) yield failed(path, new CliError('nothing-to-read', 'no .txt or .jsonl file in this folder'))
  } catch (cause) {
    yield failed(path, explain(cause))
  }
}

/** The `.txt` and `.jsonl` files of a folder. */
export async function* walk(directory: string): AsyncGenerator<string> {
  const entries = await readdir(directory, { withFileTypes: true })
  // By code unit, so that the order is the same under every locale.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) yield* walk(path)
    else if (['.txt', '.jsonl'].includes(extname(entry.name))) yield path
  }
}

async function* readFile(path: string): AsyncGenerator<Source> {
  const chunks = createReadStream(path)
  if (extname(path) === '.txt') yield await readText(path, chunks)
  else if (extname(path) === '.jsonl') yield* readLines(path, chunks)
  else yield* readStream(path, chunks)
}

async function* readStream(where: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Source> {
  const { isJson, all } = await peek(chunks)
  if (isJson) yield* readLines(where, all)
  else yield await readText(where, all)
}

async function readText(path: string, chunks: AsyncIterable<Uint8Array>): Promise<Source> {
  const text = await readWhole(chunks)
  const sidecar = `${path.slice(0, -extname(path).length)}.json`
  const hasSidecar = extname(path) === '.txt' && existsSync(sidecar)
  return { where: path, content: { text, ...(hasSidecar && { sidecar }) } }
}

async function* readLines(where: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Source> {
  for await (const { number, bytes } of splitLines(chunks)) {
    if (bytes === undefined) yield failed(`${where}:${number}`, tooLarge())
    else if (bytes.some((byte) => byte > 0x20))
      yield { where: `${where}:${number}`, content: { line: bytes } }
  }
}

/** Look at a stream's first character that is no space, and give the stream back whole. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ isJson: boolean; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let first: string | undefined
  while (first === undefined) {
    const { done, value } = await iterator.next()
    if (done) break
    seen.push(value)
    first = /[^\s\u00ef\u00bb\u00bf]/u.exec(Buffer.from(value).toString('latin1'))?.[0]
  }
  return {
    isJson: first === '{',
    all: (async function* () {
      yield* seen
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
  }
}

function explain(cause: unknown): CliError {
  if (cause instanceof CliError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT') return new CliError('file-missing', 'no such file or folder', { cause })
  if (code === 'EACCES') return new CliError('file-unreadable', 'no permission to read it', { cause })
  return new CliError('file-unreadable', message, { cause })
}
