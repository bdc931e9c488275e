import { expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const PLEDGE = 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025، بحسب بيان لمجلس الوزراء في الدوحة.'

const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 0x80 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`,
    )
    .join('')
    .replace(/.{60}(?==)/gu, '$&=\r\n')

it('reads a page that a browser saved as one file', async () => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>قطر</title></head><body><article><p>${PLEDGE}</p></article></body></html>`
  const file = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://marsa.example/news/1',
    'Subject: page',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----x"',
    '',
    '------x',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted(page),
    '------x',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------x--',
    '',
  ].join('\r\n')
  expect(await readDocument(Buffer.from(file))).toEqual([
    { record: { title: 'قطر', url: 'https://marsa.example/news/1', text: PLEDGE } },
  ])
  const without = file.replaceAll('text/html', 'text/css')
  await expect(readDocument(Buffer.from(without))).rejects.toMatchObject({ code: 'no-article' })
})
