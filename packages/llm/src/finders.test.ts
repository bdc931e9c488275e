import { describe, expect, it } from 'vitest'
import { read, TEXT } from '../test/articles.ts'
import { DateFinder } from './date-finder.ts'
import { EntityFinder } from './entity-finder.ts'
import { QuoteFinder } from './quote-finder.ts'

const wordsOf = (text: string, words: string) =>
  new QuoteFinder(text, { start: 0, end: text.length }).find(words)[0]!

const AGREED = `أعلن رئيس الوزراء العراقي محمد شياع السوداني أن بلاده وتركيا اتفقتا على استئناف التصدير.
واتفق الجانبان على تشكيل لجنة. وقال ممثل شركة نفط الضفاف الجنوبية إن الشركة ستلتزم.
`

describe('whom words stand for', () => {
  it.each([
    ['قطر', 'actor', ['actor:Q846']],
    ['كتائب النصر', 'actor', ['كتائب النصر']],
    // Found as a place or by its preposition as an actor: the state is the state.
    ['لبنان', 'actor', ['actor:Q822']],
    ['غزة', 'place', ['place:Q47492']],
    ['غزة', 'actor', []],
    ['القصف', 'actor', []],
    ['أن تعيد الأسرى', 'actor', []],
  ] as const)('%s as %s', (words, kind, expected) => {
    const found = new EntityFinder(read()).at(wordsOf(TEXT, words), kind)
    expect(
      found.map(({ entity }) => (expected.some((id) => id === entity.id) ? entity.id : entity.name.ar)),
    ).toEqual(expected)
    expect(found.every(({ isNew }) => !isNew)).toBe(true)
  })

  it.each([
    ['محمد شياع السوداني', ['محمد شياع السوداني']],
    ['رئيس الوزراء العراقي محمد شياع السوداني', ['محمد شياع السوداني']],
    ['الجانبان', ['العراق', 'تركيا']],
    ['وتركيا', ['تركيا']],
  ])('%s', (words, names) => {
    const found = new EntityFinder(read(AGREED)).at(wordsOf(AGREED, words), 'actor')
    expect(found.map(({ entity }) => entity.name.ar).sort()).toEqual([...names].sort())
  })

  it('reads names that the rules passed over by the rules own readers, and makes nobody up', () => {
    const graph = read()
    const blind = { ...graph, entities: [], triples: [] }
    const finder = new EntityFinder(blind)
    const [militia] = finder.at(wordsOf(TEXT, 'كتائب النصر'), 'actor')
    expect(militia).toMatchObject({
      isNew: true,
      entity: { type: 'ArmedGroup', name: { ar: 'كتائب النصر' } },
    })
    expect(militia!.entity.id).toBe(graph.entities.find(({ name }) => name.ar === 'كتائب النصر')!.id)
    expect(finder.at(wordsOf(TEXT, 'القصف'), 'actor')).toEqual([])
    expect(finder.at(wordsOf(TEXT, 'أن تعيد الأسرى إلى غزة'), 'actor')).toEqual([])
  })
})

describe('when words are', () => {
  it.each([
    ['قبل نهاية 2025', 'due', { from: null, until: '2026-01-01' }],
    ['نهاية 2025', 'due', { from: null, until: '2026-01-01' }],
    ['قبل 5 أيار 2025', 'due', { from: null, until: '2025-05-05' }],
    ['القصف', 'due', null],
    ['إن توقف القصف', 'begins', null],
  ] as const)('%s, as what is %s', (words, edge, interval) => {
    expect(new DateFinder(read()).at(wordsOf(TEXT, words), edge)?.interval ?? null).toEqual(interval)
  })

  it.each([
    ['بعد شهر رمضان 1446', 'begins', '2025-03-30'],
    ['اعتباراً من الأول من أيار', 'begins', '2025-05-01'],
  ] as const)('%s', (words, edge, from) => {
    const text = `تعهدت قطر بتقديم مساعدات ${words}.`
    expect(new DateFinder(read(text)).at(wordsOf(text, words), edge)?.interval.from).toBe(from)
  })

  it('reads words that only a reader of the sentence takes for a date', () => {
    const text = 'قال إن آذار هو الموعد.'
    const graph = { ...read(text), dates: [] }
    const bound = new DateFinder(graph).at(wordsOf(text, 'آذار'), 'due')!
    expect(bound.interval).toEqual({ from: '2025-03-01', until: '2025-04-01' })
    expect(text.slice(bound.mention.start, bound.mention.end)).toBe(bound.mention.quote)
  })
})
