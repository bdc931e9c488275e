import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LlmError, type Model, readWithModel } from '../src/index.ts'
import { type ModelOptions, openModel } from '../src/model/index.ts'
import { KNOWN, NEW, read, TEXT } from './articles.ts'
import { answer, type Part, playModel } from './play-model.ts'

const GOOD: Part = () => ({ commitments: [KNOWN, NEW] })
const FAST = { model: 'played', backoffMs: 1 } satisfies Partial<ModelOptions>
const status =
  (code: number, body = '{"error":{"message":"no"}}', headers: object = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body)

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'mithaq-llm-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Every file under a folder. */
const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** A busy machine must not be taken for a slow model. */
const patienceFor = (row: string): Partial<ModelOptions> => (row === SILENT ? { timeoutMs: 1_500 } : {})
const SILENT = 'no answer in time'

const slow: Part = () => (response) => void setTimeout(() => answer(response, '{"commitments":[]}'), 30)

const codeOf = async (model: Model): Promise<unknown> =>
  readWithModel(read(), model).then(
    ({ report }) => report.failures[0]?.code,
    (error: unknown) => (error instanceof LlmError && error.isFatal ? `fatal ${error.code}` : error),
  )

describe('what is asked', () => {
  it('is the article between marks, with a schema, at temperature 0', async () => {
    const { baseURL, asked } = await playModel(GOOD)
    await readWithModel(read(), openModel({ ...FAST, baseURL, apiKey: 'sk-secret' }))
    const [{ path, headers, body, article } = expect.fail()] = asked
    expect(path).toBe('/v1/chat/completions')
    expect(headers.authorization).toBe('Bearer sk-secret')
    expect(article).toBe(TEXT.trimEnd())
    expect(body).toMatchObject({ model: 'played', temperature: 0, seed: 1, max_tokens: 4096 })
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    const { type, json_schema } = body.response_format!
    expect([type, json_schema!.strict]).toEqual(['json_schema', true])
    // llama.cpp makes limits of length into grammars that take minutes.
    expect(JSON.stringify(json_schema)).not.toMatch(/maxLength|minLength/u)
    expect(body).not.toHaveProperty('tools')
  })

  it('is JSON of any shape where the endpoint knows no schema, and no key where there is none', async () => {
    const { baseURL, asked } = await playModel(
      () => `\`\`\`json\n${JSON.stringify({ commitments: [KNOWN] })}\n\`\`\``,
    )
    const { report } = await readWithModel(read(), openModel({ ...FAST, baseURL, isLoose: true }))
    expect(asked[0]!.body.response_format).toEqual({ type: 'json_object' })
    expect(asked[0]!.headers.authorization).toBeUndefined()
    expect(report).toMatchObject({ agreed: 1, rejected: [] })
  })

  it('is one part after the other of a long article, each about itself', async () => {
    const { baseURL, asked } = await playModel(({ article }) => ({
      commitments: [KNOWN, NEW].filter(({ quote }) => article.includes(quote)),
    }))
    const { graph, report } = await readWithModel(read(), openModel({ ...FAST, baseURL }), { window: 90 })
    expect(asked.map(({ article }) => article).toSorted()).toEqual(TEXT.trimEnd().split('\n').toSorted())
    expect(report).toMatchObject({ questions: 3, agreed: 1, added: 1, tokens: 3000 })
    const whole = await readWithModel(read(), openModel({ ...FAST, baseURL }))
    expect(graph).toEqual(whole.graph)
  })
})

describe('a server that fails', () => {
  it.each<[string, (nth: number) => (response: ServerResponse) => void]>([
    ['an error', () => status(500)],
    ['too busy', () => status(503)],
    ['too many requests', () => status(429, '{}', { 'retry-after': '0' })],
    [
      'broken JSON',
      () => (response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"mess'),
    ],
    ['no choices', () => status(200, '{"choices":[]}')],
    ['a page', () => (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    [
      'a broken connection',
      () => (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"choices"', () => response.destroy())
      },
    ],
    [SILENT, () => () => {}],
  ])('in passing is asked again: %s', async (row, fails) => {
    const { baseURL, asked } = await playModel((own, nth) => (nth < 3 ? fails(nth) : GOOD(own, nth)))
    const { report } = await readWithModel(read(), openModel({ ...FAST, ...patienceFor(row), baseURL }))
    expect(report).toMatchObject({ agreed: 1, added: 1, failures: [] })
    expect(asked).toHaveLength(3)
  })

  it.each<[string, string, number, (response: ServerResponse) => void]>([
    ['an error', 'status', 3, status(500)],
    [
      'a page',
      'wrong-answer',
      3,
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    ],
    ['another API', 'wrong-answer', 3, status(200, '{"ok":true}')],
    [SILENT, 'timeout', 3, () => {}],
    ['a question it does not take', 'status', 1, status(400)],
    ['an answer without end', 'too-large', 1, (response) => answer(response, 'ا'.repeat(2_000_000))],
    ['no such model', 'fatal no-such-model', 1, status(404)],
    ['a wrong key', 'fatal refused', 1, status(401)],
    [
      'sent elsewhere',
      'fatal wrong-address',
      1,
      status(302, '', { location: 'http://127.0.0.1:9/v1/chat/completions' }),
    ],
  ])('for good is given up: %s', async (row, code, tries, reply) => {
    const { baseURL, asked } = await playModel(() => reply)
    expect(await codeOf(openModel({ ...FAST, ...patienceFor(row), baseURL }))).toBe(code)
    expect(asked).toHaveLength(tries)
  })

  it('leaves the reading of the rules as it is, and says so', async () => {
    const { baseURL } = await playModel(() => status(500))
    const before = read()
    const { graph } = await readWithModel(before, openModel({ ...FAST, baseURL }))
    expect(graph).toEqual({
      ...before,
      diagnostics: [
        ...before.diagnostics,
        { code: 'llm-failed', message: 'status: the server answered 500' },
      ],
    })
  })

  it('part of an article: the other parts are read', async () => {
    const { baseURL } = await playModel(({ article }) =>
      article.includes('قطر') ? { commitments: [KNOWN] } : status(400),
    )
    const { graph, report } = await readWithModel(read(), openModel({ ...FAST, baseURL }), { window: 90 })
    expect(report).toMatchObject({ agreed: 1, added: 0 })
    expect(report.failures.map(({ code }) => code)).toEqual(['status', 'status'])
    expect(graph.diagnostics.map(({ code }) => code)).toEqual(['llm-read', 'llm-failed', 'llm-failed'])
  })

  it('five times in a row is not asked any more', async () => {
    const { baseURL, asked } = await playModel(() => status(400))
    const model = openModel({ ...FAST, baseURL, concurrency: 1 })
    const codes = []
    for (let i = 0; i < 5; i++) codes.push(await codeOf(model))
    expect(codes).toEqual(['status', 'status', 'status', 'status', 'fatal gave-up'])
    expect(asked).toHaveLength(5)
  })

  it('by not being there is told apart', async () => {
    const { baseURL, close } = await playModel(GOOD)
    await close()
    expect(await codeOf(openModel({ ...FAST, baseURL }))).toBe('fatal unreachable')
  })

  it('by speaking no HTTP is no defect of ours', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    expect(await codeOf(openModel({ ...FAST, baseURL: `http://127.0.0.1:${port}/v1` }))).toBe('wrong-answer')
  })

  it.each(['localhost:11434', 'file:///etc/passwd', 'http://user:word@localhost/v1', ''])(
    '%j is no address',
    (baseURL) => {
      expect(() => openModel({ ...FAST, baseURL })).toThrow(LlmError)
    },
  )
})

describe('answers are kept', () => {
  it('so that a second run asks nobody and gives the same bytes, without the server too', async () => {
    const cache = directory()
    const { baseURL, asked, close } = await playModel(GOOD)
    const first = await readWithModel(read(), openModel({ ...FAST, baseURL, cache }))
    await close()
    const second = await readWithModel(read(), openModel({ ...FAST, baseURL, cache, maxCalls: 0 }))
    expect(JSON.stringify(second.graph)).toBe(JSON.stringify(first.graph))
    expect(second.report).toMatchObject({ cached: 1, tokens: 0 })
    expect(asked).toHaveLength(1)
  })

  it('by what was asked: other words, another model or another shape is another question', async () => {
    const cache = directory()
    const { baseURL, asked } = await playModel(GOOD)
    const ask = (text: string, more: Partial<ModelOptions> = {}) =>
      readWithModel(read(text), openModel({ ...FAST, baseURL, cache, ...more }))
    await ask(TEXT)
    await ask(TEXT)
    await ask(`${TEXT} نعم.`)
    await ask(TEXT, { model: 'other' })
    await ask(TEXT, { isLoose: true })
    await ask(TEXT, { maxAnswer: 100 })
    expect(asked).toHaveLength(5)
    expect(files(cache)).toHaveLength(5)
  })

  it('also those that are no use; failures are not', async () => {
    const cache = directory()
    const { baseURL, asked } = await playModel((_, nth) => (nth === 1 ? status(400) : 'لا أدري'))
    const model = openModel({ ...FAST, baseURL, cache })
    expect(await codeOf(model)).toBe('status')
    expect(files(cache)).toEqual([])
    for (let i = 0; i < 2; i++)
      expect((await readWithModel(read(), model)).report.rejected).toEqual([
        { reason: 'malformed', part: 'answer', said: 'لا أدري' },
      ])
    expect(asked).toHaveLength(2)
  })

  it('whole: what is damaged is asked anew', async () => {
    const cache = directory()
    const { baseURL, asked } = await playModel(GOOD)
    const model = openModel({ ...FAST, baseURL, cache })
    const { graph } = await readWithModel(read(), model)
    for (const damage of ['', '{"version":1,"text":5}', '{"version":2}', '\u0000']) {
      writeFileSync(files(cache)[0]!, damage)
      expect((await readWithModel(read(), model)).graph).toEqual(graph)
    }
    expect(asked).toHaveLength(5)
    expect(files(cache)).toHaveLength(1)
  })

  it('or it is said that they cannot be', async () => {
    const { baseURL } = await playModel(GOOD)
    const file = join(directory(), 'file')
    writeFileSync(file, '')
    expect(await codeOf(openModel({ ...FAST, baseURL, cache: join(file, 'llm') }))).toBe('fatal wrong-cache')
  })

  it('without the key, be it that the server repeats it', async () => {
    const cache = directory()
    const key = 'sk-very-secret-0123'
    const { baseURL } = await playModel(({ headers }) => {
      const { authorization } = headers
      return { commitments: [{ ...NEW, committers: ['كتائب النصر', authorization] }], note: authorization }
    })
    const { graph, report } = await readWithModel(read(), openModel({ ...FAST, baseURL, cache, apiKey: key }))
    expect(report.added).toBe(1)
    const kept = files(cache)
      .map((path) => readFileSync(path, 'utf8'))
      .join('')
    expect(kept).toContain('***')
    for (const place of [kept, JSON.stringify(graph), JSON.stringify(report)])
      expect(place).not.toContain(key)
    const echo = await playModel(({ headers }) =>
      status(403, JSON.stringify({ error: { message: headers.authorization } })),
    )
    const failure = await readWithModel(
      read(),
      openModel({ ...FAST, baseURL: echo.baseURL, apiKey: key }),
    ).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LlmError)
    expect((failure as LlmError).stack).not.toContain(key)
    expect((failure as LlmError).cause).toBeUndefined()
  })
})

describe('what may be spent', () => {
  const TEXTS = Array.from({ length: 6 }, (_, i) => `${TEXT}خبر ${i}.\n`)

  it('is so many requests, for the first articles first', async () => {
    const { baseURL, asked } = await playModel(GOOD)
    const model = openModel({ ...FAST, baseURL, maxCalls: 2, concurrency: 4 })
    const reports = await Promise.all(TEXTS.map((text) => readWithModel(read(text), model)))
    expect(reports.map(({ report }) => report.failures[0]?.code)).toEqual([
      undefined,
      undefined,
      ...Array.from({ length: 4 }, () => 'budget'),
    ])
    expect(asked).toHaveLength(2)
  })

  it('counts requests that are repeated', async () => {
    const { baseURL, asked } = await playModel(() => status(500))
    expect(await codeOf(openModel({ ...FAST, baseURL, maxCalls: 2 }))).toBe('budget')
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['as the server counts', {}, 2],
    ['about, where it does not count', { usage: undefined }, 2],
    [
      'about, where it counts backwards',
      { usage: { prompt_tokens: -5, completion_tokens: -5, total_tokens: -10 } },
      2,
    ],
  ])('is so many tokens, %s', async (_, more, calls) => {
    const { baseURL, asked } = await playModel(
      () => (response) => answer(response, '{"commitments":[]}', more),
    )
    const model = openModel({ ...FAST, baseURL, maxTokens: 1001 })
    for (const text of TEXTS) await readWithModel(read(text), model)
    expect(asked).toHaveLength(calls)
  })

  it('is so much at one time, and the same question once', async () => {
    const play = await playModel(slow)
    const model = openModel({ ...FAST, baseURL: play.baseURL, concurrency: 3 })
    await Promise.all([...TEXTS, ...TEXTS].map((text) => readWithModel(read(text), model)))
    expect(play.asked).toHaveLength(TEXTS.length)
    expect(play.most).toBe(3)
  })
})
