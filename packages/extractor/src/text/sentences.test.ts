import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotes } from './quotes.ts'
import { readText } from './read-text.ts'
import { tokenize, type TokenRange } from './tokens.ts'

const words = (text: string, { start, end }: TokenRange): string => {
  const tokens = tokenize(text)
  return text.slice(tokens[start]!.start, tokens[end - 1]!.end)
}

describe('sentences', () => {
  it.each([
    ['أعلن العراق موقفه.وأشار البيان إلى ذلك.', ['أعلن العراق موقفه.', 'وأشار البيان إلى ذلك.']],
    ['حتى سبتمبر 2026.وأضاف', ['حتى سبتمبر 2026.', 'وأضاف']],
    ['بلغت 3.3 مليون برميل.', ['بلغت 3.3 مليون برميل.']],
    ['قال ج. د. فانس إنه جاء.', ['قال ج. د. فانس إنه جاء.']],
    ['ذكرت وكالة بي. إف. تي. إيه ذلك.', ['ذكرت وكالة بي. إف. تي. إيه ذلك.']],
    ['قال: "انتهى الأمر." ثم غادر', ['قال: "انتهى الأمر."', 'ثم غادر']],
    [
      'الرئيس يتحدث عن خطة جديدة (الفرنسية - أرشيف) أعلن الرئيس موقفه.',
      ['الرئيس يتحدث عن خطة جديدة (الفرنسية - أرشيف)', 'أعلن الرئيس موقفه.'],
    ],
    ['بغداد (رويترز) - قال العراق', ['بغداد (رويترز) - قال العراق']],
    // A headline that a page joined to its report.
    [
      'وزراء النقل العرب يجتمعون غدا بتونس تونس (د ب أ) - بدأت اللجنة عملها.',
      ['وزراء النقل العرب يجتمعون غدا بتونس', 'تونس (د ب أ) - بدأت اللجنة عملها.'],
    ],
    [
      'السودان يهدد بوقف المحادثات تل أبيب ـ من سمير علي ـ وكالات الأنباء قام الجيش بعملية.',
      ['السودان يهدد بوقف المحادثات', 'تل أبيب ـ من سمير علي ـ وكالات الأنباء قام الجيش بعملية.'],
    ],
    [
      'مصر تشتري قمحا من روسيا القاهرة - رويترز: قال الوزير',
      ['مصر تشتري قمحا من روسيا', 'القاهرة - رويترز: قال الوزير'],
    ],
    ['رفضت سوريا أمس - من دون تردد - العرض', ['رفضت سوريا أمس - من دون تردد - العرض']],
    ['وأعلن مجلس الوزراء السوري (الحكومة) - أن', ['وأعلن مجلس الوزراء السوري (الحكومة) - أن']],
    ['ونقلت أمس عن وكالة (رويترز) قولها إن', ['ونقلت أمس عن وكالة (رويترز) قولها إن']],
    ['وقالت مصادر لقناة (الجزيرة) القطرية إن', ['وقالت مصادر لقناة (الجزيرة) القطرية إن']],
    ['هل تنسحب؟ لن تنسحب!', ['هل تنسحب؟', 'لن تنسحب!']],
    ['سطر أول\nسطر ثان', ['سطر أول', 'سطر ثان']],
    ['لن نتخلى عن حصتنا * الكويت ترفع الديزل', ['لن نتخلى عن حصتنا *', 'الكويت ترفع الديزل']],
    ['■ الكويت ترفع الديزل', ['■ الكويت ترفع الديزل']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(readText({ text }).sentences.map((range) => words(text, range))).toEqual(expected)
  })
})

describe('quotations', () => {
  it.each([
    ['قال "نعم" و«لا» و“ربما”', ['نعم', 'لا', 'ربما']],
    ["قال ''لن نغادر'' ثم ' ' ربما ' '", ['لن نغادر', 'ربما']],
    ["قال 'لن نغادر' 'ربما'", []],
    ['قال «إن "داعش" انتهى»', ['إن "داعش" انتهى', 'داعش']],
    ['قال "لن نغادر\nوأضاف', ['لن نغادر']],
    ['لا اقتباس هنا', []],
  ])('%j', (text, expected) => {
    const doc = readText({ text })
    const quotes = findQuotes(
      doc.tokens,
      doc.paragraphs.map(({ end }) => end),
    )
    expect(quotes.map((quote) => words(text, quote))).toEqual(expected)
  })
})

describe('sections', () => {
  it.each([
    [
      'بغداد ـ العرب اليوم\nأعلنت الحكومة قرارها.\nقد يهمك أيضا:\nعنوان آخر\nأرسل تعليقك',
      ['dateline', 'body', 'boilerplate'],
    ],
    ['عنوان الخبر يأتي هنا\nأعلنت الحكومة قرارها اليوم.', ['title', 'body']],
    [
      'أعلنت الحكومة قرارها.\nاقرأ أيضاً: خبر آخر\nوأضافت الحكومة أنها ستمضي في قرارها حتى النهاية.',
      ['body', 'boilerplate', 'body'],
    ],
    ['أعلنت الحكومة قرارها.', ['body']],
    ['', ['body']],
  ])('%j', (text, kinds) => {
    const { sections } = readText({ text })
    expect(sections.map(({ kind }) => kind)).toEqual(kinds)
    expect(sections.at(-1)?.end).toBe(text.length)
  })

  it('cuts the dateline that runs into the first sentence', () => {
    const text = 'القاهرة (أ ش أ) - أعلنت مصر موقفها.'
    const { bodySentences } = readText({ text })
    expect(words(text, bodySentences[0]!)).toBe('أعلنت مصر موقفها.')
  })

  it('cuts the dateline that a headline is joined to', () => {
    const text = 'وزراء النقل العرب يجتمعون غدا بتونس تونس ـ من سمير علي ـ وكالات الأنباء بدأت اللجنة عملها.'
    const { bodySentences } = readText({ text })
    expect(bodySentences.map((range) => words(text, range))).toEqual([
      'وزراء النقل العرب يجتمعون غدا بتونس',
      'بدأت اللجنة عملها.',
    ])
  })
})

it('keeps every token in its place, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0
      for (const { start, end, text: folded } of readText({ text }).tokens) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(folded).not.toBe('')
        last = end
      }
    }),
  )
})
