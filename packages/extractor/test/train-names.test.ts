import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LABELS } from '../src/tagger/labels.ts'
import { writeModel } from '../src/tagger/model-file.ts'
import { createTagger } from '../src/tagger/tagger.ts'
import type { Sentence } from '../scripts/train-names/corpus.ts'
import { evaluate, ratesOf } from '../scripts/train-names/evaluate.ts'
import { RECIPE, trainModel } from '../scripts/train-names/train-model.ts'
import { readWithout } from '../scripts/train-names/without.ts'

/** Sentences made here: somebody goes somewhere, a company says something. */
function corpus(): Sentence[] {
  const people = ['سمير', 'هالة', 'طارق', 'نبيل', 'ليلى']
  const towns = ['أربيل', 'عمان', 'صنعاء', 'الرباط', 'تونس']
  const firms = ['نوكيا', 'أرامكو', 'بوينغ', 'سيمنز', 'توتال']
  const verbs = ['وصل', 'عاد', 'سافر', 'انتقل']
  const rows: [string, string][][] = []
  for (const [i, person] of people.entries())
    for (const [j, town] of towns.entries()) {
      const verb = verbs[(i + j) % verbs.length]!
      rows.push([
        [verb, 'O'],
        ['السيد', 'O'],
        [person, 'B-PER'],
        ['إلى', 'O'],
        [town, 'B-LOC'],
        ['.', 'O'],
      ])
      rows.push([
        ['أعلنت', 'O'],
        ['شركة', 'O'],
        [firms[j]!, 'B-ORG'],
        ['أرباحها', 'O'],
        ['في', 'O'],
        [town, 'B-LOC'],
      ])
    }
  return rows.map((row, i) => ({
    tokens: row.map(([word]) => word),
    labels: Uint8Array.from(row, ([, label]) => LABELS.indexOf(label)),
    domain: i % 2,
  }))
}

/** Milliseconds: some seconds of work, on a machine that others use. */
const PATIENCE = 180_000
const quiet = (): void => undefined

test(
  'a tiny training run learns its sentences, and gives the same bytes twice',
  () => {
    const sentences = corpus()
    const bytes = writeModel(trainModel(sentences, undefined, { ...RECIPE, epochs: 3 }, quiet))
    expect(ratesOf(evaluate(createTagger(bytes), sentences).all)[2]).toBeGreaterThan(95)
    const again = writeModel(trainModel(corpus(), undefined, { ...RECIPE, epochs: 3 }, quiet))
    expect(Buffer.compare(bytes, again)).toBe(0)
  },
  PATIENCE,
)

test(
  'without a group of features it learns from the others',
  () => {
    const without = readWithout(['lists', 'near', 'second-look'])
    const model = trainModel(corpus(), undefined, { ...RECIPE, epochs: 3 }, quiet, without)
    expect(model.knowledge.words.lists.some((lists) => lists !== 0)).toBe(false)
    expect(ratesOf(evaluate(createTagger(writeModel(model)), corpus()).all)[2]).toBeGreaterThan(90)
    expect(() => readWithout(['list'])).toThrow('there are lists, letters, ')
  },
  PATIENCE,
)

test.each(['organisations.tsv', 'people.tsv', 'topics.tsv'])('%s is NFC, sorted, without doubles', (name) => {
  const text = readFileSync(new URL(`../lexicon/tagger/${name}`, import.meta.url), 'utf8')
  const rows = text.trim().split('\n').slice(2)
  expect(text).toBe(text.normalize('NFC'))
  expect(rows).toEqual([...new Set(rows)].toSorted())
})
