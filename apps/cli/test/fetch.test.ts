import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { articleGraphSchema } from '@mithaq/model'
import { expect, it, onTestFinished } from 'vitest'
import { PLEDGE, REFUSAL } from './folder.ts'
import { mithaq, temporaryDirectory } from './run-mithaq.ts'

const item = (url: string): string => `<item><title>خبر</title><link>${url}</link></item>`
const page = (text: string, publisher: string): string =>
  `<!doctype html><html><head><title>خبر</title><meta property="og:site_name" content="${publisher}"></head><body><article><p>${text}</p></article></body></html>`

const PAGES: Record<string, string> = {
  '/rss': `<rss version="2.0"><channel><title>المرسى</title>${['/1', '/2', '/gone', '/english'].map(item).join('')}</channel></rss>`,
  '/1': page(PLEDGE, 'المرسى'),
  '/2': page(PLEDGE, 'الدفتر'),
  '/english': page('Iraq will withdraw its forces soon.', 'x'),
  '/page': page(REFUSAL, 'المرسى'),
}

it('fetches, extracts, and tells who carries what another carried before', async () => {
  const server = createServer((request, response) => {
    const body = PAGES[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state = join(temporaryDirectory(), 'state.json')
  const fetch = ['fetch', '-', '--follow', '--allow-private', '--delay', '1', '--state', state]

  const fetched = await mithaq(fetch, { input: `# of today\n${origin}/rss\n\n${origin}/page\n` })
  expect(fetched.stderr.replaceAll(origin, '')).toMatch(
    /^\/gone: the server answered 404.*\n\/english: not Arabic.*\nmithaq: 2 articles left out\n$/u,
  )
  expect(fetched.code).toBe(1)

  const extracted = await mithaq(['extract', '-', '--copies'], { input: fetched.stdout })
  expect(extracted).toMatchObject({ code: 0, stderr: '' })
  const articles = extracted.stdout
    .trim()
    .split('\n')
    .map((text) => articleGraphSchema.parse(JSON.parse(text)).article)
  expect(
    articles.map(({ publisher, copyOf, url }) => [
      publisher,
      copyOf === articles[0]!.id,
      url?.replace(origin, ''),
    ]),
  ).toEqual([
    ['المرسى', false, '/1'],
    ['الدفتر', true, '/2'],
    ['المرسى', false, '/page'],
  ])
  expect(new Set(articles.map(({ id }) => id)).size).toBe(3)
})
