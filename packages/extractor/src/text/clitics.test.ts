import { describe, expect, it } from 'vitest'
import { encliticReadings, nounReadings, verbReadings } from './clitics.ts'

const stems = (readings: readonly { stem: string }[]): string[] => readings.map(({ stem }) => stem)

describe('nounReadings', () => {
  it.each([
    ['وللتحالف', 'التحالف', ['و', 'ل'], 2],
    ['للتحالف', 'التحالف', ['ل'], 1],
    ['والعراق', 'العراق', ['و'], 1],
    ['بالعراق', 'العراق', ['ب'], 1],
    ['لليل', 'ليل', ['ل'], 1],
    ['العراق', 'العراق', [], 0],
  ])('%s has the reading %s', (word, stem, proclitics, cut) => {
    expect(nounReadings(word)).toContainEqual({ proclitics, stem, cut })
  })

  it.each(['من', 'في', 'ل', ''])('takes nothing off %j', (word) => {
    expect(stems(nounReadings(word))).toEqual([word])
  })

  it('offers the whole word first, since وفد is a delegation', () => {
    expect(nounReadings('وفد')[0]?.stem).toBe('وفد')
  })
})

it.each([
  ['وستغادر', 'تغادر', ['و', 'س']],
  ['سيتم', 'يتم', ['س']],
  ['ليبقي', 'يبقي', ['ل']],
  ['واضاف', 'اضاف', ['و']],
])('verbReadings(%s) has %s', (word, stem, proclitics) => {
  expect(verbReadings(word)).toContainEqual(expect.objectContaining({ stem, proclitics }))
})

it.each([
  ['التزامها', 'التزام', '3fs'],
  ['رغبتهم', 'رغبه', '3mp'],
  ['تطلعهما', 'تطلع', '3d'],
])('encliticReadings(%s) has %s', (word, stem, pronoun) => {
  expect(encliticReadings(word)).toContainEqual({ stem, pronoun })
})
