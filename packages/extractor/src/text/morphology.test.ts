import { fold } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { actionNoun, finiteReadings, futureReading, presentReading } from './morphology.ts'

describe('finiteReadings', () => {
  it.each([
    ['أعلنتا', 'أعلن', 'past', '3d'],
    ['وأضاف', 'أضاف', 'past', '3ms'],
    ['دعت', 'دعا', 'past', '3fs'],
    ['دعوا', 'دعا', 'past', '3mp'],
    ['أبدت', 'أبدى', 'past', '3fs'],
    ['قلنا', 'قال', 'past', '1p'],
    ['أشاروا', 'أشار', 'past', '3mp'],
    ['يعتزمون', 'اعتزم', 'present', '3mp'],
    ['تنوي', 'نوى', 'present', '3fs'],
    ['مؤكداً', 'أكد', 'participle', '3ms'],
    ['لافتين', 'لفت', 'participle', '3mp'],
    ['مضيفةً', 'أضاف', 'participle', '3fs'],
    ['قائلاً', 'قال', 'participle', '3ms'],
  ])('%s is %s', (word, lemma, tense, person) => {
    const found = finiteReadings(fold(word)).map((form) => ({
      lemma: form.verb.lemma,
      tense: form.tense,
      person: form.person,
    }))
    expect(found).toContainEqual({ lemma, tense, person })
  })

  it.each(['العراق', 'جندي', 'الجمعة', 'نهاية'])('%s is no verb', (word) => {
    expect(finiteReadings(fold(word))).toEqual([])
  })
})

describe('futureReading', () => {
  it.each([
    ['ستغادر', 'غادر', '3fs'],
    ['وستستمر', 'استمر', '3fs'],
    ['سيواصلون', 'واصل', '3mp'],
    ['سنسلم', 'سلم', '1p'],
    ['سيوقعان', 'وقع', '3d'],
    ['ستتحول', 'تحول', '3fs'],
    ['سيتم', 'تم', '3ms'],
  ])('%s will %s', (word, lemma, person) => {
    const reading = futureReading(fold(word))
    expect(reading?.person).toBe(person)
    expect(reading?.verb?.lemma).toBe(lemma)
  })

  it.each(['سيتمخض', 'ستتبلور', 'سيتصدون'])('%s is a future whose verb the lexicon lacks', (word) => {
    expect(futureReading(fold(word))).toMatchObject({ stem: fold(word).slice(1) })
  })

  it.each([
    'سياسة',
    'السياسية',
    'سيارات',
    'ستة',
    'سيناء',
    'سيطرة',
    'سياسيون',
    'وسياسيين',
    'سيناريو',
    'سيول',
    'سنة',
    'سنوات',
    'سابق',
    'ستراتيجي',
    'سيادتها',
    'سيطرته',
  ])('%s is no future', (word) => {
    expect(futureReading(fold(word))).toBeUndefined()
  })
})

it.each([
  ['لانسحاب', 'withdraw', ['ل'], undefined],
  ['للانتقال', 'move', ['ل'], undefined],
  ['والتعاون', 'cooperate', ['و'], undefined],
  ['رفضها', 'refuse', [], '3fs'],
  ['انسحاباً', 'withdraw', [], undefined],
  ['مغادرة', 'leave', [], undefined],
])('actionNoun(%s) is to %s', (word, gloss, proclitics, pronoun) => {
  const noun = actionNoun(fold(word))
  expect(noun?.verbs.map((verb) => verb.gloss)).toContain(gloss)
  expect(noun?.proclitics).toEqual(proclitics)
  expect(noun?.pronoun).toBe(pronoun)
})

it.each(['العراق', 'جنود', 'بعض', 'قاعدة'])('%s is no verbal noun', (word) => {
  expect(actionNoun(fold(word))).toBeUndefined()
})

it('reads what stands behind أن and لن', () => {
  expect(presentReading(fold('تسمح'))).toMatchObject({ person: '3fs' })
  expect(presentReading('الجمعه')).toBeUndefined()
})
