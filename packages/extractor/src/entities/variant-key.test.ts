import { expect, it } from 'vitest'
import { isMisspelling, variantKey } from './variant-key.ts'

it.each([
  ['كيريل بيتكوف', 'كيرل بتكوف'],
  ['مارك تونير', 'مارك تونر'],
  ['فيليب هاموند', 'فيليب هامند'],
  ['بوريس تاديتش', 'بوريس تادتش'],
])('takes %s and %s for one', (one, other) => {
  expect(variantKey(one)).toBe(variantKey(other))
})

it.each([
  ['محمد سالم', 'محمد سليم'],
  ['أحمد حسن', 'أحمد حسين'],
  ['علي الشامي', 'علي الشمي'],
  ['مارك تونر', 'مارك تورنر'],
])('keeps %s and %s apart', (one, other) => {
  expect(variantKey(one)).not.toBe(variantKey(other))
})

it.each([
  ['ستيفان برونشتاين', 'ستيفان برونشتين', true],
  ['ستيفان برونشتاين', 'ستيفان برونشتايم', true],
  ['محمد سالم', 'محمد سليم', false],
  ['مارك تونر', 'جون تونر', false],
])('sees that %s and %s differ by a letter: %s', (one, other, expected) => {
  expect(isMisspelling(one, other)).toBe(expected)
})
