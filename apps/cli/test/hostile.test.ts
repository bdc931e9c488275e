import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folder, line, PLEDGE } from './folder.ts'
import { mithaq, type Ran } from './run-mithaq.ts'

/** Every commit runs a little of it; `MITHAQ_FUZZ=50` runs so many times as much. */
const TIMES = Number(process.env['MITHAQ_FUZZ'] ?? 1)

const FILES: Record<string, string | Buffer> = {
  'good.jsonl': line({ id: '1', text: PLEDGE, published: '2025-03-01' }),
  'bad.jsonl': `{"text":\n[]\nnull\n{"text":1}\n${line({ text: PLEDGE, published: '2025-02-30' })}{"__proto__":{"text":"x"}}\n`,
  'empty.txt': '',
  'note.txt': 'نص\u0000\u202e',
  'latin.txt': Buffer.from([0xe9, 0xe8, 0xff, 0xfe, 0x00]),
  'broken.pdf': '%PDF-1.7\n%%EOF',
  'broken.docx': 'PK\u0003\u0004',
  'page.html': `<!doctype html><script>alert(1)</script><article><p>${PLEDGE.repeat(30)}</p></article>`,
  'feed.xml': '<rss version="2.0"><channel><item><title>',
  'same.tsv': 'join\tactor:Q796\n\t\t\nsplit',
  'folder/deep.txt': PLEDGE,
}

/** All that a command line may be made of, but what waits for somebody, calls out, or writes elsewhere. */
const WORDS = [
  'extract',
  'load',
  'unload',
  'link',
  'query',
  'commitments',
  'export',
  'score',
  'help',
  ...Object.keys(FILES),
  'folder',
  'gone.txt',
  '-',
  '--',
  '--format',
  'jsonl',
  'json',
  'csv',
  'table',
  'ttl',
  'ftm',
  'neo4j-admin',
  '--published',
  '2025-02-30',
  '2025-03-01',
  '--map',
  'text=body',
  'text=__proto__',
  '=',
  '--encoding',
  'utf-16',
  'nonsense',
  '--same-as',
  '--copies',
  '--store',
  'store',
  '--to',
  'ftp://x',
  '--param',
  'a=1',
  'a={',
  '--list',
  '--limit',
  '-1',
  '1e99',
  '--timeout',
  '1',
  '@due-before',
  '@none',
  'MATCH (n) RETURN n',
  'CREATE (n)',
  'RETURN',
  '--as-of',
  '--actor',
  'العراق',
  "'; DETACH DELETE n //",
  '--status',
  'overdue',
  '--misses',
  '--seed',
  '--html',
  '\u202e',
  '\ud83d',
  '',
]
const COMMANDS = ['extract', 'load', 'link', 'query', 'commitments', 'export', 'unload', 'score']

const commandLine = fc.tuple(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...COMMANDS) }, fc.constantFrom(...WORDS)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
)

const input = fc.oneof(
  fc.constant(line({ text: PLEDGE })),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue().map((value) => `${JSON.stringify(value)}\n`),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
)

/** An exit code of the three, and a reason in words where it is not 0; an error that nobody foresaw shows by its own. */
function holds({ code, stderr }: Ran): boolean {
  const unforeseen =
    /TypeError|is not a function|is not iterable|Cannot read prop|(?<!received )undefined|\n +at |\[object /u
  return (code === 0 || ((code === 1 || code === 2) && stderr.trim() !== '')) && !unforeseen.test(stderr)
}

const good = (id: number): string => line({ id: String(id), text: PLEDGE, published: '2025-03-01' }).trim()

describe('any command line ends with 0, 1 or 2, and says why', () => {
  it('whatever its words and its input', async () => {
    const cwd = folder(FILES)
    const check = async ([command, rest]: [string, string[]], stdin: string | Buffer): Promise<void> => {
      const args = [command].concat(rest)
      const ran = await mithaq(args, { cwd, input: stdin })
      expect(holds(ran) ? null : { args, ...ran }).toBeNull()
    }
    await fc.assert(fc.asyncProperty(commandLine, input, check), { numRuns: 60 * TIMES })
  }, 600_000)

  it('and the records that come in spoiled harm none of the others', async () => {
    const cwd = folder({})
    const spoiled = fc.array(
      fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll(/[\n\r]/gu, ' ')),
        fc.nat(good(1).length - 2).map((length) => good(1).slice(0, length)),
      ),
      { minLength: 1, maxLength: 5 },
    )
    const check = async (lines: string[]): Promise<void> => {
      const mixed = lines.flatMap((bad, i) => [good(i), bad])
      const { stdout, stderr, code } = await mithaq(['extract', '-'], { cwd, input: `${mixed.join('\n')}\n` })
      const ids = stdout
        .trim()
        .split('\n')
        .map((record) => (JSON.parse(record) as { article: { id: string } }).article.id)
      expect(ids).toEqual(expect.arrayContaining(lines.map((_, i) => `article:${i}`)))
      expect(holds({ code, stdout, stderr })).toBe(true)
    }
    await fc.assert(fc.asyncProperty(spoiled, check), { numRuns: 20 * TIMES })
  }, 600_000)
})
