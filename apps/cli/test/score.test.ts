import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mithaq, temporaryDirectory } from './run-mithaq.ts'

const TEXT = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.'
const GOLD = {
  id: 'a',
  published: '2025-03-01',
  actors: [{ name: 'قطر', wikidata: 'Q846', mentions: [[6, 9, 'قطر']] }],
  places: [],
  times: [],
  commitments: [
    {
      id: 'c1',
      span: [0, 50, TEXT.slice(0, 50)],
      committers: ['قطر'],
      kind: 'pledge',
      polarity: 'positive',
      action_ar: 'تقديم مساعدات إلى لبنان',
      deadline: { start: '2025-09-01', end: '2026-01-01' },
    },
  ],
}

function folder(text = TEXT): string {
  const directory = temporaryDirectory()
  mkdirSync(join(directory, 'gold'))
  writeFileSync(join(directory, 'gold', 'a.gold.json'), JSON.stringify(GOLD))
  writeFileSync(join(directory, 'a.txt'), text)
  return directory
}

describe('mithaq score', () => {
  it('prints figures as JSON, and what went wrong when asked', async () => {
    const run = await mithaq(['score', 'gold', '--format', 'json', '--misses'], { cwd: folder() })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const { articles, figures, misses } = JSON.parse(run.stdout)
    expect({ articles, misses }).toEqual({
      articles: 1,
      misses: [{ article: 'a', findings: expect.any(Array) }],
    })
    expect(figures).toContainEqual(
      expect.objectContaining({ measure: 'all', gold: 1, right: 1, recall: 1, interval: null }),
    )
  })

  it('prints a table, the same each time', async () => {
    const cwd = folder()
    const [first, second] = [
      await mithaq(['score', 'gold'], { cwd }),
      await mithaq(['score', 'gold'], { cwd }),
    ]
    expect(first).toEqual(second)
    expect(first.stdout).toMatch(/commitments found +1 +1 +1 +100\.0/u)
  })

  it.each([
    { of: 'no gold', args: ['score', '.'], text: TEXT, code: 1, says: 'no gold.json' },
    {
      of: 'another text',
      args: ['score', 'gold'],
      text: TEXT.replace('قطر', 'مصر'),
      code: 1,
      says: 'very text',
    },
    { of: 'no folder named', args: ['score'], text: TEXT, code: 2, says: 'folder' },
  ])('says what to do about $of', async ({ args, text, code, says }) => {
    const run = await mithaq(args, { cwd: folder(text) })
    expect(run).toMatchObject({ code, stdout: '' })
    expect(run.stderr).toContain(says)
  })
})
