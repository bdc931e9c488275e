import { expect, it } from 'vitest'
import { escapeXml } from './escape-xml.ts'

it.each([
  ['العراق وتركيا', 'العراق وتركيا'],
  ['<img src=x onerror="alert(1)">', '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'],
  ["]]></text><script>'&", ']]&gt;&lt;/text&gt;&lt;script&gt;&#39;&amp;'],
  ['a\u0000\u0008b', 'ab'],
])('%s', (text, expected) => {
  expect(escapeXml(text)).toBe(expected)
})
