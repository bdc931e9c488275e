import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseGraph } from './parse-graph.ts'
import { readSameAs } from './read-same-as.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'same-as-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function fileOf(text: string): string {
  const path = join(folder, 'same-as.tsv')
  writeFileSync(path, text)
  return path
}

it('joins in what is extracted on the way to the store', () => {
  const sameAs = readSameAs(fileOf('join\tعوض المطيري\tactor:Q77\tone man\n'))
  const line = new TextEncoder().encode(
    JSON.stringify({ text: 'تعهد الوزير عوض المطيري بتقديم مساعدات إلى لبنان.' }),
  )
  const graph = parseGraph({ where: 'line 1', content: { line } } as never, { sameAs })
  expect(graph.commitments.map(({ committers }) => committers)).toEqual([['actor:Q77']])
  expect(graph.diagnostics.map(({ code }) => code)).toContain('same-as-join')
})

it('is empty without a file', () => {
  expect(readSameAs(undefined)).toEqual([])
})

it('says what is wrong', () => {
  expect(() => readSameAs(fileOf('unite\ta\tb\n'))).toThrow('line 1')
  expect(() => readSameAs(join(folder, 'none.tsv'))).toThrow('cannot read')
})
