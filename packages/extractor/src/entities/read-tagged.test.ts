import { expect, test } from 'vitest'
import { extract } from '../extract.ts'

const taggedIn = (text: string): string[] =>
  extract({ text, published: '2025-03-10' }).entities.flatMap(({ type, mentions }) =>
    mentions.filter(({ rule }) => rule === 'tagged-name').map(({ quote }) => `${type} ${quote}`),
  )

test('what a registry knows is that, inside a title too', () => {
  const { entities } = extract({ text: 'وقال الأمين العام لحزب الله السيد حسن نصر الله إن الهدنة قائمة.' })
  expect(entities.find(({ name }) => name.ar === 'حزب الله')).toMatchObject({ id: 'actor:Q41053' })
})

test.each<[text: string, found: string[]]>([
  ['وصرح لوتشيو برانزيني الكاتب العام للنقابة أن الإضراب مستمر.', ['Person لوتشيو برانزيني']],
  ['من جهته، قال يوهانس غراندفيك إن بلاده ستسافر.', ['Person يوهانس غراندفيك']],
  // What rules and registries read stays theirs.
  ['وصل الرئيس الأميركي دونالد ترامب إلى الرياض.', []],
  // A month, an everyday word, a noun with tanwin.
  ['يجتمع الوزراء في الأول من نيسان 2025.', []],
  ['وأكد أن مئتا موظف سيعودون إلى العمل.', []],
  ['وتابع الفريق العمل ميدانياً طوال اليوم.', []],
])('%s', (text, found) => expect(taggedIn(text)).toEqual(found))
