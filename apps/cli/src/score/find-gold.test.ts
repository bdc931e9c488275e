import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findGold } from './find-gold.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-gold-'))
})
afterEach(() => rm(folder, { recursive: true }))

const gold = (id: string) =>
  JSON.stringify({
    id,
    actors: [{ name: id, mentions: [[0, id.length, id]] }],
    places: [],
    times: [],
    commitments: [],
  })

async function lay(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

describe('findGold', () => {
  it.each([
    { of: 'a text beside it', files: { 'a.gold.json': gold('a'), 'a.txt': 'a!' } },
    { of: 'article.txt beside gold.json', files: { 'gold.json': gold('a'), 'article.txt': 'a!' } },
    { of: 'a text by the id in gold.json', files: { 'gold.json': gold('a'), 'a.txt': 'a!' } },
    { of: 'a text one folder up', at: 'gold', files: { 'gold/a.gold.json': gold('a'), 'a.txt': 'a!' } },
    { of: 'a text two folders up', at: 'g/h', files: { 'g/h/a.gold.json': gold('a'), 'a.txt': 'a!' } },
    {
      of: 'a folder of texts before all others',
      at: 'gold',
      texts: 'texts',
      files: { 'gold/a.gold.json': gold('a'), 'gold/a.txt': 'another', 'texts/a.txt': 'a!' },
    },
    { of: 'a byte order mark', files: { 'a.gold.json': gold('a'), 'a.txt': '\ufeffa!' } },
  ] as { of: string; at?: string; texts?: string; files: Record<string, string> }[])(
    'finds $of',
    async ({ at = '.', texts, files }) => {
      await lay(files)
      const found = await findGold(join(folder, at), texts && join(folder, texts))
      expect(found.map(({ gold, text }) => [gold.id, text])).toEqual([['a', 'a!']])
    },
  )

  it('goes by name, and leaves folders within alone', async () => {
    await lay({
      'b.gold.json': gold('b'),
      'b.txt': 'b',
      'a.gold.json': gold('a'),
      'a.txt': 'a',
      'notes.json': '{}',
      'held/c.gold.json': gold('c'),
    })
    expect((await findGold(folder)).map(({ gold }) => gold.id)).toEqual(['a', 'b'])
  })

  it.each([
    ['gold-missing', {}],
    ['gold-text-missing', { 'a.gold.json': gold('a') }],
    ['gold-invalid', { 'a.gold.json': '{', 'a.txt': 'a' }],
    ['gold-text-mismatch', { 'a.gold.json': gold('a'), 'a.txt': 'b' }],
  ] as [string, Record<string, string>][])('says %s', async (code, files) => {
    await lay(files)
    await expect(findGold(folder)).rejects.toMatchObject({ code })
  })

  it('says so when there is no such folder', async () => {
    await expect(findGold(join(folder, 'none'))).rejects.toMatchObject({ code: 'gold-missing' })
  })
})
