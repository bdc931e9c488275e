import { expect, it } from 'vitest'
import { plain } from './plain.ts'

it.each([
  ['تعهد العراق', 'تعهد العراق'],
  ['\u001b[31mأحمر\u001b[0m', 'أحمر'],
  ['\u001b]0;عنوان\u0007نص', 'نص'],
  ['\u001b]8;;https://example.org\u0007هنا\u001b]8;;\u0007', 'هنا'],
  ['\u009b2Jنص', 'نص'],
  ['سطر\r\nآخر\tو', 'سطر آخر و'],
  ['\u202eقلب\u202c \u2067عزل\u2069', 'قلب عزل'],
  ['بيب\u0007\u0008\u007f', 'بيب'],
])('%j is shown as %j', (text, shown) => {
  expect(plain(text)).toBe(shown)
})
