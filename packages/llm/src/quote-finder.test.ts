import { foldKey } from '@mithaq/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QuoteFinder } from './quote-finder.ts'

const bare = (words: string) => foldKey(words).replace(/[«»،]/gu, '').replace(/\s+/gu, ' ').trim()

const finder = (text: string, part = { start: 0, end: text.length }) => new QuoteFinder(text, part)

describe('words that an article has', () => {
  it.each([
    ['as they are', 'تعهدت قطر بالدعم', 'قطر', ['قطر']],
    ['glued to what goes before', 'بيان لقطر وقطر', 'قطر', ['قطر', 'قطر']],
    ['with the article that ل swallows', 'دعم للتحالف', 'التحالف', ['للتحالف']],
    ['without the article', 'دعم للتحالف', 'تحالف', ['تحالف']],
    ['behind the sin of the future', 'وستغادر القوات', 'تغادر القوات', ['تغادر القوات']],
    ['of another hamza', 'إيران و أسبانيا', 'ايران', ['إيران']],
    ['with vowel signs', 'تعهَّدتْ قَطَرُ بالدعم', 'تعهدت قطر', ['تعهَّدتْ قَطَرُ']],
    ['with tatweel and other digits', 'قـبل ٢٠٢٦', 'قبل 2026', ['قـبل ٢٠٢٦']],
    ['over a line', 'وزير\n  الخارجية', 'وزير الخارجية', ['وزير\n  الخارجية']],
    ['in other quotation marks', 'قال: «سننسحب غداً»', '"سننسحب غداً"', ['سننسحب غداً']],
    ['across quotation marks', 'حركة «حماس» تلتزم', 'حركة حماس تلتزم', ['حركة «حماس» تلتزم']],
    ['with another comma', 'العراق، وتركيا', 'العراق, وتركيا', ['العراق، وتركيا']],
    ['without the full stop at the end', 'ستنسحب قطر.', 'ستنسحب قطر.', ['ستنسحب قطر']],
    ['of a ligature', 'عبد ﷲ يلتزم', 'عبد الله', ['عبد ﷲ']],
    ['letter by letter before by folds', 'على علي', 'علي', ['علي']],
  ])('%s', (_, text, words, quotes) => {
    const found = finder(text).find(words)
    expect(found.map(({ quote }) => quote)).toEqual(quotes)
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote)
  })

  it.each([
    ['another word', 'تعهدت قطر', 'تركيا'],
    ['a part of a word', 'قطرات وقطري', 'قطر'],
    ['the end of a word', 'سنقطر', 'قطر'],
    ['a translation', 'تعهدت قطر', 'Qatar'],
    ['words out of their order', 'تعهدت قطر بالدعم', 'قطر تعهدت'],
    ['words left out', 'تعهدت قطر بتقديم الدعم', 'تعهدت بتقديم الدعم'],
    ['an elision', 'تعهدت قطر بتقديم الدعم', 'تعهدت قطر … الدعم'],
    ['no letters at all', 'قال: «…»', '…«»'],
    ['nothing', 'قطر', ''],
  ])('%s is no quotation', (_, text, words) => {
    expect(finder(text).find(words)).toEqual([])
  })
})

it('looks nowhere but in the part that the model was shown', () => {
  const text = 'قطر أولاً. قطر ثانياً.'
  expect(finder(text, { start: 11, end: text.length }).find('قطر')).toEqual([
    { start: 11, end: 14, quote: 'قطر' },
  ])
})

it('takes the place inside, else the nearest', () => {
  const text = 'قطر هنا. تعهدت قطر بالدعم. قطر هناك.'
  const clause = { start: 9, end: 25 }
  expect(finder(text).nearest('قطر', clause)?.start).toBe(15)
  expect(finder(text).nearest('هناك', clause)?.start).toBe(31)
  expect(finder(text).nearest('تركيا', clause)).toBeNull()
})

it('finds whatever a text has between two of its spaces, and only what folds alike', () => {
  const words = fc.array(
    fc.constantFrom('قَطر', 'ولبنان', '«حماس»', 'ﷲ', 'أن', '٥', 'ـ', '\u202bنص\u202c', '،', '😀'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(words, fc.nat(11), fc.nat(11), (all, a, b) => {
      const text = all.join(' ')
      const quote = all.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ')
      const found = finder(text).find(quote)
      expect(found.length > 0 || !/\p{L}/u.test(quote)).toBe(true)
      for (const span of found) {
        expect(text.slice(span.start, span.end)).toBe(span.quote)
        expect(bare(span.quote)).toBe(bare(quote))
      }
    }),
  )
})
