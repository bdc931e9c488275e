import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { entityNamed } from './entity-named.ts'

const TEXT = 'خبر'

describe('a name by itself', () => {
  it.each([
    ['العراق', 'actor', 'actor:Q796'],
    ['ولبنان', 'actor', 'actor:Q822'],
    ['العراق', 'place', 'place:Q796'],
    ['بغداد', 'place', 'place:Q1530'],
    ['وزير الخارجية', 'place', undefined],
    ['ميناء جيهان', 'actor', undefined],
    ['الجانبان', 'actor', undefined],
    ['هذا ليس اسماً', 'actor', undefined],
    ['اجتماع مغلق عقد أمس في العراق', 'actor', undefined],
    ['<script>alert(1)</script>', 'actor', undefined],
    ['', 'actor', undefined],
  ] as const)('%s as %s is %s', (words, kind, id) => {
    expect(entityNamed(words, kind, TEXT)?.id).toBe(id)
  })

  it('of more words than a name has is none', () => {
    expect(entityNamed('قطر '.repeat(80), 'actor', TEXT)).toBeUndefined()
  })

  it.each([
    ['وزير الخارجية التركي هاكان فيدان', 'Person', 'هاكان فيدان'],
    ['كتائب النصر', 'ArmedGroup', 'كتائب النصر'],
    ['وزارة النفط', 'Government', 'وزارة النفط'],
  ])('%s is a %s', (words, type, name) => {
    expect(entityNamed(words, 'actor', TEXT)).toMatchObject({ type, name: { ar: name }, mentions: [] })
  })

  it('who is spoken of in passing is somebody else in every article, as in the article itself', () => {
    const article = 'تعهد المسلحون بتسليم الجثة إلى الصليب الأحمر.'
    const own = extract({ text: article }).commitments[0]!.committers[0]
    expect(entityNamed('المسلحون', 'actor', article)!.id).toBe(own)
    expect(entityNamed('المسلحون', 'actor', TEXT)!.id).not.toBe(own)
  })
})
