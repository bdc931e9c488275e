import { expect, it } from 'vitest'
import type { ArticleGraph, Entity } from './schema.ts'
import { applySameAs, parseSameAs } from './same-as.ts'

const text = 'تعهد سالم بالرد. ورفض السالم ذلك. وقال سالم إنه مستعد.'

function spanOf(words: string, from = 0): { start: number; end: number; quote: string } {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length, quote: words }
}

const mention = (words: string, from = 0): Entity['mentions'][number] => ({
  ...spanOf(words, from),
  rule: 'gazetteer',
  basis: 'name',
})

/** سالم commits in the first sentence; السالم, another who was taken for him, in the second. */
const graph = {
  schema: 'mithaq/1',
  article: { id: 'article:1', published: null, text, sha256: '', sections: [], sentences: [] },
  entities: [
    {
      id: 'actor:Q1',
      kind: 'actor',
      type: 'Person',
      name: { ar: 'سالم' },
      sameAs: ['https://www.wikidata.org/entity/Q1'],
      named: true,
      mentions: [mention('سالم'), mention('السالم'), mention('سالم', 30)],
    },
  ],
  dates: [],
  statements: [],
  commitments: [
    { evidence: spanOf('تعهد سالم بالرد'), committers: ['actor:Q1'] },
    { evidence: spanOf('ورفض السالم ذلك'), committers: ['actor:Q1'] },
  ].map(({ evidence, committers }, i) => ({
    id: `commitment:${i}`,
    evidence,
    committers,
    trigger: evidence,
    kind: 'pledge',
    polarity: 'positive',
    certainty: 'certain',
    action: { ar: '' },
    creditors: [],
    concerns: [],
    places: [],
    begins: null,
    due: null,
    condition: null,
    statedBy: [],
    rule: '',
  })),
  triples: [
    {
      subject: 'article:1',
      predicate: 'MENTIONS',
      object: 'actor:Q1',
      evidence: [spanOf('سالم'), spanOf('السالم')],
      rule: 'gazetteer',
      basis: 'stated',
    },
  ],
  diagnostics: [],
} as unknown as ArticleGraph

it.each([
  ['join by id', 'join\tactor:Q1\tactor:Q2\tthe same'],
  ['join by name', 'join\tسَالِم\tactor:Q2\tthe same'],
])('%s', (_, line) => {
  const joined = applySameAs(graph, parseSameAs(line))
  expect(joined.entities.map(({ id }) => id)).toEqual(['actor:Q2'])
  expect(joined.commitments.map(({ committers }) => committers)).toEqual([['actor:Q2'], ['actor:Q2']])
  expect(joined.triples.map(({ object }) => object)).toEqual(['actor:Q2'])
  expect(joined.diagnostics).toMatchObject([{ code: 'same-as-join' }])
})

it('splits, and lets go over what the other did', () => {
  const parted = applySameAs(graph, parseSameAs('split\tactor:Q1\tالسالم\tanother'))
  const [one, other] = parted.entities
  expect(one).toMatchObject({ id: 'actor:Q1', name: { ar: 'سالم' } })
  expect(one!.mentions.length).toBe(2)
  expect(other).toMatchObject({ name: { ar: 'السالم' }, sameAs: [] })
  expect(parted.commitments.map(({ committers }) => committers)).toEqual([['actor:Q1'], [other!.id]])
  expect(parted.triples.map(({ object }) => object).toSorted()).toEqual([other!.id, 'actor:Q1'].toSorted())
})

it('joins what it split', () => {
  const parted = applySameAs(graph, parseSameAs('split\tactor:Q1\tالسالم\tanother'))
  const [back] = applySameAs(parted, parseSameAs('join\tالسالم\tactor:Q1\tno, the same')).entities
  expect(back).toEqual(graph.entities[0])
})

it('leaves a record alone that no line speaks of', () => {
  expect(
    applySameAs(graph, parseSameAs('# a remark\n\njoin\tactor:Q8\tactor:Q9\t\nsplit\tactor:Q8\tسالم\t')),
  ).toEqual(graph)
})

it.each(['join\tactor:Q1', 'join\tactor:Q1\tسالم\t', 'split\tسالم\tالسالم\t', 'merge\tactor:Q1\tactor:Q2\t'])(
  'says what a line wants: %s',
  (line) => {
    expect(() => parseSameAs(`# remark\n${line}`)).toThrow('line 2')
  },
)
