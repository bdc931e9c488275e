import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeAs } from '../test/encode-as.ts'
import { declaredIn, decodeText } from './decode.ts'

const NEWS = 'تعهّدت قطر، «مجدداً»، بتقديم 50 مليوناً إلى لبنان.\r\nوقالت…'

describe('decodeText', () => {
  it.each<[string, Buffer, string, string]>([
    ['UTF-8', Buffer.from(NEWS), NEWS, 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${NEWS}`), NEWS, 'utf-8'],
    ['a second mark is text', Buffer.from('\ufeff\ufeffسلام'), '\ufeffسلام', 'utf-8'],
    ['a mark within is text', Buffer.from('س\ufeffلام'), 'س\ufeffلام', 'utf-8'],
    ['nothing', Buffer.from(''), '', 'utf-8'],
    ['UTF-16LE with its mark', Buffer.from(`\ufeff${NEWS}`, 'utf16le'), NEWS, 'utf-16le'],
    ['UTF-16BE with its mark', Buffer.from(`\ufeff${NEWS}`, 'utf16le').swap16(), NEWS, 'utf-16be'],
    ['UTF-16LE without', Buffer.from(NEWS, 'utf16le'), NEWS, 'utf-16le'],
    ['UTF-16BE without', Buffer.from(NEWS, 'utf16le').swap16(), NEWS, 'utf-16be'],
    ['Windows-1256', encodeAs('windows-1256', NEWS), NEWS, 'windows-1256'],
    ['Windows-1256, one word', encodeAs('windows-1256', 'سلام'), 'سلام', 'windows-1256'],
    [
      'ISO 8859-6',
      encodeAs('iso-8859-6', 'وقالت الوزارة إن العراق ملتزم.'),
      'وقالت الوزارة إن العراق ملتزم.',
      'iso-8859-6',
    ],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })

  it.each<[string, Buffer, string, RegExp]>([
    ['UTF-8 cut in a letter', Buffer.from('قال\nسلام').subarray(0, -1), 'broken-utf8', /line 2/u],
    [
      'UTF-8 with a byte gone',
      Buffer.concat([Buffer.from('سلام'), Buffer.from([0xd8]), Buffer.from('سلام')]),
      'broken-utf8',
      /line 1/u,
    ],
    ['zeros', Buffer.from('سلام\0'), 'not-text', /binary/u],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'unknown-encoding', /--encoding/u],
    [
      'Latin',
      Buffer.from('d\u00e9j\u00e0 vu \u00e0 \u00e9t\u00e9', 'latin1'),
      'unknown-encoding',
      /--encoding/u,
    ],
    [
      'one stray byte',
      Buffer.concat([Buffer.from('{"text":"\\u0627"'), Buffer.from([0xc7])]),
      'unknown-encoding',
      /iconv/u,
    ],
    [
      'UTF-16 cut in a letter',
      Buffer.from('\ufeffسلام', 'utf16le').subarray(0, -1),
      'unknown-encoding',
      /utf-16le/u,
    ],
  ])('%s is refused', (_, bytes, code, says) => {
    expect(() => decodeText(bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(says) }),
    )
  })

  it('takes the user at their word, and a page only where the bytes allow', () => {
    const old = encodeAs('iso-8859-6', 'قال')
    expect(decodeText(old, { encoding: 'windows-1256' }).text).not.toBe('قال')
    expect(decodeText(old, { declared: 'iso-8859-6' }).text).toBe('قال')
    expect(decodeText(Buffer.from('قال'), { declared: 'windows-1256' })).toEqual({
      text: 'قال',
      encoding: 'utf-8',
    })
    // Servers name Latin by default.
    expect(decodeText(encodeAs('windows-1256', NEWS), { declared: 'iso-8859-1' }).text).toBe(NEWS)
    expect(() => decodeText(old, { encoding: 'utf-8' })).toThrow('not utf-8')
    expect(() => decodeText(old, { encoding: 'klingon' })).toThrow('no encoding is called klingon')
  })

  it('tells the old encodings apart in every headline of the examples', () => {
    const examples = new URL('../../../examples/', import.meta.url)
    const lines = readdirSync(examples)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) =>
        readFileSync(new URL(name, examples), 'utf8')
          .split('\n')
          .filter((line) => line.length > 30),
      )
    for (const encoding of ['windows-1256', 'iso-8859-6']) {
      const wrong = lines.filter((line) => decodeText(encodeAs(encoding, line)).encoding !== encoding)
      expect(wrong).toEqual([])
    }
    expect(lines.length).toBeGreaterThan(200)
  })
})

it.each([
  ['<meta charset=windows-1256>', 'windows-1256'],
  ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-6">', 'iso-8859-6'],
  ['<?xml version="1.0" encoding="windows-1256"?><rss/>', 'windows-1256'],
  ['<p>charset=utf-7', undefined],
])('%s declares %s', (head, declared) => {
  expect(declaredIn(Buffer.from(head))).toBe(declared)
})
