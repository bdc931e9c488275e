import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, serve } from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

let filled: FilledStore
let running: Running
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mithaq-viewer-'))
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>ميثاق</title>')
  writeFileSync(join(folder, 'dist/assets/index-C1yE_u9b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  filled = await fillStore()
  running = await serve(createApp(filled.store, { viewerDirectory: join(folder, 'dist') }), { port: 0 })
})
afterAll(async () => {
  await running.close()
  await filled.close()
  rmSync(folder, { recursive: true })
})

const at = (path: string): string => new URL(path, running.url).href

/** A request to the letter: fetch would mend the path and choose the Host itself. */
async function raw(
  path: string,
  host = new URL(running.url).host,
): Promise<{ status: number; body: string }> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(running.url).port) })
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const body = await text(socket)
  return { status: Number(body.split(' ')[1]), body }
}

describe('over a real socket', () => {
  it('listens on the loopback alone', () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u)
  })

  it.each(['/', '/anything', '/index.html'])('%s is the page, with its policy', async (path) => {
    const response = await fetch(at(path))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('ميثاق')
    const header = (name: string): string | null => response.headers.get(name)
    const policy = new Map(
      header('content-security-policy')!
        .split('; ')
        .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
    )
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('worker-src')).toBe("'self' blob:")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('referrer-policy')).toBe('no-referrer')
    expect(header('strict-transport-security')).toBeNull()
    expect(header('access-control-allow-origin')).toBeNull()
    expect(header('cache-control')).toBe('no-cache')
  })

  it('keeps hashed files and says what they are', async () => {
    const response = await fetch(at('/assets/index-C1yE_u9b.js'))
    expect(response.headers.get('content-type')).toMatch(/javascript/u)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..\\..\\secret.txt',
    '//secret.txt',
    '/%00',
    '/missing.js',
    '/api/../secret.txt',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await raw(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body).not.toMatch(/\r\n\r\nsecret/u)
  })

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', 'localhost:1', ''])(
    'answers nothing to Host %j',
    async (host) => {
      const { status, body } = await raw('/api/articles', host)
      expect([400, 421]).toContain(status)
      expect(body).not.toContain('article:')
    },
  )

  it('answers to localhost at its port', async () => {
    const { status } = await raw('/api/articles', `localhost:${new URL(running.url).port}`)
    expect(status).toBe(200)
  })

  it('never gives text as a page', async () => {
    const response = await fetch(at(`/api/articles/${encodeURIComponent(filled.hostile.article.id)}`))
    expect(response.headers.get('content-type')).toMatch(/^application\/json/u)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(((await response.json()) as { title: string }).title).toBe(filled.hostile.article.title)
  })
})

describe('starting and ending', () => {
  it('says when the port is taken', async () => {
    const port = Number(new URL(running.url).port)
    await expect(serve(createApp(filled.store), { port })).rejects.toMatchObject({ code: 'port-in-use' })
    await expect(serve(createApp(filled.store), { port: 0, host: '203.0.113.1' })).rejects.toMatchObject({
      code: 'address-unknown',
    })
  })

  it('frees the port when it closes, idle connections or not', async () => {
    const second = await serve(createApp(filled.store), { port: 0 })
    await (await fetch(new URL('/api/articles', second.url))).json()
    await second.close()
    await expect(fetch(second.url)).rejects.toThrow(/fetch failed/u)
  })

  it('answers to a name it was given', async () => {
    const app = createApp(filled.store, { hosts: ['news.example'] })
    expect((await app.request('http://news.example/api/articles')).status).toBe(200)
    expect((await app.request('http://other.example/api/articles')).status).toBe(421)
  })

  it('says what to do while the viewer is not built', async () => {
    const response = await createApp(filled.store, { viewerDirectory: join(folder, 'none') }).request('/')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('pnpm@10 build') },
    })
  })
})
