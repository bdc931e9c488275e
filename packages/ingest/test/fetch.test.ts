import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { isPublic } from '../src/fetch/addresses.ts'
import {
  type ClientOptions,
  type Fetched,
  fetchArticles,
  type FetchOptions,
  FetchState,
  openClient,
} from '../src/fetch/index.ts'
import { encodeAs } from './encode-as.ts'
import { web } from './web.ts'

const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025، بحسب بيان لمجلس الوزراء.'
const page = (text: string, title = 'خبر'): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><p>${text}</p></article></body></html>`
const feed = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>المرسى</title>${items.map((url) => `<item><title>خبر ${url.at(-1)}</title><link>${url}</link><description>موجز</description></item>`).join('')}</channel></rss>`

async function fetched(
  urls: string[],
  options: FetchOptions & ClientOptions & { state?: string } = {},
): Promise<Fetched[]> {
  const client = openClient({ allowPrivate: true, delayMs: 0, timeoutMs: 3_000, ...options })
  onTestFinished(() => client.close())
  const found: Fetched[] = []
  for await (const one of fetchArticles(urls, client, await FetchState.open(options.state), options))
    found.push(one)
  return found
}

const codes = (found: Fetched[]): unknown[] => found.map((one) => ('failure' in one ? one.failure.code : one))

describe('pages', () => {
  it('are read under their last address, in the encoding the server names', async () => {
    const site = await web({
      '/old': (_, response) => response.writeHead(302, { location: '/new' }).end(),
      '/new': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=windows-1256', 'content-encoding': 'gzip' })
          .end(gzipSync(encodeAs('windows-1256', page(PLEDGE)))),
      '/a.txt': PLEDGE,
    })
    expect(await fetched([`${site.origin}/old#x`, `${site.origin}/a.txt`])).toEqual([
      { url: `${site.origin}/old#x`, article: { title: 'خبر', text: PLEDGE, url: `${site.origin}/new` } },
      { url: `${site.origin}/a.txt`, article: { text: PLEDGE, url: `${site.origin}/a.txt` } },
    ])
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/old', '/new', '/a.txt'])
    expect(site.visits[1]!.headers['user-agent']).toMatch(/^MithaqBot\//u)
  })

  it('that fail take nothing else with them, and say why', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    const site = await web({
      '/good': page(PLEDGE),
      '/empty': '<html><nav>x</nav></html>',
      '/loop': (_, response) => response.writeHead(301, { location: '/loop' }).end(),
      '/away': (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
      '/large': (_, response) => response.end('س'.repeat(2 * 1024 * 1024)),
      '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      '/slow': (_, response) => void response.write('<html>'),
      '/silent': () => {},
      '/broken': (_, response) => void response.socket?.destroy(),
      '/error': (_, response) => response.writeHead(500).end('x'),
      '/empty.pdf': '%PDF-1.7',
    })
    const paths = [
      'empty',
      'loop',
      'away',
      'large',
      'bomb',
      'slow',
      'silent',
      'broken',
      'error',
      'gone',
      'empty.pdf',
      'good',
    ]
    const found = await fetched(
      paths.map((path) => `${site.origin}/${path}`),
      { timeoutMs: 500, maxBytes: 1024 * 1024 },
    )
    expect(codes(found.slice(0, -1))).toEqual([
      'no-article',
      'too-many-redirects',
      'wrong-address',
      'too-large',
      'too-large',
      'timeout',
      'timeout',
      'unreachable',
      'status',
      'status',
      'broken-pdf',
    ])
    expect(found.at(-1)).toMatchObject({ article: { text: PLEDGE } })
    expect(site.visits.filter(({ path }) => path === '/loop')).toHaveLength(6)
  })

  it.each([
    ['ftp://a.example/x', 'wrong-address'],
    ['file:///etc/passwd', 'wrong-address'],
    ['news', 'wrong-address'],
    ['http://user:word@a.example/', 'wrong-address'],
    ['http://127.0.0.1:1/', 'unreachable'],
  ])('%s is refused', async (url, code) => {
    expect(codes(await fetched([url]))).toEqual([code])
  })
})

describe('a server that speaks no proper HTTP', () => {
  const page200 = 'HTTP/1.1 200 OK\r\n'
  it.each([
    ['nothing', ''],
    ['noise', '\u0000\u0001\u0002'.repeat(50)],
    ['headers without end', `${page200}${'x: y\r\n'.repeat(50_000)}`],
    ['one endless header', `${page200}x: ${'y'.repeat(300_000)}`],
    ['less than it says', `${page200}Content-Length: 1000\r\n\r\n<p>`],
    ['broken chunks', `${page200}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['what is not packed as said', `${page200}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain`],
    ['two lengths', `${page200}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy`],
    ['a redirect to nowhere', 'HTTP/1.1 302 Found\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n'],
    ['early hints without end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(2_000)],
  ])('and answers %s', async (_, answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (asked: Buffer) => {
        if (asked.toString().startsWith('GET /robots.txt'))
          socket.end('HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n')
        else socket.end(answer, 'latin1')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`
    const [found] = await fetched([url], { timeoutMs: 2_000 })
    expect(found).toMatchObject({
      url,
      failure: { code: expect.stringMatching(/^(?:unreachable|timeout|wrong-address|no-article)$/u) },
    })
  })
})

describe('robots.txt', () => {
  it('is kept to, also behind a redirect, and read once a site', async () => {
    const site = await web({
      '/robots.txt': 'User-agent: *\nDisallow: /private\n\nUser-agent: MithaqBot\nDisallow: /closed\n',
      '/closed/a': page(PLEDGE),
      '/private/a': page(PLEDGE),
      '/moved': (_, response) => response.writeHead(302, { location: '/closed/a' }).end(),
    })
    const found = await fetched(['/closed/a', '/private/a', '/moved'].map((path) => site.origin + path))
    expect(codes(found)).toEqual([
      'robots',
      expect.objectContaining({ article: expect.anything() }),
      'robots',
    ])
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/private/a', '/moved'])
  })

  it.each<[number, unknown]>([
    [404, expect.objectContaining({ article: expect.anything() })],
    [403, expect.objectContaining({ article: expect.anything() })],
    [500, 'robots'],
    [503, 'robots'],
  ])('that answers %i', async (status, result) => {
    const site = await web({
      '/robots.txt': (_, response) => response.writeHead(status).end(),
      '/a': page(PLEDGE),
    })
    expect(codes(await fetched([`${site.origin}/a`]))).toEqual([result])
  })

  it('may ask for pauses', async () => {
    const site = await web({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 0.3',
      '/a': page(PLEDGE),
      '/b': page(PLEDGE),
    })
    const started = performance.now()
    await fetched([`${site.origin}/a`, `${site.origin}/b`])
    expect(performance.now() - started).toBeGreaterThan(290)
  })
})

describe('private addresses', () => {
  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['192.0.2.1', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['ff02::1', false],
    ['', false],
    ['x', false],
    ['93.184.215.14', true],
    ['1.1.1.1', true],
    ['2606:4700::1111', true],
    ['::ffff:1.1.1.1', true],
  ])('%s is public: %s', (address, is) => {
    expect(isPublic(address)).toBe(is)
  })

  it('are not connected to, however they are named', async () => {
    const site = await web({ '/a': page(PLEDGE) })
    const { port } = new URL(site.origin)
    const names = [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '127.1',
      '0',
    ]
    const found = await fetched(
      names.map((name) => `http://${name}:${port}/a`),
      { allowPrivate: false },
    )
    expect(codes(found)).toEqual(names.map(() => 'private-address'))
    expect(site.visits).toEqual([])
  })
})

describe('feeds', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mithaq-fetch-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('give their items as they are, or the pages behind them', async () => {
    const site = await web({
      '/rss': (_, response) => response.end(feed('/1', '/2', '/gone')),
      '/1': page(PLEDGE, ''),
      '/2': page(PLEDGE, 'عنوان'),
    })
    const url = `${site.origin}/rss`
    expect((await fetched([url])).map((one) => 'article' in one && one.article)).toMatchObject([
      { title: 'خبر 1', text: 'موجز', publisher: 'المرسى', url: `${site.origin}/1` },
      { text: 'موجز' },
      { text: 'موجز' },
    ])
    expect(await fetched([url], { follow: true })).toMatchObject([
      { url: `${site.origin}/1`, article: { title: 'خبر 1', text: PLEDGE, publisher: 'المرسى' } },
      { url: `${site.origin}/2`, article: { title: 'عنوان', text: PLEDGE, publisher: 'المرسى' } },
      { url: `${site.origin}/gone`, failure: { code: 'status' } },
    ])
  })

  it('are asked what is new: validators are sent, items come once, failed ones again', async () => {
    const state = join(folder, 'state.json')
    let items = ['/1']
    let isDown = true
    const site = await web({
      '/rss': (request, response) => {
        const etag = `"${items.length}"`
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
        return void response
          .writeHead(200, { etag, 'last-modified': 'Tue, 02 Dec 2025 00:00:00 GMT' })
          .end(feed(...items))
      },
      '/1': page(PLEDGE),
      '/2': (_, response) => (isDown ? response.writeHead(503).end() : response.end(page(PLEDGE))),
    })
    const url = `${site.origin}/rss`
    const visit = async (): Promise<unknown[]> =>
      (await fetched([url], { state, follow: true })).map((one) =>
        'unchanged' in one ? 'unchanged' : 'article' in one ? one.url.at(-1) : one.failure.code,
      )
    expect(await visit()).toEqual(['1'])
    expect(await visit()).toEqual(['unchanged'])
    items = ['/2', '/1']
    expect(await visit()).toEqual(['status'])
    isDown = false
    expect(await visit()).toEqual(['2'])
    expect(await visit()).toEqual(['unchanged'])
    expect(site.visits.findLast(({ path }) => path === '/rss')?.headers).toMatchObject({
      'if-none-match': '"2"',
      'if-modified-since': 'Tue, 02 Dec 2025 00:00:00 GMT',
    })
    expect(existsSync(`${state}.new`)).toBe(false)
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({
      version: 1,
      addresses: { [url]: { etag: '"2"' } },
    })
  })

  it('refuse a state that is something else, and leave it as it is', async () => {
    const path = join(folder, 'notes.json')
    writeFileSync(path, '{"mine":1}')
    await expect(FetchState.open(path)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(readFileSync(path, 'utf8')).toBe('{"mine":1}')
  })
})
