import { articleSummarySchema, articleViewSchema, commitmentViewSchema, graphViewSchema } from '@mithaq/model'
import { questionSchema, tableSchema } from '@mithaq/model'
import type { CommitmentView } from '@mithaq/model'
import { NO_CHOICE } from '@mithaq/views'
import type { LedgerQuestion } from '@mithaq/views'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { LedgerAnswer } from '../src/api-schemas.ts'
import { createApp } from '../src/index.ts'
import { fillStore } from './filled-store.ts'
import type { FilledStore } from './filled-store.ts'

const ANY_QUESTION: LedgerQuestion = {
  lang: 'ar',
  asOf: '2025-04-01',
  today: '2025-04-01',
  query: '',
  focus: null,
  choice: NO_CHOICE,
  sorting: 'due',
  descending: false,
  grouping: 'year',
  open: null,
  entities: null,
  limit: 100,
  drawn: [],
  whole: true,
}

let filled: FilledStore
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  filled = await fillStore()
  app = createApp(filled.store, { today: () => '2025-04-01' })
})
afterAll(() => filled.close())

const get = async (path: string): Promise<unknown> => {
  const response = await app.request(path)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/u)
  expect(response.status).toBe(200)
  return response.json()
}
const commitments = async (query: string): Promise<CommitmentView[]> =>
  commitmentViewSchema.array().parse(await get(`/api/commitments${query}`))
/** How many of the five first nodes come with a place. */
const placesOf = async (): Promise<number> =>
  graphViewSchema
    .parse(await get('/api/graph?limit=5'))
    .nodes.filter(({ x, y }) => x !== undefined && y !== undefined).length
const ledger = async (patch: Partial<LedgerQuestion>): Promise<z.infer<typeof LedgerAnswer>> => {
  const response = await app.request('/api/ledger', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...ANY_QUESTION, ...patch }),
  })
  expect(response.status).toBe(200)
  return LedgerAnswer.parse(await response.json())
}
const ask = (body: unknown, contentType = 'application/json') =>
  app.request('/api/cypher', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('answers have the shape that the model gives them', () => {
  it('the graph, within a limit', async () => {
    const whole = graphViewSchema.parse(await get('/api/graph'))
    expect(whole.truncated).toBe(false)
    expect(whole.nodes.some(({ label }) => label === 'Commitment')).toBe(true)
    const part = graphViewSchema.parse(await get('/api/graph?limit=5'))
    await expect.poll(placesOf, { timeout: 10_000 }).toBe(5)
    expect(part.nodes).toHaveLength(5)
    expect(part.truncated).toBe(true)
    const ids = new Set(part.nodes.map(({ id }) => id))
    expect(part.edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([])
  })

  it('how much there is, and the ledger as a reader asks for it', async () => {
    const all = await commitments('')
    expect(await get('/api/size')).toEqual({ nodes: expect.any(Number), commitments: all.length })
    const told = await ledger({ limit: 3 })
    expect(told.counts.listed).toBe(all.length)
    expect(told.groups.flatMap((group) => group.commitments)).toHaveLength(3)
    const late = await ledger({ asOf: '2027-01-01', choice: { ...NO_CHOICE, status: ['overdue'] } })
    expect(late.counts.listed).toBe((await commitments('?asOf=2027-01-01&status=overdue')).length)
    expect((await ledger({ query: 'قطر' })).names.map(({ name }) => name)).toContain('قطر')
  })

  it('the first rows before all is read, with the number of all', async () => {
    const fresh = createApp(filled.store, { today: () => '2025-04-01' })
    const asked = async (whole: boolean): Promise<z.infer<typeof LedgerAnswer>> => {
      const body = JSON.stringify({ ...ANY_QUESTION, limit: 5, whole })
      const headers = { 'content-type': 'application/json' }
      return LedgerAnswer.parse(
        await (await fresh.request('/api/ledger', { method: 'POST', headers, body })).json(),
      )
    }
    const [soon, all] = [await asked(false), await asked(true)]
    expect([soon.partial, all.partial]).toEqual([true, false])
    expect(soon.counts.listed).toBe(all.counts.listed)
    expect(soon.groups).toEqual(all.groups)
    expect((await asked(false)).partial).toBe(false)
  })

  it('a node and what is around it', async () => {
    const view = graphViewSchema.parse(
      await get(`/api/ego/${encodeURIComponent('actor:Q796')}?hops=1&limit=50`),
    )
    expect(view.nodes.map(({ id }) => id)).toContain('actor:Q796')
  })

  it('the articles, and each of them by its id however odd', async () => {
    const list = articleSummarySchema.array().parse(await get('/api/articles'))
    expect(list).toHaveLength(filled.graphs.length)
    for (const { article } of filled.graphs) {
      const view = articleViewSchema.parse(await get(`/api/articles/${encodeURIComponent(article.id)}`))
      expect(view.text).toBe(article.text)
      for (const { start, end } of view.marks) expect(view.text.slice(start, end)).not.toBe('')
    }
  })

  it('the commitments, by their filters', async () => {
    const all = await commitments('')
    expect(all).toHaveLength(filled.graphs.flatMap(({ commitments }) => commitments).length)
    expect(await commitments('?asOf=2025-04-01')).toEqual(all)

    const later = await commitments('?asOf=2027-01-01&status=overdue')
    expect(later.length).toBeGreaterThan(0)
    expect(later.every(({ status }) => status === 'overdue')).toBe(true)
    const due = await commitments('?dueBefore=2025-04-01')
    expect(due.every(({ due }) => due!.end! < '2025-04-01')).toBe(true)
    const { id } = filled.hostile.article
    const ofOne = await commitments(`?article=${encodeURIComponent(id)}`)
    expect(ofOne.map(({ article }) => article.id)).toEqual(filled.hostile.commitments.map(() => id))
    expect(
      await commitments(`?actor=${encodeURIComponent('قطر')}&article=${encodeURIComponent(id)}`),
    ).toEqual(ofOne)
  })

  it('the named questions, each of which can be asked', async () => {
    const questions = questionSchema.array().parse(await get('/api/questions'))
    expect(questions.length).toBeGreaterThan(0)
    for (const { cypher: query, params } of questions) {
      const response = await ask({ query, params })
      expect(response.status).toBe(200)
      tableSchema.parse(await response.json())
    }
  })

  it('a Cypher question with parameters, cut at the limit', async () => {
    const answer = await ask({
      query: 'MATCH (a:Actor {id: $id}) RETURN a.name AS name',
      params: { id: 'actor:Q796' },
    })
    expect(await answer.json()).toEqual({ columns: ['name'], rows: [['العراق']], truncated: false })
    const many = tableSchema.parse(await (await ask({ query: 'UNWIND range(1, 5000) AS n RETURN n' })).json())
    expect(many).toMatchObject({ truncated: true })
    expect(many.rows).toHaveLength(1_000)
  })
})

describe('what is wrong is said in JSON', () => {
  it.each([
    ['/api/graph?limit=0', 400, 'wrong-input'],
    ['/api/graph?limit=many', 400, 'wrong-input'],
    ['/api/ego/actor%3Anobody', 404, 'not-found'],
    ['/api/ego/actor%3AQ796?hops=9', 400, 'wrong-input'],
    ['/api/articles/article%3Anone', 404, 'not-found'],
    ['/api/commitments?asOf=2025-02-30', 400, 'wrong-input'],
    ['/api/commitments?status=late', 400, 'wrong-input'],
    ['/api/nothing', 404, 'not-found'],
    ['/api/cypher', 404, 'not-found'],
    ['/elsewhere', 404, 'not-found'],
  ])('%s → %i %s', async (path, status, code) => {
    const response = await app.request(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: { code, message: expect.stringMatching(/\S/u) } })
  })

  it.each<[string, unknown, string, number, string]>([
    ['a form', 'query=RETURN 1', 'application/x-www-form-urlencoded', 415, 'not-json'],
    ['plain text, which a form can send', '{"query":"RETURN 1"}', 'text/plain', 415, 'not-json'],
    ['half a body', '{"query":', 'application/json', 400, 'wrong-input'],
    ['no question', {}, 'application/json', 400, 'wrong-input'],
    ['an empty question', { query: '' }, 'application/json', 400, 'wrong-input'],
    [
      'a question too long',
      { query: `RETURN '${'x'.repeat(70_000)}'` },
      'application/json',
      413,
      'too-large',
    ],
    [
      'an answer too large',
      { query: "RETURN reduce(s = 'x', i IN range(1, 24) | s + s) AS s" },
      'application/json',
      413,
      'answer-too-large',
    ],
    ['half a question', { query: 'MATCH (a RETURN a' }, 'application/json', 400, 'bad-cypher'],
    ['CREATE', { query: 'CREATE (n:Actor {id: "x"}) RETURN n' }, 'application/json', 403, 'write-refused'],
    ['DELETE', { query: 'MATCH (n) DETACH DELETE n' }, 'application/json', 403, 'write-refused'],
  ])('%s is refused', async (_, body, contentType, status, code) => {
    const response = await ask(body, contentType)
    expect(await response.json()).toEqual({ error: { code, message: expect.stringMatching(/\S/u) } })
    expect(response.status).toBe(status)
  })
})

it('describes itself in valid OpenAPI', async () => {
  const document = (await get('/api/openapi.json')) as { paths: object; components: { schemas: object } }
  expect(await new Validator().validate(document)).toEqual({ valid: true })
  expect(Object.keys(document.paths).toSorted()).toEqual([
    '/api/articles',
    '/api/articles/{id}',
    '/api/commitments',
    '/api/cypher',
    '/api/ego/{id}',
    '/api/graph',
    '/api/ledger',
    '/api/questions',
    '/api/size',
    '/api/ties',
  ])
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['GraphView', 'ArticleView', 'CommitmentView', 'Question', 'Table', 'Failure']),
  )
})
