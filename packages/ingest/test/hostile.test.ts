import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { IngestError, mapFields, parseFieldMap, readDocument } from '../src/index.ts'
import { cpuTime } from './cpu-time.ts'
import { writePdf } from './write-pdf.ts'

/** Every commit runs a little of it; `MITHAQ_FUZZ=50` runs so many times as much. */
const TIMES = Number(process.env['MITHAQ_FUZZ'] ?? 1)

/** Whether it gives records or an error that tells what to do; nothing else may come, whatever comes in. */
const holds = (bytes: Uint8Array): Promise<boolean> =>
  readDocument(bytes).then(
    (found) => found.every(({ record }) => typeof record === 'object'),
    (error: unknown) => error instanceof IngestError,
  )

/** The smallest input found that a check does not hold for. */
async function broken<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<boolean>,
  runs: number,
): Promise<unknown> {
  const { counterexample } = await fc.check(fc.asyncProperty(inputs, check), { numRuns: runs * TIMES })
  return counterexample
}

const page = readFileSync(new URL('pages/linked-data.html', import.meta.url), 'utf8')
const starts = [
  '',
  '<!doctype html>',
  '<rss version="2.0"><channel>',
  '<feed>',
  '[{',
  '%PDF-1.7\n',
  'PK\u0003\u0004',
  '\ufeff',
  '<?xml?>',
  'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n',
]
const scraps = fc.constantFrom(
  '<div>',
  '</div>',
  '<p',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<time datetime="',
  '"',
  '&',
  '&#x',
  ';',
  '<item>',
  '</item>',
  '<title>',
  '<link href=',
  '<content:encoded>',
  '{"@type":"NewsArticle"',
  '}',
  '<meta property="og:title" content="',
  'تعهدت قطر',
  '\u0000',
  '\ufeff',
  '\u202e',
  '<svg',
  '<table><td>',
  '\r\n--x--',
)

describe('readDocument over hostile input', () => {
  it('of any bytes', async () => {
    expect(await broken(fc.uint8Array({ maxLength: 400 }), holds, 150)).toBeNull()
  })

  it('of scraps of every kind of document', async () => {
    const documents = fc.tuple(fc.constantFrom(...starts), fc.array(scraps, { maxLength: 40 }))
    expect(
      await broken(documents, ([start, rest]) => holds(Buffer.from(start + rest.join(''))), 150),
    ).toBeNull()
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a page', () => Buffer.from(page)],
    ['a PDF', () => writePdf([[['تعهدت قطر بتقديم', ' 50 ', 'مليون']]], { compress: false })],
    [
      'a zip',
      () =>
        zipSync({
          'word/document.xml': Buffer.from(
            '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>نص</w:t></w:r></w:p></w:body></w:document>',
          ),
        }),
    ],
  ])('of %s, spoiled', async (_, make) => {
    const whole = await make()
    const spoiled = fc.tuple(
      fc.nat(whole.length - 1),
      fc.nat(whole.length - 1),
      fc.uint8Array({ maxLength: 4 }),
    )
    expect(
      await broken(
        spoiled,
        ([at, until, bytes]) =>
          holds(Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(Math.max(at, until))])),
        30,
      ),
    ).toBeNull()
  })

  it.each<[string, string]>([
    ['attributes', `<div ${'a="b" '.repeat(200_000)}>`],
    ['tags left open', '<b>'.repeat(100_000)],
    ['comments', '<!---->'.repeat(200_000)],
    ['half comments', `<!doctype html>${'<!--'.repeat(200_000)}`],
    ['entities', `<p>${'&amp;lt;'.repeat(200_000)}`],
    ['a prolog without end', '<?x '.repeat(100_000)],
    ['metas', '<!doctype html>' + '<meta content="x" name="'.repeat(50_000)],
    [
      'JSON-LD nested deep',
      `<!doctype html><script type="application/ld+json">${'['.repeat(200_000)}</script>`,
    ],
    [
      'JSON-LD of many lists',
      `<!doctype html><script type="application/ld+json">[${'[1],'.repeat(200_000)}1]</script>`,
    ],
    ['headers of mail', 'a: b\r\n'.repeat(100_000)],
    ['brackets', '['.repeat(300_000)],
    ['a line without end', 'تعهدت '.repeat(500_000)],
    ['an RSS of open items', `<rss><channel>${'<item><title>'.repeat(20_000)}`],
  ])('in time: %s', async (_, text) => {
    const started = cpuTime()
    expect(await holds(Buffer.from(text))).toBe(true)
    expect(cpuTime() - started).toBeLessThan(5_000)
  })
})

const maps = ([record, path]: [object, string]): Promise<boolean> =>
  mapFields(record, parseFieldMap(path)).then(
    (article) => 'text' in article,
    (error: unknown) => error instanceof IngestError,
  )

it('maps any record without reaching what is not its own', async () => {
  const paths = fc.constantFrom(
    'text=a',
    'text=__proto__.a',
    'html=a.b',
    'text=a,published=b',
    'text=constructor.name',
  )
  const records = fc.dictionary(fc.constantFrom('a', 'b', 'text', '__proto__'), fc.jsonValue())
  expect(await broken(fc.tuple(records, paths), maps, 100)).toBeNull()
})
