import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, type Log, serve } from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

const TOKEN = 'a token of many words'

const logged: { level: string; about: Record<string, unknown> }[] = []
const log: Log = {
  info: (about) => logged.push({ level: 'info', about: { ...about } }),
  error: (about) => logged.push({ level: 'error', about: { ...about } }),
}

let filled: FilledStore
let open: Running
let closed: Running

beforeAll(async () => {
  filled = await fillStore()
  open = await serve(createApp(filled.store, { service: { log } }), { port: 0 })
  closed = await serve(createApp(filled.store, { service: { token: TOKEN } }), { port: 0 })
})
afterAll(async () => {
  await open.close()
  await closed.close()
  await filled.close()
})

const ask = (server: Running, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, server.url), { redirect: 'manual', ...init })

describe('health and metrics', () => {
  it('tell whether the store answers', async () => {
    const response = await ask(open, '/healthz')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ status: 'ok' })

    const gone = await fillStore()
    const app = createApp(gone.store, { service: {} })
    await gone.close()
    const ill = await app.request('/healthz')
    expect(ill.status).toBe(503)
    expect(await ill.json()).toEqual({ status: 'store-down' })
    expect(await (await app.request('/metrics')).text()).toContain('mithaq_store_up 0')
  })

  it('count requests by route, never by what was asked', async () => {
    await ask(open, '/api/articles/nobody%3Aknows')
    await ask(open, '/api/commitments?actor=x')
    await ask(open, '/nowhere/at/all')
    const metrics = await (await ask(open, '/metrics')).text()
    expect(metrics).toMatch(
      /http_requests_total\{method="GET",route="[^"]*articles\/:id",status="404",ok="false"\} 1/u,
    )
    expect(metrics).toContain('http_request_duration_seconds_bucket')
    expect(metrics).toContain('process_resident_memory_bytes')
    expect(metrics).not.toMatch(/nobody|nowhere|actor/u)
  })
})

it('logs each request without what was asked', async () => {
  logged.length = 0
  await ask(open, '/api/commitments?actor=secret')
  await ask(open, '/api/nothing')
  expect(logged).toEqual([
    {
      level: 'info',
      about: { method: 'GET', path: '/api/commitments', status: 200, ms: expect.any(Number) },
    },
    { level: 'info', about: { method: 'GET', path: '/api/nothing', status: 404, ms: expect.any(Number) } },
  ])
})

it('logs what nobody foresaw with its error, and tells the asker nothing of it', async () => {
  const store = { ...filled.store, query: () => Promise.reject(new Error('inside')) }
  const app = createApp(store, { service: { log } })
  logged.length = 0
  const response = await app.request('/api/ties')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('inside')
  expect(logged).toMatchObject([{ level: 'error', about: { status: 500, err: { message: 'inside' } } }])
})

it('takes no more than it could want, told beforehand or not', async () => {
  const large = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(2 * 1024 * 1024),
  }
  expect((await ask(open, '/api/cypher', large)).status).toBe(413)
  const { hostname, port, host } = new URL(open.url)
  const socket = createConnection({ host: hostname, port: Number(port) })
  socket.on('error', () => {})
  socket.write(
    `POST /api/cypher HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
  )
  for (let i = 0; i < 40; i++) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
  socket.write('0\r\n\r\n')
  expect((await text(socket).catch(() => 'broken off')).slice(0, 12)).toMatch(
    /^(?:HTTP\/1\.1 413|broken off)/u,
  )
})

const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } })

describe('with a token', () => {
  it.each<[string, RequestInit, number]>([
    ['/api/articles', {}, 401],
    ['/api/openapi.json', {}, 401],
    ['/metrics', {}, 401],
    ['/', {}, 401],
    ['/api/articles', bearer('a token'), 401],
    ['/api/articles', bearer(''), 401],
    ['/api/articles', { headers: { authorization: `Basic ${TOKEN}` } }, 401],
    ['/api/articles', { headers: { cookie: 'mithaq-token=x' } }, 401],
    ['/api/articles?token=x', {}, 401],
    ['/api/articles', bearer(TOKEN), 200],
    ['/metrics', bearer(TOKEN), 200],
    ['/healthz', {}, 200],
  ])('%s with %j is %i', async (path, init, status) => {
    const response = await ask(closed, path, init)
    expect(response.status).toBe(status)
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
  })

  it('lets a browser in that has opened the page with it once', async () => {
    const first = await ask(closed, `/?view=table&token=${encodeURIComponent(TOKEN)}`)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/?view=table'])
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/u)
    const again = await ask(closed, '/api/articles', { headers: { cookie: cookie.split(';')[0]! } })
    expect(again.status).toBe(200)
  })
})
