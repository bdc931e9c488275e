import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { readDocx } from './read-docx.ts'

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const body = (xml: string): Uint8Array =>
  utf8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`,
  )
const withBody = (xml: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': utf8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': xml,
    ...more,
  })

describe('readDocx', () => {
  it('reads paragraphs, line breaks and tables as they stand', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        footnotes: { 1: { children: [new Paragraph('حاشية')] } },
        sections: [
          {
            children: [
              new Paragraph({
                bidirectional: true,
                children: [new TextRun({ text: 'قطر تتعهد', bold: true, rightToLeft: true })],
              }),
              new Paragraph({
                children: [
                  new TextRun('تعهّدت قطر بتقديم '),
                  new TextRun({ text: '50 مليون', italics: true }),
                  new TextRun(' دولار.'),
                  new FootnoteReferenceRun(1),
                ],
              }),
              new Paragraph(''),
              new Paragraph({ children: [new TextRun('أولاً:'), new TextRun({ break: 1, text: 'ثانياً.' })] }),
              new Table({ rows: [new TableRow({ children: [cell('الطول'), cell('320 كلم')] })] }),
            ],
          },
        ],
      }),
    )
    expect(await readDocument(bytes)).toEqual([
      { record: { text: 'قطر تتعهد\nتعهّدت قطر بتقديم 50 مليون دولار.\nأولاً:\nثانياً.\nالطول\n320 كلم' } },
    ])
  })

  it.each<[string, Uint8Array, string]>([
    ['a bomb', withBody(body(' '.repeat(40 * 1024 * 1024))), 'too-large'],
    [
      'a bomb beside the text',
      withBody(body('<w:p/>'), { 'word/styles.xml': utf8(' '.repeat(40 * 1024 * 1024)) }),
      'too-large',
    ],
    [
      'too many parts',
      withBody(
        body(''),
        Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`word/${i}.bin`, new Uint8Array(1)])),
      ),
      'too-large',
    ],
    ['a zip of something else', zipSync({ 'a.txt': utf8('سلام') }), 'not-text'],
    ['half a file', withBody(body('<w:p/>')).subarray(0, 200), 'broken-docx'],
    ['no XML', withBody(utf8('نص')), 'broken-docx'],
    ['elements too deep', withBody(body('<w:p>'.repeat(100_000))), 'broken-docx'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readDocx(bytes)).rejects.toMatchObject({ code })
  })

  it('does not believe a size that lies', async () => {
    const bytes = withBody(body(`<w:p><w:r><w:t>${' '.repeat(20 * 1024 * 1024)}</w:t></w:r></w:p>`))
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // Both headers of word/document.xml say: ten bytes.
    for (let at = 0; at < bytes.length - 4; at++) {
      const signature = view.getUint32(at, true)
      if (signature === 0x04034b50) view.setUint32(at + 22, 10, true)
      if (signature === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    const before = process.memoryUsage().rss
    await expect(readDocx(bytes)).rejects.toMatchObject({ code: 'broken-docx' })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('neither expands entities nor reads what they name', async () => {
    const xml = new TextDecoder().decode(body('<w:p><w:r><w:t>&a;نص</w:t></w:r></w:p>'))
    const bytes = withBody(utf8(`<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>${xml}`))
    const read = await readDocx(bytes).catch((error: { code: string }) => error.code)
    expect(read).toMatch(/^(?:broken-docx|&a;نص)$/u)
  })
})
