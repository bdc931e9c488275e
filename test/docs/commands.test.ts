/** Every command that the README and the site show is run, and prints what they say that it prints. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEFT_OUT, whyLeftOut } from './left-out.ts'
import { asShown, isShown, readBlocks, readPages } from './read-blocks.ts'
import { needsNeo4j, openFolder, runBlock } from './run-block.ts'

const pages = readPages()

describe.each(pages.filter(({ blocks }) => blocks.some((block) => !needsNeo4j(block))))(
  '$path',
  ({ blocks }) => {
    let open: ReturnType<typeof openFolder>
    beforeAll(() => {
      open = openFolder()
    })
    afterAll(() => open.close())

    it.each(blocks.filter((block) => !needsNeo4j(block)))(
      'line $line',
      async (block) => {
        const { code, stdout, stderr } = await runBlock(block, open.folder)
        expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
        expect(asShown(stdout, block.prints)).toBe(block.prints)
      },
      240_000,
    )
  },
)

describe('what is left out', () => {
  const lines = pages.flatMap(({ blocks }) => blocks.flatMap(({ script }) => script.split('\n')))
  it.each(LEFT_OUT)('%s is still somewhere', (pattern) => {
    expect(lines.some((line) => pattern.test(line.trim()))).toBe(true)
  })
  it('is by far the smaller part', () => {
    const commands = lines.filter((line) => /^(?:npx|mithaq)\b|\| mithaq\b/u.test(line))
    expect(commands.length).toBeGreaterThan(25)
    expect(commands.filter((line) => whyLeftOut(line)).length).toBeLessThan(commands.length / 4)
  })
})

describe('a block', () => {
  it('is a fence of sh, with what it prints under it', () => {
    const markdown =
      'a\n\n```sh\nls\n```\n\n```text\nx\n```\n\n```sh\nls -a\n```\n\nThen:\n\n```text\ny\n```\n'
    expect(readBlocks(markdown)).toEqual([
      { line: 3, script: 'ls', prints: 'x' },
      { line: 11, script: 'ls -a', prints: null },
    ])
  })
  it.each([
    ['a\nb\n', 'a\nb', true],
    ['a\r\nb  \r\n', 'a\nb', true],
    ['a\nb\nc\n', 'a\n…', true],
    ['in /tmp/x: 3 (new)\n', 'in …: 3 (new)', true],
    ['a\nb\n', 'a', false],
    ['axb\n', 'a.b', false],
  ])('%j shown as %j: %s', (printed, shown, expected) => {
    expect(isShown(printed, shown)).toBe(expected)
  })
})
