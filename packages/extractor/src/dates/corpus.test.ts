import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../bench/dates/corpus.ts'
import { negatives, phrases, sentences, valueOf } from '../../../../bench/dates/corpus.ts'
import type { Chart } from './chart.ts'
import { clearChart, fillChart } from './chart.ts'
import { parseDates } from './parse-dates.ts'
import { RULES } from './rules/all.ts'
import { Scanner } from './scan.ts'

const read = ({ text, reference }: Case) => parseDates(text, { reference })
const isSolved = ({ part }: Case): boolean => part !== 'open'

describe('value → surface forms', () => {
  const solved = phrases().filter(isSolved)

  it.each([...new Set(solved.map((phrase) => phrase.group))])('%s', (group) => {
    const of = solved.filter((phrase) => phrase.group === group)
    const got = of.map((phrase) => {
      const [mention, ...more] = read(phrase)
      const bound = phrase.expected[0]!.bound === undefined ? '' : ` ${mention?.bound}`
      return `${phrase.text} = ${mention && valueOf(mention.edtf)}${bound}${more.length > 0 ? ' and more' : ''}`
    })
    const wanted = of.map(({ text, expected: [one] }) => {
      return `${text} = ${valueOf(one!.edtf)}${one!.bound === undefined ? '' : ` ${one!.bound}`}`
    })
    expect(got).toEqual(wanted)
  })

  it('is a corpus of at least 600', () => {
    expect(phrases().length + sentences().length).toBeGreaterThanOrEqual(600)
    expect(sentences().length).toBeGreaterThanOrEqual(200)
    expect(negatives().length).toBeGreaterThanOrEqual(150)
  })
})

it('finds every mention of a sentence, its words and its days', () => {
  const solved = sentences().filter(isSolved)
  const got = solved.map((sentence) =>
    read(sentence).map((mention) => `${mention.quote} = ${valueOf(mention.edtf)}`),
  )
  expect(got).toEqual(
    solved.map(({ expected }) => expected.map(({ quote, edtf }) => `${quote} = ${valueOf(edtf)}`)),
  )
})

it('leaves unmarked what is not a date', () => {
  const marked = negatives().flatMap((negative) =>
    read(negative).map(({ quote }) => `${negative.text}: ${quote}`),
  )
  expect(marked).toEqual([])
})

function rulesIn(text: string): string[] {
  const tokens = new Scanner(text)
  const rules: string[] = []
  while (tokens.next()) {
    const chart: Chart = []
    clearChart(chart, tokens.length)
    fillChart(chart, tokens, 0, tokens.length)
    rules.push(...chart.flat().map((node) => node.rule))
  }
  return rules
}

it('has no rule without an example', () => {
  const cases = [...phrases(), ...sentences(), ...negatives()]
  const used = new Set(cases.flatMap(({ text }) => rulesIn(text)))
  expect(RULES.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length)
})
