import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { parseFieldMap } from '@mithaq/ingest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSources, type FindOptions } from './find-sources.ts'
import { mapSources } from './map-sources.ts'
import { parseArticle } from './parse-article.ts'
import type { Source } from './source.ts'
import { watchPaths } from './watch-paths.ts'

const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'
const OLD = Buffer.from([0xca, 0xda, 0xe5, 0xcf, 0xca, 0x20, 0xde, 0xd8, 0xd1])

let root = ''
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'mithaq-sources-'))))
afterEach(() => rmSync(root, { recursive: true }))

function write(files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
}

/** Where each record stands and what it holds, or how it fails. */
async function read(sources: AsyncIterable<Source>): Promise<[where: string, what: object | string][]> {
  const found: [string, object | string][] = []
  for await (const source of sources) {
    const where = source.where.startsWith(root) ? relative(root, source.where) : source.where
    try {
      found.push([where, parseArticle(source)])
    } catch (error) {
      found.push([where, (error as { code: string }).code])
    }
  }
  return found
}

const from = (input: string | Buffer, options?: FindOptions): AsyncIterable<Source> =>
  findSources(['-'], Readable.from([Buffer.from(input)]), options)
const inRoot = (options?: FindOptions): AsyncIterable<Source> =>
  findSources([root], Readable.from([]), options)

const record = (more: object = {}): string => JSON.stringify({ text: PLEDGE, ...more })
const page = `<!doctype html><title>خبر</title><article><p>${PLEDGE}</p></article>`
const feed = `<rss version="2.0"><channel>${[PLEDGE, 'x', PLEDGE].map((text) => `<item><description>${text}</description></item>`).join('')}</channel></rss>`

describe('findSources', () => {
  it('walks a folder for all that is read, each told by its content; what is broken loses nothing else', async () => {
    write({
      'a.html': page,
      'a.json': '{"published":"2025-01-02","title":"أدق"}',
      'a_files/frame.html': page,
      'b.xml': feed,
      'c.pdf': '%PDF-1.7',
      'd.docx': 'PK\u0003\u0004',
      'e.jsonl': `${record()}\n{"text"\n\n${record({ id: 'x' })}`,
      'f.txt': OLD,
      'g.TXT': Buffer.from(`\ufeff${PLEDGE}`, 'utf16le'),
      'h.txt': page,
      'i.txt': record(),
      'sub/j.ndjson': record(),
      'notes.md': PLEDGE,
      '.hidden/k.txt': PLEDGE,
    })
    expect(await read(inRoot())).toEqual([
      ['a.html', { text: PLEDGE, title: 'أدق', published: '2025-01-02' }],
      ['b.xml#1', { text: PLEDGE }],
      ['b.xml#2', 'not-arabic'],
      ['b.xml#3', { text: PLEDGE }],
      ['c.pdf', 'broken-pdf'],
      ['d.docx', 'broken-docx'],
      ['e.jsonl:1', { text: PLEDGE }],
      ['e.jsonl:2', 'not-json'],
      ['e.jsonl:4', { text: PLEDGE, id: 'x' }],
      ['f.txt', { text: 'تعهدت قطر' }],
      ['g.TXT', { text: PLEDGE }],
      ['h.txt', { text: PLEDGE, title: 'خبر' }],
      ['i.txt', { text: record() }],
      [join('sub', 'j.ndjson:1'), { text: PLEDGE }],
    ])
  })

  it.each<[string, string | Buffer, [string, object | string][]]>([
    ['a text', `  ${PLEDGE}\r\n`, [['stdin', { text: `  ${PLEDGE}\r\n` }]]],
    ['lines', `\ufeff \n${record()}`, [['stdin:2', { text: PLEDGE }]]],
    [
      'lines in UTF-16',
      Buffer.from(`\ufeff${record()}\n${record({ id: '1' })}\n`, 'utf16le'),
      [
        ['stdin:1', { text: PLEDGE }],
        ['stdin:2', { text: PLEDGE, id: '1' }],
      ],
    ],
    ['a page', page, [['stdin', { text: PLEDGE, title: 'خبر' }]]],
    [
      'a list',
      `[${record()},{"text":5}]`,
      [
        ['stdin#1', { text: PLEDGE }],
        ['stdin#2', 'wrong-record'],
      ],
    ],
    ['a list of other things', '[{"text":"x"},5]', [['stdin', 'not-json']]],
    ['markup in a field', record({ text: '<p>x' }), [['stdin:1', 'not-text']]],
    ['RTF', '{\\rtf1 x}', [['stdin', 'not-text']]],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), [['stdin', 'not-text']]],
    ['nothing', '', [['stdin', 'empty']]],
  ])('reads standard input: %s', async (_, input, records) => {
    expect(await read(from(input))).toEqual(records)
  })

  it('takes the encoding it is told', async () => {
    write({ 'a.txt': OLD, 'b.jsonl': Buffer.concat([Buffer.from('{"text":"'), OLD, Buffer.from('"}')]) })
    expect(await read(inRoot({ encoding: 'windows-1256' }))).toEqual([
      ['a.txt', { text: 'تعهدت قطر' }],
      ['b.jsonl:1', { text: 'تعهدت قطر' }],
    ])
    expect(await read(inRoot({ encoding: 'utf-8' }))).toEqual([
      ['a.txt', 'unknown-encoding'],
      ['b.jsonl:1', 'unknown-encoding'],
    ])
  })

  it('holds no line that is too long, and goes on behind it', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x61)
    const long = Readable.from(
      (function* () {
        yield Buffer.from('{"text":"')
        for (let i = 0; i < 100; i++) yield chunk
        yield Buffer.from(`"}\n${record()}\n`)
      })(),
    )
    expect(await read(findSources(['-'], long))).toEqual([
      ['stdin:1', 'too-large'],
      ['stdin:2', { text: PLEDGE }],
    ])
  })

  it('names what is not there, and addresses, which are fetched', async () => {
    expect(
      await read(findSources([join(root, 'gone'), root, 'https://a.example/x'], Readable.from([]))),
    ).toEqual([
      ['gone', 'file-missing'],
      ['', 'nothing-to-read'],
      ['https://a.example/x', 'file-missing'],
    ])
  })
})

it('maps foreign fields, and tells of each record that lacks them', async () => {
  const lines = [{ body: PLEDGE, at: 1764633600 }, { content: PLEDGE }, { body: PLEDGE, at: 'soon' }]
    .map((one) => JSON.stringify(one))
    .join('\n')
  expect(await read(mapSources(from(lines), parseFieldMap('text=body,published=at')))).toEqual([
    ['stdin:1', { text: PLEDGE, published: '2025-12-02' }],
    ['stdin:2', 'unmapped'],
    ['stdin:3', 'wrong-day'],
  ])
})

it('watches: what is there, then what comes or changes, until it is told to end', async () => {
  write({ 'a.txt': PLEDGE })
  const ending = new AbortController()
  const seen: string[][] = []
  for await (const paths of watchPaths([root], ending.signal)) {
    seen.push(paths.map((path) => relative(root, path)))
    if (seen.length === 1) write({ 'b.txt': PLEDGE, 'sub/c.html': page, 'd.md': 'x', '.e.txt': 'x' })
    if (seen.flat().length === 3) write({ 'a.txt': `${PLEDGE}\n` })
    if (seen.flat().length === 4) ending.abort()
  }
  expect([...seen[0]!, ...seen.slice(1).flat().sort()]).toEqual(['', 'a.txt', 'b.txt', join('sub', 'c.html')])
})
