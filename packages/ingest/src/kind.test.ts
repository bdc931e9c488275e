import { expect, it } from 'vitest'
import { kindOfBytes, kindOfText } from './kind.ts'

it.each([
  ['تعهدت قطر', 'text'],
  ['<< أعلن العراق >> أنه', 'text'],
  ['[وكالات] أعلن', 'text'],
  ['<العراق>', 'text'],
  ['\n<!DOCTYPE html><p>', 'html'],
  ['<!-- saved from url=(0014)about:internet -->\n<html>', 'html'],
  ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="x">', 'html'],
  ['<div class="x">نص', 'html'],
  ['<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="x"?><!-- x --><rss version="2.0">', 'feed'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
  ['<rdf:RDF xmlns:rdf="x">', 'feed'],
  ['<!DOCTYPE rss [<!ENTITY a "b">]><rss>', 'feed'],
  ['  {"text":"x"}', 'lines'],
  ['[{"text":"x"}]', 'list'],
  ['[]', 'list'],
  [
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"',
    'mhtml',
  ],
  ['قال: Content-Type: multipart/related', 'text'],
])('%j is %s', (text, kind) => {
  expect(kindOfText(text)).toBe(kind)
})

it.each([
  ['%PDF-1.7', 'pdf'],
  ['\n\n%PDF-1.4', 'pdf'],
  ['PK\u0003\u0004', 'docx'],
  ['نص عن %PDF', undefined],
])('%j is %s', (text, kind) => {
  expect(kindOfBytes(Buffer.from(text))).toBe(kind)
})

it.each([
  ['\u00d0\u00cf\u0011\u00e0', /old Word/u],
  ['{\\rtf1', /RTF/u],
  ['\u001f\u008b\u0008', /gunzip/u],
  ['\u0089PNG', /tesseract/u],
])('%j is refused', (start, says) => {
  expect(() => kindOfBytes(Buffer.from(start, 'latin1'))).toThrow(says)
})
