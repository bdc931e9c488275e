import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleGraphSchema } from '@mithaq/model'
import type { ArticleGraph } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { folder, line, PLEDGE, REFUSAL } from './folder.ts'
import { mithaq, start } from './run-mithaq.ts'

const records = (stdout: string): ArticleGraph[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((text) => articleGraphSchema.parse(JSON.parse(text)))

describe('what goes in', () => {
  it('is a text, told apart from JSONL by its first character', async () => {
    const asText = await mithaq(['extract', '-', '--published', '2025-03-01'], {
      input: `\ufeff  ${PLEDGE}\r\n`,
    })
    expect(asText).toMatchObject({ code: 0, stderr: '' })
    expect(records(asText.stdout).map(({ article }) => article.text)).toEqual([`  ${PLEDGE}\r\n`])
    expect(records(asText.stdout)[0]!.article.published).toEqual({ date: '2025-03-01', basis: 'given' })

    const asLines = await mithaq(['extract'], {
      input: `\n ${line({ text: `\ufeff${PLEDGE}\n`, title: 'عنوان' })}`,
    })
    expect(asLines).toMatchObject({ code: 0, stderr: '' })
    expect(records(asLines.stdout)[0]!.article).toMatchObject({ text: `\ufeff${PLEDGE}\n`, title: 'عنوان' })
  })

  it('is files and folders in order, with what their sidecars say', async () => {
    const cwd = folder({
      'news/b.txt': REFUSAL,
      'news/a.txt': PLEDGE,
      'news/a.json': line({ title: 'قطر', published: '2025-03-01', publisher: 'الضفاف', note: 1 }),
      'news/deep/c.jsonl':
        line({ text: PLEDGE, id: 'c1' }) + line({ text: REFUSAL, id: 'c2', published: '2020-01-01' }),
      'news/.hidden/d.txt': PLEDGE,
      'news/readme.md': 'no',
      'note.text': REFUSAL,
    })
    const { code, stdout, stderr } = await mithaq(
      ['extract', 'note.text', 'news', '--published', '2025-05-05'],
      { cwd },
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(
      records(stdout).map(({ article }) => [article.title ?? article.id, article.published?.date]),
    ).toEqual([
      [expect.stringMatching(/^article:/u), '2025-05-05'],
      ['قطر', '2025-03-01'],
      [expect.stringMatching(/^article:/u), '2025-05-05'],
      ['article:c1', '2025-05-05'],
      ['article:c2', '2020-01-01'],
    ])
  })

  it('is refused with what to do where it is no article', async () => {
    const refused: [name: string, content: string | Buffer, says: RegExp][] = [
      ['a.html', '<!doctype html><nav>سياسة</nav>', /^a\.html: no article found in this page/u],
      ['b.json', '[{"text":', /^b\.json: a damaged JSON list/u],
      ['a.pdf', '%PDF-1.7', /^a\.pdf: a damaged PDF/u],
      ['bad.jsonl', '{"text":', /^bad\.jsonl:1: not JSON/u],
      ['day.jsonl', line({ text: PLEDGE, published: '2025-02-30' }), /^day\.jsonl:1: published:/u],
      ['empty.txt', '', /^empty\.txt: empty/u],
      ['english.txt', 'Iraq will withdraw its forces.', /^english\.txt: not Arabic: 0 of its/u],
      ['graph.jsonl', line({ schema: 'mithaq/1' }), /^graph\.jsonl:1: .*mithaq load/u],
      ['number.jsonl', '{"text":5}', /^number\.jsonl:1: text:/u],
      ['old.txt', Buffer.from('d\u00e9j\u00e0 vu', 'latin1'), /^old\.txt: .*--encoding/u],
    ]
    const cwd = folder(Object.fromEntries(refused))
    const { code, stdout, stderr } = await mithaq(['extract', ...refused.map(([name]) => name)], { cwd })
    const lines = stderr.trim().split('\n')
    for (const [i, [, , says]] of refused.entries()) expect(lines[i]).toMatch(says)
    expect(lines.slice(refused.length)).toEqual(['mithaq: 10 articles left out'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('names what is not there, and folders with nothing in them', async () => {
    const cwd = folder({ 'none/readme.md': 'x', 'a.txt': PLEDGE, 'a.json': '{"published":"soon"}' })
    const { code, stdout, stderr } = await mithaq(['extract', 'gone.txt', 'none', 'a.txt'], { cwd })
    expect(stderr).toMatch(
      /gone\.txt: no such file or folder\nnone: no file in this folder that is read here: .txt .*\na\.txt: its metadata in a\.json: published/u,
    )
    expect(stderr).toContain('3 articles left out')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })
})

describe('a filter', () => {
  it('keeps order, reports broken records by their line and ends with 1', async () => {
    const input = Buffer.concat([
      Buffer.from(line({ text: PLEDGE, id: '1' })),
      Buffer.from('{broken\n\n'),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.from(line({ text: 'no' }) + line({ text: REFUSAL, id: '2' }).trimEnd()),
    ])
    const { code, stdout, stderr } = await mithaq(['extract', '-'], { input })
    expect(records(stdout).map(({ article }) => article.id)).toEqual(['article:1', 'article:2'])
    expect(stderr).toMatch(
      /^stdin:2: not JSON.*\nstdin:4: neither UTF-8 nor.*\nstdin:5: not Arabic.*\nmithaq: 3 articles left out\n$/u,
    )
    expect(code).toBe(1)
  })

  it('answers a record before the next one comes', async () => {
    const child = start(['extract', '-'])
    child.stdin.write(line({ text: PLEDGE, id: '1' }))
    const [first] = (await once(child.stdout, 'data')) as [Buffer]
    expect(first.toString()).toContain('article:1')
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it('ends without a word when the reader has had enough', async () => {
    const child = start(['extract', '-'])
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.stdin.on('error', () => {}).end(line({ text: PLEDGE }).repeat(2_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(stderr).toBe('')
  })

  it('gives the same bytes for the same article, in any company', async () => {
    const articles = [PLEDGE, REFUSAL].map((text) => line({ text, published: '2025-03-01' }))
    const [there, back] = await Promise.all([
      mithaq(['extract'], { input: articles.join('') }),
      mithaq(['extract'], { input: articles.toReversed().join('') }),
    ])
    expect(there.stdout.split('\n').toSorted()).toEqual(back.stdout.split('\n').toSorted())
  })
})

describe('what comes out', () => {
  const input = line({ text: PLEDGE, published: '2025-03-01', title: '=1+1' }) + line({ text: REFUSAL })
  const as = (format: string) => mithaq(['extract', '--format', format], { input })

  it('json is a list', async () => {
    const { stdout } = await as('json')
    expect(articleGraphSchema.array().parse(JSON.parse(stdout))).toHaveLength(2)
    expect((await mithaq(['extract', '--format', 'json'], { input: '{}' })).stdout).toBe('[]\n')
  })

  it('csv has a commitment a row and no formulas', async () => {
    const [head, ...rows] = (await as('csv')).stdout.split('\r\n')
    expect(head).toBe(
      'committers,kind,polarity,certainty,action,creditors,places,begins,due,condition,statedBy,quote,origin,article',
    )
    expect(rows[0]).toMatch(/^قطر,pledge,positive,.*,2025-12-31,.*,'=1\+1$/u)
  })

  it('table is for reading', async () => {
    const { stdout } = await as('table')
    expect(stdout).toMatch(/^due +who +kind +action +says who\n─/u)
    expect(stdout).toMatch(/2025-12-31 +قطر +pledge/u)
  })
})

it('reads the examples', async () => {
  const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
  const { code, stdout, stderr } = await mithaq(['extract', examples])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const graphs = records(stdout)
  expect(graphs.length).toBeGreaterThanOrEqual(6)
  expect(graphs[0]!.article.text).toBe(readFileSync(join(examples, '01-iraq-turkey-communique.txt'), 'utf8'))
})
