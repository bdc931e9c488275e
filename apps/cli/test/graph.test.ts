import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitmentViewSchema } from '@mithaq/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folder, line, PLEDGE, REFUSAL } from './folder.ts'
import { mithaq, mithaqProcess, temporaryDirectory } from './run-mithaq.ts'

const ARTICLES =
  line({ id: '1', text: PLEDGE, published: '2025-03-01', title: 'قطر ولبنان' }) +
  line({ id: '2', text: REFUSAL, published: '2025-03-02' })

describe('load', () => {
  it('takes articles, and their records to the same end', async () => {
    const cwd = temporaryDirectory()
    const first = await mithaq(['load', '-'], { cwd, input: ARTICLES })
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toMatch(
      /^2 articles; [1-9]\d* nodes and [1-9]\d* relations are new in the embedded store in \S+\.mithaq\n$/u,
    )

    const records = await mithaq(['extract', '-'], { input: ARTICLES })
    const again = await mithaq(['load'], { cwd, input: records.stdout })
    expect(again.stdout).toMatch(/^2 articles, 2 unchanged; 0 nodes and 0 relations are new/u)

    const changed = await mithaq(['load'], { cwd, input: line({ id: '1', text: `${PLEDGE} ${REFUSAL}` }) })
    expect(changed.stdout).toMatch(/^1 article, 1 replaced;/u)
  })

  it('loads what it can read, names the rest and ends with 1', async () => {
    const cwd = folder({
      'a.txt': PLEDGE,
      'b.txt': 'Not Arabic',
      'c.jsonl': line({ schema: 'mithaq/1', article: {} }),
    })
    const { code, stdout, stderr } = await mithaq(['load', '.', 'gone'], { cwd })
    expect(stdout).toMatch(/^1 article;/u)
    expect(stderr).toMatch(
      /^b\.txt: not Arabic.*\nc\.jsonl:1: article\.id: .*\ngone: no such file or folder\nmithaq: 3 articles left out\n$/u,
    )
    expect(code).toBe(1)
  })

  it('takes an article out again with unload, and names one that is not there', async () => {
    const cwd = temporaryDirectory()
    await mithaq(['load', '-'], { cwd, input: ARTICLES })
    const { code, stdout, stderr } = await mithaq(['unload', '1', 'article:none'], { cwd })
    expect(stdout).toMatch(/^1 article taken out of the embedded store in /u)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'mithaq: not in the graph: article:none\n' })
    const left = await mithaq(['query', 'MATCH (a:Article) RETURN a.id AS id', '--format', 'csv'], { cwd })
    expect(left.stdout).toBe('id\r\narticle:2\r\n')
  })

  it.each([
    ['bolt://127.0.0.1:1', /127\.0\.0\.1:1/u],
    ['neo4j://no-such-host.invalid:7687', /no-such-host\.invalid/u],
  ])('says that no Neo4j answers at %s, without the password', async (uri, says) => {
    const env = { NEO4J_URI: uri, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: 'hunter2' }
    const { code, stdout, stderr } = await mithaq(['load', '-'], {
      cwd: temporaryDirectory(),
      env,
      input: ARTICLES,
    })
    expect(stderr).toMatch(says)
    expect(stderr).not.toContain('hunter2')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('reads .env where the user stands, flags before it', async () => {
    const cwd = folder({ '.env': 'NEO4J_URI=bolt://127.0.0.1:1\nNEO4J_PASSWORD=hunter2\n' })
    expect((await mithaq(['load', '-'], { cwd, input: ARTICLES })).stderr).toMatch(/127\.0\.0\.1:1/u)
    const embedded = await mithaq(['load', '-', '--store', 'mine'], { cwd, input: ARTICLES })
    expect(embedded.stdout).toMatch(/in the embedded store in \S+mine\n$/u)
  })
})

describe('a loaded graph', () => {
  let cwd: string
  const ask = (...args: string[]) => mithaq(args, { cwd })

  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'mithaq-cli-'))
    const { code, stderr } = await mithaq(['load', '-'], { cwd, input: ARTICLES })
    if (code !== 0) throw new Error(stderr)
  }, 60_000)
  afterAll(() => rmSync(cwd, { recursive: true }))

  const WHO =
    'MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment) RETURN a.name AS who, c.kind AS kind ORDER BY who'
  const BY_NAME = 'MATCH (a:Actor {name: $name})-[:COMMITS_TO]->(c) RETURN c.kind AS kind'

  it.each<[string[], string]>([
    [[WHO], 'who    kind\n─────  ───────\nتركيا  refusal\nقطر    pledge\n'],
    [[WHO, '--format', 'json'], '[\n{"who":"تركيا","kind":"refusal"},\n{"who":"قطر","kind":"pledge"}\n]\n'],
    [[WHO, '--format', 'csv'], 'who,kind\r\nتركيا,refusal\r\nقطر,pledge\r\n'],
    [[BY_NAME, '--param', 'name=قطر', '--format', 'csv'], 'kind\r\npledge\r\n'],
    [
      ['RETURN $n + 1 AS n, $s AS s', '--param', 'n=41', '--param', 's="7"', '--format', 'csv'],
      'n,s\r\n42,7\r\n',
    ],
  ])('query %j', async (args, stdout) => {
    expect(await ask('query', ...args)).toEqual({ code: 0, stdout, stderr: '' })
  })

  it.each([
    ['ttl', /^@prefix m: /u],
    ['jsonld', /^\{\n "@context"/u],
    ['gexf', /<gexf /u],
    ['graphml', /<graphml /u],
  ])('is exported as %s', async (format, begins) => {
    const { code, stdout, stderr } = await ask('export', '--format', format)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(begins)
    expect(stdout).toContain('قطر')
  })

  it('is exported as files for neo4j-admin, with the command that takes them', async () => {
    const { code, stdout, stderr } = await ask('export', '--format', 'neo4j-admin', '--out', "it's here")
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^\d+ files in it's here\n$/u),
    })
    expect(stdout).toMatch(/^neo4j-admin \\\n {2}database \\\n {2}import \\\n {2}full /u)
    expect(stdout).toContain(String.raw`'--nodes=it'\''s here/nodes-Article.csv'`)
    expect(await ask('export', '--format', 'csv')).toMatchObject({ code: 2, stdout: '' })
  })

  it('says when there is more', async () => {
    const { code, stderr, stdout } = await ask('query', WHO, '--limit', '1', '--format', 'csv')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'who,kind\r\nتركيا,refusal\r\n' })
    expect(stderr).toMatch(/first 1 row.*--limit/u)
  })

  it.each([
    ['SELECT 1', /./u],
    ['CREATE (n:Actor {id: "x"})', /read/iu],
    ['MATCH (a {name: $missing}) RETURN a', /missing/u],
  ])('refuses %s', async (cypher, says) => {
    const { code, stdout, stderr } = await ask('query', cypher)
    expect(stderr).toMatch(says)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('gives a question up when its time is over', async () => {
    const endless =
      'UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c RETURN count(*)'
    // In a process of its own: the question goes on in a thread of the store, and dies with it.
    const { code, stdout, stderr } = await mithaqProcess(['query', endless, '--timeout', '1'], { cwd })
    expect(stderr).toMatch(/took longer than 1000 ms/u)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('lists its named questions and answers them', async () => {
    const { code, stdout } = await ask('query', '@', '--format', 'json')
    expect(code).toBe(0)
    const questions = JSON.parse(stdout) as { name: string; question: string }[]
    expect(questions.length).toBeGreaterThan(0)
    expect(await ask('query', questions[0]!.name)).toMatchObject({ code: 0, stderr: '' })
    const wrong = await ask('query', questions[0]!.name, '--param', 'no-such=1')
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/has no parameter no-such/u) })
  })

  it('lists commitments as of a day', async () => {
    const late = await ask('commitments', '--as-of', '2026-01-02', '--status', 'overdue', '--format', 'json')
    expect(late).toMatchObject({ code: 0, stderr: '' })
    const views = commitmentViewSchema.array().parse(JSON.parse(late.stdout))
    expect(views.map(({ status, due }) => [status, due?.end])).toEqual([['overdue', '2025-12-31']])

    const table = await ask(
      'commitments',
      '--as-of',
      '2025-06-01',
      '--actor',
      'قطر',
      '--due-before',
      '2026-06-01',
    )
    expect(table.stdout).toMatch(/^status +due +who/u)
    expect(table.stdout).toMatch(/2025-12-31 +قطر +pledge/u)
    expect(
      (await ask('commitments', '--format', 'csv', '--as-of', '2025-06-01')).stdout.split('\r\n'),
    ).toHaveLength(4)
  })

  it('says which day it took, and when there is nothing', async () => {
    const { code, stdout, stderr } = await ask('commitments', '--actor', 'اليابان')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^Status as of today, \d{4}-\d{2}-\d{2}; .*\nNo commitment like that\.\n$/u)
  })
})

it.each([['query', 'RETURN 1'], ['commitments'], ['serve', '--no-open']])(
  '%s with nothing loaded says so',
  async (...args) => {
    const { code, stdout, stderr } = await mithaq(args, { cwd: temporaryDirectory() })
    expect(stderr).toMatch(/Nothing is loaded yet in .*mithaq load/u)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  },
)

describe('doctor', () => {
  it('says what there is, and is content without what it can do without', async () => {
    const { code, stdout, stderr } = await mithaq(['doctor'], { cwd: temporaryDirectory() })
    expect(stdout).toMatch(/^ok +Node +\d\d\./u)
    expect(stdout).toMatch(/^ok +lexicon/mu)
    expect(stdout).toMatch(/^-- +store +nothing in .*mithaq load/mu)
    for (const tool of ['docker', 'Java', 'Maven', 'Chromium'])
      expect(stdout).toMatch(new RegExp(`^(?:ok|--) +${tool} `, 'mu'))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('ends with 1 when the Neo4j it was told of does not answer', async () => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'hunter2' }
    const { code, stdout, stderr } = await mithaq(['doctor'], { cwd: temporaryDirectory(), env })
    expect(stdout).toMatch(/^FAIL +Neo4j .*127\.0\.0\.1:1/mu)
    expect(stdout + stderr).not.toContain('hunter2')
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'mithaq: does not work: Neo4j\n' })
  })
})
