import { expect, it } from 'vitest'
import { decodeUtf8 } from './decode-utf8.ts'

it.each([
  ['سلام\r\n', 'سلام\r\n'],
  ['\ufeffسلام', 'سلام'],
  ['\ufeff\ufeffسلام', '\ufeffسلام'],
  ['س\ufeffلام', 'س\ufeffلام'],
  ['', ''],
])('%j comes back as %j', (text, decoded) => {
  expect(decodeUtf8(Buffer.from(text))).toBe(decoded)
})

it.each([
  ['windows-1256', Buffer.from([0xd3, 0xe1, 0xc7, 0xe3]), 'not-utf8', /WINDOWS-1256/u],
  ['a cut letter', Buffer.from('سلام').subarray(0, 7), 'not-utf8', /UTF-8/u],
  ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'not-utf8', /UTF-8/u],
  ['UTF-16', Buffer.from('\ufeffسلام', 'utf16le'), 'not-text', /iconv -f UTF-16/u],
  ['a PDF', Buffer.from('%PDF-1.7\n…'), 'not-text', /pdftotext/u],
  ['a Word file', Buffer.from('PK\u0003\u0004…'), 'not-text', /plain text/u],
  ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'not-text', /gunzip/u],
  ['zeros', Buffer.from('سلام\0'), 'not-text', /binary/u],
] as const)('%s is refused', (_, bytes, code, says) => {
  expect(() => decodeUtf8(bytes)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(says) }),
  )
})
