import { fileURLToPath } from 'node:url'
import type { CommitmentView, Link } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { mithaq, temporaryDirectory } from './run-mithaq.ts'

const OVER_TIME = fileURLToPath(new URL('../../../examples/over-time', import.meta.url))

describe('link', () => {
  it('prints what articles, or their records, do to each other', async () => {
    const fromArticles = await mithaq(['link', OVER_TIME])
    expect(fromArticles).toMatchObject({ code: 0, stderr: '' })
    const links = fromArticles.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Link)
    expect([...new Set(links.map(({ relation }) => relation))].sort()).toEqual([
      'AMENDS',
      'CONTRADICTS',
      'FULFILS',
      'RESTATES',
    ])
    const records = await mithaq(['extract', OVER_TIME])
    const backward = `${records.stdout.trimEnd().split('\n').reverse().join('\n')}\n`
    expect((await mithaq(['link', '-'], { input: backward })).stdout).toBe(fromArticles.stdout)
    const csv = await mithaq(['link', OVER_TIME, '--format', 'csv'])
    expect(csv.stdout.split('\r\n')[0]).toBe(
      'relation,reason,newer,older,rule,from,to,newerArticle,olderArticle',
    )
  })

  it('is done on load, and the ledger knows it day by day', async () => {
    const cwd = temporaryDirectory()
    expect((await mithaq(['load', OVER_TIME], { cwd })).stdout).toMatch(
      /, \d+ links between commitments drawn in/u,
    )
    const again = await mithaq(['load', OVER_TIME], { cwd })
    expect(again.stdout).toMatch(/^5 articles, 5 unchanged; 0 nodes and 0 relations are new in/u)
    const statusOn = async (day: string): Promise<string[]> => {
      const { stdout } = await mithaq(
        ['commitments', '--as-of', day, '--actor', 'تركيا', '--format', 'json'],
        { cwd },
      )
      return (JSON.parse(stdout) as CommitmentView[])
        .filter(({ action, kind }) => /^سحب \d+/u.test(action) && kind !== 'refusal')
        .sort((a, b) => ((a.article.published ?? '') < (b.article.published ?? '') ? -1 : 1))
        .map(({ article, status }) => `${article.published} ${status}`)
    }
    expect((await statusOn('2016-03-25')).slice(0, 2)).toEqual(['2016-01-10 amended', '2016-01-14 amended'])
    expect((await statusOn('2016-05-01')).slice(0, 3)).toEqual([
      '2016-01-10 withdrawn',
      '2016-01-14 withdrawn',
      '2016-03-24 withdrawn',
    ])
    expect((await statusOn('2016-07-03'))[2]).toBe('2016-03-24 fulfilled')
  })
})
