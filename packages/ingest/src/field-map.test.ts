import { expect, it } from 'vitest'
import { mapFields, parseFieldMap } from './field-map.ts'

const TEXT = 'تعهدت قطر بتقديم مساعدات.'

it.each<[string, object, object]>([
  [
    'text=body,published=date',
    { body: TEXT, date: '2025-03-01T10:00:00+03:00' },
    { text: TEXT, published: '2025-03-01' },
  ],
  [
    'text=a.b.c,published=meta.at',
    { a: { b: { c: TEXT } }, meta: { at: 1764633600 } },
    { text: TEXT, published: '2025-12-02' },
  ],
  ['text=body', { body: TEXT, title: 'عنوان', id: 7, other: 1 }, { text: TEXT, title: 'عنوان', id: '7' }],
  ['text=body', { text: 'غيره', body: TEXT }, { text: TEXT }],
  ['text=paragraphs', { paragraphs: ['أول', 2, 'ثان'] }, { text: 'أول\nثان' }],
  ['html=content', { content: `<p>${TEXT}</p><p>ثان</p>`, title: null }, { text: `${TEXT}\nثان` }],
  ['title=headline', { text: TEXT, headline: 'عنوان' }, { text: TEXT, title: 'عنوان' }],
  [
    'text=b, url = link',
    { b: TEXT, link: 'https://a.example/?x=1' },
    { text: TEXT, url: 'https://a.example/?x=1' },
  ],
])('%s of %j', async (map, record, mapped) => {
  expect(await mapFields(record, parseFieldMap(map))).toEqual(mapped)
})

it.each<[string, object, string, RegExp]>([
  ['text=body', { content: TEXT, lang: 'ar' }, 'unmapped', /no text at body; the record has content, lang/u],
  ['text=constructor.name', {}, 'unmapped', /no fields/u],
  ['text=__proto__.x', { a: 1 }, 'unmapped', /no text/u],
  ['published=date', { text: TEXT, date: '03/04/2025' }, 'wrong-day', /03\/04\/2025/u],
])('%s of %j is refused', async (map, record, code, says) => {
  await expect(mapFields(record, parseFieldMap(map))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(says),
  })
})

it.each(['', 'body', 'text=', '=body', 'body=text', 'text=a,text=b', 'text=a,,url=b'])(
  '%j is no map',
  (map) => {
    expect(() => parseFieldMap(map)).toThrow(expect.objectContaining({ code: 'wrong-map' }))
  },
)
