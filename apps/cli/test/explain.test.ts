import { describe, expect, it } from 'vitest'
import { folder, line, PLEDGE, REFUSAL } from './folder.ts'
import { mithaq } from './run-mithaq.ts'

const NEWS = `${PLEDGE} ${REFUSAL}`

describe('explain', () => {
  it('lists the sentences, and follows the one at an offset', async () => {
    const cwd = folder({ 'a.txt': NEWS })
    const list = await mithaq(['explain', 'a.txt'], { cwd })
    expect(list).toMatchObject({ code: 0, stderr: '--at OFFSET explains one of them.\n' })
    expect(list.stdout).toMatch(/^at +commitments +sentence\n.*\n0 +1 +تعهدت .*\n51 +1 +رفضت .*\n$/u)

    const one = await mithaq(['explain', 'a.txt', '--at', '60', '--published', '2025-03-01'], { cwd })
    expect(one).toMatchObject({ code: 0, stderr: '' })
    expect(one.stdout).toMatch(/^article:\w+, published 2025-03-01 \(given\)\n\nSentence 51–88, body\n/u)
    expect(one.stdout).toMatch(/«رفضت» → refusal, negative, certain\n/u)
    expect(one.stdout).toMatch(/ lexicon {3}triggers\.tsv:\d+ {2}رفض · verb/u)
    expect(one.stdout).toMatch(/ bound {5}تركيا: stands behind the word that undertakes {2}«تركيا»\n/u)
    expect(one.stdout).toMatch(/ from {6}العراق|شمال العراق/u)
    expect(one.stdout).toMatch(/\n {2}تركيا COMMITS_TO commitment:\w+ +stated, rule performative-verb\n/u)
  })

  it('is JSON for programs, and takes any form of article', async () => {
    const cwd = folder({
      'a.jsonl': line({ text: PLEDGE, published: '2025-03-01' }) + line({ body: REFUSAL }),
    })
    const asked = ['explain', 'a.jsonl', '--at', '3', '--format', 'json', '--article']
    const first = await mithaq([...asked, '1'], { cwd })
    expect(JSON.parse(first.stdout)).toMatchObject({ at: 3, candidates: [{ outcome: 'commitment' }] })
    const mapped = await mithaq([...asked, '2', '--map', 'text=body'], { cwd })
    expect(JSON.parse(mapped.stdout)).toMatchObject({ sentence: { quote: REFUSAL } })
  })

  it('shows what a hostile text holds as text', async () => {
    const text = `\u001b[2J\u202e${PLEDGE}`
    const { code, stdout } = await mithaq(['explain', '-', '--at', '8'], { input: line({ text }) })
    expect(code).toBe(0)
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u001b\u202e]/u)
  })

  it.each<[string[], number, RegExp]>([
    [['a.txt', '--at', '9999'], 2, /--at 9999 is behind the end: the text has \d+ units/u],
    [['a.txt', '--at', '-1'], 2, /whole number/u],
    [['gone.txt'], 1, /gone\.txt: no such file/u],
    [['two.jsonl', '--at', '1'], 2, /holds several articles: say which/u],
    [['two.jsonl', '--at', '1', '--article', '3'], 1, /holds 2 articles, not 3/u],
    [['latin.txt'], 1, /latin\.txt: not Arabic/u],
  ])('%j', async (args, code, says) => {
    const cwd = folder({
      'a.txt': PLEDGE,
      'two.jsonl': line({ text: PLEDGE }) + line({ text: REFUSAL }),
      'latin.txt': 'Qatar pledged aid.',
    })
    const ran = await mithaq(['explain', ...args], { cwd })
    expect(ran).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(says) })
  })
})
