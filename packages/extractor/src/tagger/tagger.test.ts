import { describe, expect, test } from 'vitest'
import { tokenize } from '../text/tokens.ts'
import { loadTagger } from './load-tagger.ts'
import { createTagger } from './tagger.ts'

/** `PER حسن روحاني` by name found, in the order of the text. */
const namesIn = (text: string): string[] => {
  const tokens = text.split(' ')
  return loadTagger()
    .tag(tokens)
    .map(({ type, start, end }) => `${type} ${tokens.slice(start, end).join(' ')}`)
}

const FOUND: [text: string, names: string[]][] = [
  ['وصل الرئيس الإيراني حسن روحاني إلى بغداد', ['PER حسن روحاني', 'LOC بغداد']],
  ['وقال جون كيري إن واشنطن تدعم لبنان', ['PER جون كيري', 'LOC واشنطن', 'LOC لبنان']],
  ['أعلنت الأمم المتحدة أن الوضع في دارفور يزداد سوءا', ['ORG الأمم المتحدة', 'LOC دارفور']],
  ['التقى وزير الخارجية السعودي عادل الجبير نظيره في القاهرة', ['PER عادل الجبير', 'LOC القاهرة']],
  ['دعا حزب الله إلى تشكيل حكومة جديدة في لبنان', ['ORG حزب الله', 'LOC لبنان']],
]

/** Words that look like names and are none here. */
const NOTHING = [
  'قال إن الوضع صعب جدا هذا العام',
  'ارتفعت الأسعار بنسبة كبيرة خلال الشهر الماضي',
  'هذا أمل كبير لكل من يريد السلام والأمن',
  'كان من المقرر أن تبدأ المحادثات يوم الخميس',
  '2025 / 10 ، 12 . - ( )',
]

describe('tagger', () => {
  test.each(FOUND)('%s', (text, names) => expect(namesIn(text)).toEqual(names))
  test.each(NOTHING)('nothing in «%s»', (text) => expect(namesIn(text)).toEqual([]))

  test('folded words read as written ones', () => {
    const text = 'وصل الرئيس حسن روحاني إلى أربيل'
    const tokens = tokenize(text).map((token) => token.text)
    expect(loadTagger().tag(tokens)).toEqual(loadTagger().tag(text.split(' ')))
  })

  test('a family name alone is known by the full name of another sentence', () => {
    const sentences = [
      'قال رئيس الوزراء تيمور شارلافنسكي إن الوضع صعب',
      'وقال المدرب ماركو بلنتراني إن الفريق مستعد',
      'كل ما يريده بلنتراني هو الفوز',
      'وكان موقف شارلافنسكي واضحا',
      'في نظر بلنتراني الأمر محسوم',
    ].map((text) => text.split(' '))
    const found = loadTagger().tagDocument(sentences)
    expect(
      sentences.map((tokens, s) => found[s]!.map(({ start, end }) => tokens.slice(start, end).join(' '))),
    ).toEqual([['تيمور شارلافنسكي'], ['ماركو بلنتراني'], ['بلنتراني'], ['شارلافنسكي'], ['بلنتراني']])
  })

  test('a score is a likelihood', () => {
    for (const { score } of loadTagger().tag('وصل حسن روحاني إلى بغداد وفلان إلى كذا'.split(' '))) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  test('nothing given, nothing found', () => {
    expect(loadTagger().tag([])).toEqual([])
    expect(
      loadTagger()
        .tagDocument([[], ['بغداد'], []])
        .map(({ length }) => length),
    ).toEqual([0, 1, 0])
  })

  test.each<[string, (i: number) => string]>([
    ['one word again and again', () => 'بغداد'],
    ['no word twice', (i) => `كلمة${i.toString(36)}`],
    ['mixed scripts and marks', (i) => ['﷽', 'a1ب', '\u202e؟', '𝔸', 'ﻻ', 'ـــ', '\ud800', ''][i % 8]!],
    ['a very long word', (i) => (i === 0 ? 'و'.repeat(500_000) : 'ال')],
  ])('a long line: %s', (_, wordOf) => {
    const tokens = Array.from({ length: 15_000 }, (__, i) => wordOf(i))
    const [spans = []] = loadTagger().tagDocument([tokens])
    for (const { start, end } of spans) expect(start).toBeLessThan(end)
  })

  test.each<[string, Uint8Array]>([
    ['none', new Uint8Array(0)],
    ['another file', new TextEncoder().encode('{"a": 1} and more words to fill a header of some bytes')],
    ['cut short', Uint8Array.from([0x4d, 0x4e, 0x54, 0x31, 4, 0, 0, 0, ...Array<number>(60).fill(0)])],
  ])('bytes that are no model: %s', (_, bytes) => expect(() => createTagger(bytes)).toThrow(RangeError))
})
