import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldKey, foldWithMap } from './fold.ts'

describe('fold', () => {
  it.each([
    ['الولاياتُ المتَّحدة', 'الولايات المتحده'],
    ['أميركا إلى آذار', 'اميركا الي اذار'],
    ['الـ12 شهراً', 'ال12 شهرا'],
    ['١٤ یولیو ۲۰۲۴', '14 يوليو 2024'],
    ['مسؤولون وشئون', 'مسوولون وشيون'],
    ['ﺍﻟﻌﺮﺍﻕ', 'العراق'],
    ['ﷲ', 'الله'],
    ['﴾نص﴿', '﴾نص﴿'],
    ['\u202bالعراق\u202c', 'العراق'],
    ['كوپنهاگن', 'كوبنهاكن'],
    ['NATO', 'nato'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(foldWithMap(text).text).toBe(folded)
  })

  it('maps every offset back, whatever the text', () => {
    const arabic = fc.string({
      unit: fc.constantFrom('أ', 'ل', 'ـ', 'ّ', 'ة', 'ﻻ', 'ﷲ', '٣', ' ', 'x', '😀', '\u200f'),
    })
    fc.assert(
      fc.property(fc.oneof(arabic, fc.string({ unit: 'binary' })), (text) => {
        const folded = foldWithMap(text)
        expect(folded.map.length).toBe(folded.text.length + 1)
        expect(folded.map.at(-1)).toBe(text.length)
        expect([...folded.map].every((offset, i, all) => i === 0 || offset >= all[i - 1]!)).toBe(true)
        expect(fold(folded.text)).toBe(folded.text)
      }),
    )
  })
})

it('makes keys without stray spaces', () => {
  expect(foldKey('  عين   الأسد ')).toBe('عين الاسد')
})
