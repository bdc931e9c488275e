import { expect, it } from 'vitest'
import { readWhole, splitLines } from './split-lines.ts'

const stream = async function* (...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

it.each<[string[], (string | undefined)[]]>([
  [['a\nb\n'], ['a', 'b']],
  [['a\nb'], ['a', 'b']],
  [
    ['تع', 'هد\nب'],
    ['تعهد', 'ب'],
  ],
  [
    ['a\n', '\nb'],
    ['a', '', 'b'],
  ],
  [['a\r\nb'], ['a\r', 'b']],
  [[], []],
  [['\n'], ['']],
  [
    ['123456789', '0123\nok\n12345678901'],
    [undefined, 'ok', undefined],
  ],
])('%j is cut into %j', async (chunks, lines) => {
  const found = []
  for await (const line of splitLines(stream(...chunks), 10)) found.push(line)
  expect(found.map(({ bytes }) => bytes?.toString())).toEqual(lines)
  expect(found.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1))
})

it('refuses to hold a text without end', async () => {
  await expect(readWhole(stream('12345', '678901'), 10)).rejects.toMatchObject({ code: 'too-large' })
  expect((await readWhole(stream('12345', '67890'), 10)).toString()).toBe('1234567890')
})
