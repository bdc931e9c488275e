import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 as inJavaScript } from './in-javascript.ts'
import { sha256 as inNode } from './in-node.ts'

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j', (text, hex) => {
    expect(inNode(text)).toBe(hex)
    expect(inJavaScript(text)).toBe(hex)
  })

  it.each([['تعهدت قطر'], ['نصف حرف \ud800 وحده'], ['\udc00'], ['😀'.repeat(300)], ['\u0000']])(
    'is the same in Node and in a browser: %j',
    (text) => expect(inNode(text)).toBe(inJavaScript(text)),
  )

  it('is the same for any text, halves of letters among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inNode(text)).toBe(inJavaScript(text))
      }),
    )
  })
})
