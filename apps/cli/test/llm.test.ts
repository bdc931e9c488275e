import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleGraphSchema, type ArticleGraph } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { KNOWN, NEW, TEXT } from '../../../packages/llm/test/articles.ts'
import { answer, type Part, playModel } from '../../../packages/llm/test/play-model.ts'
import { folder, line } from './folder.ts'
import { mithaq } from './run-mithaq.ts'

const GOOD: Part = () => ({ commitments: [KNOWN, NEW] })
const DAY = ['--published', '2025-03-01']

/** The later asked, the sooner answered. */
const hasty: Part = (_, nth) => (response) =>
  void setTimeout(() => answer(response, JSON.stringify({ commitments: [NEW] })), 60 - nth * 10)

const graphs = (stdout: string): ArticleGraph[] =>
  stdout
    .trim()
    .split('\n')
    .map((text) => articleGraphSchema.parse(JSON.parse(text)))

describe('mithaq extract --llm', () => {
  it('adds what a model proposes, keeps its answers, and gives the same bytes again without it', async () => {
    const { baseURL, asked, close } = await playModel(GOOD)
    const cwd = folder({ 'a.txt': TEXT })
    const args = ['extract', 'a.txt', ...DAY, '--llm', 'played', '--llm-url', baseURL]
    const first = await mithaq(args, { cwd })
    expect(first.stderr).toBe(
      'played: 2 proposed; 1 as the rules have it; 1 new; 0 differences; 1 calls, 1000 tokens, 0 answers kept from before\n',
    )
    const [graph] = graphs(first.stdout)
    expect(graph!.commitments.map(({ origin }) => origin)).toEqual(['both', 'llm'])
    expect(readdirSync(join(cwd, '.mithaq/llm'))).toHaveLength(1)
    await close()
    const second = await mithaq(args, { cwd })
    expect(second).toMatchObject({ code: 0, stdout: first.stdout })
    expect(second.stderr).toContain('0 calls, 0 tokens, 1 answers kept from before')
    expect(asked).toHaveLength(1)
  })

  it('is off by default: not a word of it in the record', async () => {
    const { baseURL, asked } = await playModel(GOOD)
    const run = await mithaq(['extract', '-', ...DAY], { input: TEXT, env: { MITHAQ_LLM_URL: baseURL } })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).not.toContain('origin')
    expect(asked).toEqual([])
  })

  it('keeps the order of what goes in, several asked at a time, and renames last', async () => {
    const { baseURL } = await playModel(hasty)
    const input = ['1', '2', '3', '4']
      .map((id) => line({ text: `${TEXT}خبر ${id}.`, id, published: '2025-03-01' }))
      .join('')
    const cwd = folder({ 'same.tsv': 'join\tكتائب النصر\tactor:Q42\tseen\n' })
    const run = await mithaq(
      [
        'extract',
        '-',
        '--llm',
        'played',
        '--llm-url',
        baseURL,
        '--llm-concurrency',
        '3',
        '--same-as',
        'same.tsv',
      ],
      { cwd, input },
    )
    const found = graphs(run.stdout)
    expect(found.map(({ article }) => article.id)).toEqual([1, 2, 3, 4].map((id) => `article:${id}`))
    for (const { commitments } of found) expect(commitments.at(-1)!.committers).toEqual(['actor:Q42'])
  })

  it('says who read a commitment in tables and spreadsheets', async () => {
    const { baseURL } = await playModel(GOOD)
    const cwd = folder({ 'a.txt': TEXT })
    const args = ['extract', 'a.txt', ...DAY, '--llm', 'played', '--llm-url', baseURL, '--format']
    const table = await mithaq([...args, 'table'], { cwd })
    expect(table.stdout).toMatch(/^due .* origin/u)
    expect(table.stdout).toMatch(/كتائب النصر.*llm/u)
    const [head, ...rows] = (await mithaq([...args, 'csv'], { cwd })).stdout.split('\r\n')
    expect(head).toMatch(/,origin,article$/u)
    expect(rows[1]).toMatch(/,llm,/u)
  })

  it('takes key and address from the environment alone, and shows the key to nobody', async () => {
    const key = 'sk-very-secret-0123'
    const { baseURL, asked } = await playModel((own) => (response) => {
      response.writeHead(403, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: own.headers.authorization } }))
    })
    const cwd = folder({ '.env': `MITHAQ_LLM_API_KEY=${key}\n`, 'a.txt': TEXT })
    const env = { MITHAQ_LLM_URL: baseURL, MITHAQ_DEBUG: '1' }
    const run = await mithaq(['extract', 'a.txt', '--llm', 'played'], { cwd, env })
    expect(asked[0]!.headers.authorization).toBe(`Bearer ${key}`)
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toContain('the key in MITHAQ_LLM_API_KEY may not ask this')
    expect(run.stderr).not.toContain(key)
  })

  it('gives what the rules read where the model fails, says so and ends with 1', async () => {
    const { baseURL } = await playModel(({ article }) =>
      article.includes('خبر 2') ? (response) => void response.writeHead(400).end() : { commitments: [KNOWN] },
    )
    const input = [1, 2].map((id) => line({ text: `${TEXT}خبر ${id}.`, id: String(id) })).join('')
    const run = await mithaq(['extract', '-', '--llm', 'played', '--llm-url', baseURL], {
      cwd: folder({}),
      input,
    })
    expect(graphs(run.stdout).map(({ commitments }) => commitments[0]!.origin)).toEqual(['both', undefined])
    expect(run.stderr).toMatch(/^article:2: by the rules alone: the server answered 400.*--llm-json/u)
    expect(run.stderr).toContain('mithaq: 1 article read by the rules alone, in whole or in part')
    expect(run.code).toBe(1)
  })

  it('asks nobody with --llm-max-calls 0', async () => {
    const { baseURL, asked } = await playModel(GOOD)
    const run = await mithaq(
      ['extract', '-', '--llm', 'played', '--llm-url', baseURL, '--llm-max-calls', '0'],
      {
        cwd: folder({}),
        input: TEXT,
      },
    )
    expect(graphs(run.stdout)).toHaveLength(1)
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('the budget of 0 calls is spent') })
    expect(asked).toEqual([])
  })

  it.each([
    ['how to ask nobody', ['--llm-max-calls', '5'], '--llm-max-calls says how to ask a language model'],
    ['no address', ['--llm', 'm', '--llm-url', 'localhost:11434'], 'wanted: an address such as'],
    [
      'a secret in the address',
      ['--llm', 'm', '--llm-url', 'https://a:b@example.org/v1'],
      'MITHAQ_LLM_API_KEY',
    ],
    ['no number', ['--llm', 'm', '--llm-max-calls', '-1'], 'whole number'],
  ])('is wrongly used with %s', async (_, args, says) => {
    const run = await mithaq(['extract', '-', ...args], { input: TEXT })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain(says)
  })

  it('says what to do where nothing answers', async () => {
    const { baseURL, close } = await playModel(GOOD)
    await close()
    const run = await mithaq(['extract', '-', '--llm', 'm', '--llm-url', baseURL], {
      cwd: folder({}),
      input: TEXT,
    })
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is the server of the model running?'),
    })
  })
})

it('what a model read is told apart in the graph too', async () => {
  const { baseURL } = await playModel(GOOD)
  const cwd = folder({ 'a.txt': TEXT })
  const { stdout } = await mithaq(['extract', 'a.txt', ...DAY, '--llm', 'played', '--llm-url', baseURL], {
    cwd,
  })
  expect(await mithaq(['load', '-'], { cwd, input: stdout })).toMatchObject({ code: 0 })
  const query =
    'MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment) RETURN a.name AS name, c.origin AS origin ORDER BY name'
  const rows = await mithaq(['query', query, '--format', 'json'], { cwd })
  expect(JSON.parse(rows.stdout)).toEqual([
    { name: 'قطر', origin: 'both' },
    { name: 'كتائب النصر', origin: 'llm' },
  ])
  const ledger = await mithaq(['commitments', '--as-of', '2025-03-01', '--format', 'csv'], { cwd })
  expect(ledger.stdout).toMatch(/كتائب النصر,obligation,.*,llm,/u)
})

it('mithaq score compares the lanes in records', async () => {
  const { baseURL } = await playModel(GOOD)
  const gold = {
    id: 'a',
    published: '2025-03-01',
    actors: [],
    places: [],
    times: [],
    commitments: [KNOWN, NEW].map(({ quote, committers, kind, polarity, action }, i) => ({
      id: `c${i}`,
      span: [TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length, quote],
      committers,
      kind,
      polarity,
      action_ar: action,
    })),
  }
  const cwd = folder({ 'a.txt': TEXT, 'gold/a.gold.json': JSON.stringify(gold) })
  const { stdout } = await mithaq(['extract', 'a.txt', ...DAY, '--llm', 'played', '--llm-url', baseURL], {
    cwd,
  })
  writeFileSync(join(cwd, 'records.jsonl'), stdout)
  const found = async (...args: string[]): Promise<unknown> => {
    const { stdout, stderr } = await mithaq(['score', 'gold', '--format', 'json', ...args], { cwd })
    expect(stderr).toBe('')
    return JSON.parse(stdout).figures.find(({ measure }: { measure: string }) => measure === 'commitments')
  }
  expect(await found()).toMatchObject({ gold: 2, predicted: 1, right: 1 })
  expect(await found('--records', 'records.jsonl')).toMatchObject({ predicted: 2, right: 2 })
  expect(await found('--records', 'records.jsonl', '--origin', 'rules,both')).toMatchObject({
    predicted: 1,
    right: 1,
  })
  expect(await found('--records', 'records.jsonl', '--origin', 'llm')).toMatchObject({
    predicted: 1,
    right: 1,
  })
  const wrong = async (...args: string[]) => mithaq(['score', 'gold', ...args], { cwd })
  expect(await wrong('--origin', 'llm')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--records'),
  })
  expect(await wrong('--records', 'records.jsonl', '--origin', 'me')).toMatchObject({ code: 2 })
  expect(await wrong('--records', 'none.jsonl')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('none.jsonl'),
  })
})
