/** What other programs make of our files: FollowTheMoney's own library, networkx, plain Python. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { extract } from '../packages/extractor/src/index.ts'
import {
  exportGraph,
  type ExportFormat,
  type GraphStore,
  loadQuestions,
  openStore,
} from '../packages/loader/src/index.ts'
import type { ArticleGraph } from '../packages/model/src/index.ts'
import { makeVenv, whyNoPython } from './python/venv.ts'

vi.setConfig({ testTimeout: 60_000 })

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url))
const CHECK = fileURLToPath(new URL('python/check_ftm.py', import.meta.url))
const missing = await whyNoPython()

const records = (): ArticleGraph[] =>
  readdirSync(EXAMPLES)
    .filter((name) => /^0.*\.txt$/u.test(name))
    .map((name) => {
      const text = readFileSync(join(EXAMPLES, name), 'utf8')
      const about = JSON.parse(readFileSync(join(EXAMPLES, name.replace(/txt$/u, 'json')), 'utf8')) as object
      return extract({ ...about, text })
    })

/** As somebody who means harm would write it. */
const hostile = extract({
  id: 'hostile/<id>?&#:é',
  title: '\u202e</title>\u0000',
  text: `تعهدت قطر${'، <script>alert(1)</script>، '.repeat(30)} بتقديم مساعدات إلى لبنان قبل نهاية 2025 إذا توقف القصف.`,
  publisher: ' ',
  url: 'javascript:alert(1)',
  published: '2025-03-01',
})

const rowsOf = (stdout: string): string[][] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

const oneLine = (text: unknown): string => String(text).trim().split(/\s+/u).join(' ')

const countsIn = (rows: unknown[][]): unknown[] => rows.map(([, count]) => count)

describe.skipIf(missing !== undefined)('in Python', () => {
  let python: string
  let folder: string
  let store: GraphStore
  beforeAll(async () => {
    python = await makeVenv()
    folder = mkdtempSync(join(tmpdir(), 'mithaq-python-'))
    store = await openStore({ directory: join(folder, 'store') })
    await store.load([...records(), hostile])
    await store.link()
  }, 240_000)
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const runPython = (script: string, ...args: string[]) =>
    promisify(execFile)(python, [script, ...args], { env: { ...process.env, PYTHONUTF8: '1' } })

  async function exported(format: ExportFormat): Promise<string> {
    const file = join(folder, `graph.${format}`)
    let text = ''
    for await (const part of exportGraph(store, format)) text += part
    writeFileSync(file, text)
    return file
  }

  const ask = (name: string, params = {}) => {
    const { cypher, params: own } = loadQuestions().find((question) => question.name === name)!
    return store.query(cypher, { ...own, ...params })
  }

  describe('FollowTheMoney', () => {
    it('takes every entity, and none is lost', async () => {
      const counts = JSON.parse((await runPython(CHECK, await exported('ftm'))).stdout) as Record<
        string,
        number
      >
      const { rows } = await store.query(
        'MATCH (n) UNWIND labels(n) AS label WITH label, count(*) AS n RETURN label, n ORDER BY label',
      )
      const nodes = Object.fromEntries(rows) as Record<string, number>
      expect(counts).toMatchObject({
        Article: nodes['Article'],
        Event: nodes['Commitment'],
        Note: nodes['Statement'],
        Address: nodes['Place'],
      })
      const { Person = 0, PublicBody = 0, Organization = 0, LegalEntity = 0 } = counts
      expect(Person + PublicBody + Organization + LegalEntity).toBe(nodes['Actor'])
      const relations = await store.query(
        `MATCH (a)-[r]->(b) WHERE type(r) <> 'IN' AND NOT b:Date RETURN count(r)`,
      )
      const { UnknownLink = 0, Documentation = 0, Membership = 0 } = counts
      expect(UnknownLink + Documentation + Membership).toBe(relations.rows[0]![0])
    })

    it('is checked in earnest: what is spoiled is found', async () => {
      const file = await exported('ftm')
      const spoiled = [
        [/"schema":"Note"/u, '"schema":"Promise"', 'no schema Promise'],
        [/"organizer":/u, '"debtor":', 'Event has no debtor'],
        [/"subject":\["[^"]*"\]/u, '"subject":["nobody"]', 'nobody is no Thing'],
        [/"endDate":\["[^"]*"\]/u, '"endDate":["soon"]', "endDate: 'soon'"],
      ] as const
      let text = readFileSync(file, 'utf8')
      for (const [found, put] of spoiled) {
        expect(text).toMatch(found)
        text = text.replace(found, put)
      }
      writeFileSync(file, text)
      const { stdout } = await runPython(CHECK, file).catch((error: unknown) => error as { stdout: string })
      for (const [, , says] of spoiled) expect(stdout).toContain(says)
    })
  })

  it('examples/python/due.py reads the records as the graph does, to the letter', async () => {
    const lines = join(folder, 'records.jsonl')
    // Letters beyond the first plane, which Python and JavaScript count differently.
    const emoji = extract({
      text: '😀😀 تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2024.',
      published: '2024-03-01',
    })
    const all = [...records(), emoji]
    writeFileSync(lines, all.map((record) => JSON.stringify(record)).join('\n'))
    const { stdout } = await runPython(join(EXAMPLES, 'python/due.py'), lines, '--before', '2027-01-01')
    const { rows } = await store.query(
      `MATCH (a:Actor)-[:COMMITS_TO]->(c)-[:DUE]->(d), (c)-[:IN]->(article) WHERE d.end < date('2027-01-01')
       AND article.id <> $hostile RETURN d.end, a.name, c.action, c.quote`,
      { hostile: hostile.article.id },
    )
    rows.push(['2024-12-31', 'قطر', 'تقديم مساعدات إلى لبنان', emoji.commitments[0]!.evidence.quote])
    const asked = rows.map((row) => row.map(oneLine).join('\t'))
    expect(
      rowsOf(stdout)
        .map((row) => row.join('\t'))
        .sort(),
    ).toEqual(asked.sort())
  })

  it('examples/python/who_is_bound.py finds by networkx what Cypher does', async () => {
    const { stdout } = await runPython(
      join(EXAMPLES, 'python/who_is_bound.py'),
      await exported('graphml'),
      '--most',
      '20',
    )
    const rows = rowsOf(stdout)
    const bound = rows.filter(([what]) => what === 'bound').map(([, name, count]) => [name, Number(count)])
    const most = (await ask('most-bound')).rows.map(([name, count]) => [name, count])
    expect(countsIn(bound)).toEqual(countsIn(most))
    expect(bound[0]).toEqual(most[0])
    expect(rows.some(([what]) => what === 'owes')).toBe(true)
  })
})
