import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../test/write-pdf.ts'
import { readDocument } from '../read-document.ts'
import { readPdf } from './read-pdf.ts'

const page = (number: string, ...lines: string[]): string[][] => [
  ['جريدة المرسى'],
  [],
  ...lines.map((line) => [line]),
  [],
  [number],
]

describe('readPdf', () => {
  it('reads what a browser prints: letter by letter, as seen, in their joined shapes', async () => {
    const bytes = readFileSync(new URL('../../test/pages/printed.pdf', import.meta.url))
    expect(await readDocument(bytes)).toEqual([
      {
        record: {
          text: [
            'قطر تتعهد بدعم لبنان',
            'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025، بحسب «وكالة الضفاف».',
            'قال الوزير إن بلاده لا تقبل أي تأجيل آخر، وإن الاجتماع المقبل سيعقد في بغداد يوم الثلاثاء 14 كانون الثاني/يناير (2025) على أن تتسلم اللجنة الجداول كاملة قبل ذلك بأسبوع واحد على الأقل.',
            'وأضاف أنّ الاتفاق لا يُلزم أحداً.',
            'وقال دونالد سميث (Donald Smith) إن NATO ستبقى.',
          ].join('\n'),
        },
      },
    ])
  })

  it('reads shaped text with ligatures, several pieces a line', async () => {
    const bytes = await writePdf([
      [
        ['قال الوزير إن بلاده لا تقبل أي تأجيل', ' 2026 ', 'إلى ما بعد عام'],
        ['وإن الاجتماع المقبل سيعقد في الأول من آذار'],
        [],
        ['ولا يلزم الاتفاق أحداً', ' (UNIFIL) ', 'بحسب القوة'],
      ],
    ])
    expect(await readPdf(bytes)).toBe(
      [
        'قال الوزير إن بلاده لا تقبل أي تأجيل 2026 إلى ما بعد عام وإن الاجتماع المقبل سيعقد في الأول من آذار',
        'ولا يلزم الاتفاق أحداً (UNIFIL) بحسب القوة',
      ].join('\n'),
    )
  })

  it('leaves running heads and page numbers out, and goes on over the page', async () => {
    const bytes = await writePdf([
      page('1', 'تعهدت قطر بتقديم'),
      page('2', 'مساعدات إلى لبنان'),
      page('3', 'قبل نهاية العام'),
    ])
    expect(await readPdf(bytes)).toBe('تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية العام')
  })

  it.each<[string, () => Promise<Buffer>, string]>([
    ['a scan', () => writePdf([[]]), 'no-article'],
    ['a locked file', () => writePdf([[['سلام']]], { userPassword: 'x' }), 'locked-pdf'],
    ['half a header', () => Promise.resolve(Buffer.from('%PDF-1.7')), 'broken-pdf'],
    [
      'noise',
      () => Promise.resolve(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 7)])),
      'broken-pdf',
    ],
    ['too many pages', () => writePdf(Array.from({ length: 501 }, () => [])), 'too-large'],
  ])('%s is refused', async (_, make, code) => {
    await expect(readPdf(await make())).rejects.toMatchObject({ code })
  })
})
