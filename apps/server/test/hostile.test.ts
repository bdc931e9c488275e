import { createConnection } from 'node:net'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp, serve } from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

/** Every commit runs a little of it; `MITHAQ_FUZZ=50` runs so many times as much. */
const TIMES = Number(process.env['MITHAQ_FUZZ'] ?? 1)

interface Operation {
  parameters?: { name: string; in: 'path' | 'query' }[]
  responses: Record<string, unknown>
}

let filled: FilledStore
let app: ReturnType<typeof createApp>
let running: Running
/** What the API says of itself: each of its questions, with the names that may be asked with. */
let questions: { path: string; inPath: string[]; inQuery: string[] }[]

const sizeOf = async (): Promise<unknown> =>
  (await filled.store.query('MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)')).rows

beforeAll(async () => {
  filled = await fillStore()
  app = createApp(filled.store, { service: {} })
  running = await serve(app, { port: 0 })
  const { paths } = (await (await app.request('http://localhost/api/openapi.json')).json()) as {
    paths: Record<string, { get?: Operation }>
  }
  // Read from its description, so that what is added is asked too.
  questions = Object.entries(paths).flatMap(([path, { get }]) => {
    const names = (place: string) =>
      (get?.parameters ?? []).filter((each) => each.in === place).map(({ name }) => name)
    return get ? [{ path, inPath: names('path'), inQuery: names('query') }] : []
  })
})
afterAll(async () => {
  await running.close()
  await filled.close()
})

const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    '2025-02-30',
    '0000-00-00',
    'actor:Q796',
    'overdue',
    'العراق',
    '../../etc/passwd',
    '%00',
    '\u202e',
    '\ud83d',
    "' OR 1=1 //",
    '}) DETACH DELETE n //',
    '__proto__',
    '<script>alert(1)</script>',
    'a'.repeat(3_000),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Whether an answer is one: JSON that says what is wrong, or what was asked for. Never a page, never a surprise. */
async function isAnswer(response: Response): Promise<boolean> {
  const body = (await response.json()) as { error?: { code: unknown; message: unknown } }
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json')
  if (!isJson || response.headers.get('x-content-type-options') !== 'nosniff') return false
  if (response.status < 400) return body.error === undefined
  return (
    (response.status < 500 || response.status === 504) &&
    typeof body.error?.code === 'string' &&
    typeof body.error.message === 'string'
  )
}

/** The smallest input found that a check does not hold for. */
async function broken<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<boolean>,
  runs: number,
): Promise<unknown> {
  const { counterexample, errorInstance } = await fc.check(fc.asyncProperty(inputs, check), {
    numRuns: runs * TIMES,
  })
  return counterexample === null ? null : { counterexample, errorInstance }
}

/** As a browser would write it; halves of letters as the replacement that it would send. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))

const askPath = async ([method, parts]: [string, string[]]): Promise<boolean> =>
  isAnswer(await app.request(`http://localhost/api/-/${parts.map(encoded).join('/')}`, { method }))

const askCypher = async (body: unknown): Promise<boolean> =>
  isAnswer(
    await app.request('http://localhost/api/cypher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

describe('the API over hostile questions', () => {
  it('answers every question of its own description, whatever is asked with', async () => {
    expect(questions.length).toBeGreaterThanOrEqual(8)
    const asked = fc.record({
      question: fc.nat().map((n) => questions[n % questions.length]!),
      values: fc.array(value, { minLength: 8, maxLength: 8 }),
      surplus: fc.option(value, { nil: undefined }),
    })
    const check = async ({
      question: { path, inPath, inQuery },
      values,
      surplus,
    }: {
      question: (typeof questions)[number]
      values: string[]
      surplus: string | undefined
    }): Promise<boolean> => {
      const filledIn = inPath.reduce((so, name, i) => so.replace(`{${name}}`, encoded(values[i]!)), path)
      const query = inQuery.map((name, i) => `${name}=${encoded(values[(i + 2) % 8]!)}`)
      if (surplus !== undefined) query.push(`${encoded(surplus)}=1`)
      return isAnswer(await app.request(`http://localhost${filledIn}?${query.join('&')}`))
    }
    expect(await broken(asked, check, 150)).toBeNull()
  }, 600_000)

  it('answers every path and method', async () => {
    const asked = fc.tuple(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
      fc.array(value, { maxLength: 4 }),
    )
    expect(await broken(asked, askPath, 80)).toBeNull()
  }, 600_000)

  const scraps = fc.constantFrom(
    'MATCH ',
    'OPTIONAL MATCH ',
    '(n)',
    '(n:Actor {id: $id})',
    '-[r]->',
    'CREATE ',
    'MERGE ',
    'DELETE n ',
    'SET n.x = 1 ',
    'WITH n ',
    'WHERE ',
    'n.name = "',
    "'",
    '`',
    'RETURN ',
    'n',
    ', ',
    'UNION ',
    'CALL {',
    '}',
    'UNWIND [1] AS x ',
    '/*',
    '*/',
    '// ',
    '\n',
    ';',
    '$p',
    'LIMIT 1 ',
    'COUNT(*) ',
    'LOAD CSV FROM "file:///etc/passwd" AS l ',
    'FOREACH (x IN [1] | CREATE (m)) ',
    'DROP INDEX x ',
    '\u0000',
    'قطر',
  )

  it('answers every question in Cypher, and writes none', async () => {
    const before = await sizeOf()
    const bodies = fc.record({
      query: fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
      params: fc.dictionary(fc.constantFrom('p', 'id', '__proto__', 'أ'), fc.jsonValue()),
    })
    expect(await broken(bodies, askCypher, 150)).toBeNull()
    expect(await broken(fc.oneof(fc.string(), fc.json()), askCypher, 50)).toBeNull()
    for (const body of ['['.repeat(60_000), `{"query":${'{"a":'.repeat(10_000)}`, '"'.repeat(60_000), 'null'])
      expect(await askCypher(body)).toBe(true)
    expect(await sizeOf()).toEqual(before)
  }, 600_000)
})

it('stands after requests that are none', async () => {
  const { hostname, port } = new URL(running.url)
  const requests = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'GET / HTTP/1.1\r\n',
          'POST /api/cypher HTTP/1.1\r\n',
          `Host: ${hostname}:${port}\r\n`,
          'Host: \r\n',
          'Content-Length: 99\r\n',
          'Content-Length: -1\r\n',
          'Transfer-Encoding: chunked\r\n',
          'ffffffff\r\n',
          '0\r\n\r\n',
          '\r\n',
          'Connection: upgrade\r\nUpgrade: websocket\r\n',
          'Expect: 100-continue\r\n',
          `X: ${'a'.repeat(20_000)}\r\n`,
          '{"query":',
          '\u0000',
        ),
        { maxLength: 8 },
      )
      .map((parts) => Buffer.from(parts.join(''), 'latin1')),
  )
  const send = async (bytes: Uint8Array): Promise<boolean> => {
    const socket = createConnection({ host: hostname, port: Number(port) })
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
    // Half of them leave before the answer.
    socket.end(bytes)
    setTimeout(() => socket.destroy(), bytes.length % 2 === 0 ? 1_000 : 5).unref()
    await closed
    return !/^HTTP\/1\.1 5(?!05|01)/u.test(answer)
  }
  expect(await broken(requests, send, 60)).toBeNull()
  expect((await fetch(new URL('/healthz', running.url))).status).toBe(200)
}, 600_000)
