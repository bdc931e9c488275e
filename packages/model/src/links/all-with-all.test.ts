/** What is looked up by marks is all that there is: against comparing each with each, which looks nothing up. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LinkedArticle, LinkedCommitment } from './article.ts'
import { compareCommitments, compareDeed, type Side } from './compare.ts'
import { type Content, contentOf, mayBeSameAction } from './content.ts'
import { findLinks, NEAREST_LINKS } from './find-links.ts'
import { type LinkKeys, linkKeysOf } from './keys.ts'
import { Wholes } from './wholes.ts'

/** Some with letters of prepositions glued on, some of one stem, some that are a head elsewhere. */
const WORDS = ['القوات', 'بقوات', 'والقوات', 'المعسكر', 'لمعسكر', 'النفط', 'الحدود', 'جندي', 'سحب', 'نقل']
const HEADS = ['سحب', 'نقل', 'إلغاء سحب', 'تأجيل نقل', 'إلغاء', 'بدء', 'بناء']
const WHOLES = [
  ['actor:ministry', 'actor:Q43'],
  ['place:camp', 'place:province'],
  ['place:province', 'place:Q796'],
] as const

const arbitraryItem = fc.record({
  head: fc.constantFrom(...HEADS),
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
  actor: fc.constantFrom('actor:Q43', 'actor:ministry', 'actor:Q30'),
  places: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('place:camp', 'place:province', 'place:Q796', 'place:Q858'),
      role: fc.constantFrom('at' as const, 'from' as const, 'toward' as const),
    }),
    { maxLength: 2 },
  ),
  quantity: fc.option(
    fc.record({
      value: fc.constantFrom(400, 600),
      unit: fc.constantFrom('جندي', 'دولار', ''),
      approximate: fc.boolean(),
    }),
    { nil: undefined },
  ),
  eventClass: fc.constantFrom(undefined, 'RETREAT' as const, 'MOBILIZE' as const),
  negative: fc.boolean(),
})

const arbitraryArticles: fc.Arbitrary<LinkedArticle[]> = fc
  .array(fc.record({ items: fc.array(arbitraryItem, { maxLength: 3 }), deed: fc.option(arbitraryItem) }), {
    maxLength: 12,
  })
  .map((drafts) =>
    drafts.map(({ items, deed }, i): LinkedArticle => ({
      id: `article:${i + 10}`,
      published: `2025-03-${10 + i}`,
      wholes: WHOLES,
      commitments: items.map(({ head, words, actor, places, quantity, eventClass, negative }, k) => ({
        id: `commitment:${i + 10}-${k}`,
        kind: 'pledge',
        polarity: negative ? 'negative' : 'positive',
        action: { ar: [head, ...words].join(' ') },
        evidence: { start: k, end: k + 1, quote: 'ك' },
        committers: [actor],
        creditors: [],
        places,
        quantity,
        eventClass,
        begins: null,
        due: null,
        statedBy: [],
      })),
      deeds:
        deed === null
          ? []
          : [
              {
                evidence: { start: 0, end: 1, quote: 'ك' },
                action: { ar: [deed.head, ...deed.words].join(' ') },
                actors: [deed.actor],
                places: deed.places,
                quantity: deed.quantity,
                eventClass: deed.eventClass,
                on: null,
              },
            ],
    })),
  )

function comparingAll(articles: readonly LinkedArticle[]): string[] {
  const wholes = new Wholes()
  for (const [part, whole] of WHOLES) wholes.add(part, whole)
  const earlier: Side<LinkedCommitment>[] = []
  const links: string[] = []
  for (const article of articles) {
    const sideOf = <T extends LinkedCommitment | LinkedArticle['deeds'][number]>(item: T): Side<T> => {
      const { id, published } = article
      return {
        item,
        content: contentOf(item),
        article: id,
        published,
        evidence: { article: id, ...item.evidence },
      }
    }
    const nearest = (from: string, look: (side: Side<LinkedCommitment>) => string | undefined): void => {
      const found = earlier.toReversed().flatMap((side) => {
        const relation = says(side) ? look(side) : undefined
        return relation === undefined ? [] : [`${from} ${relation} ${side.item.id}`]
      })
      links.push(...found.slice(0, NEAREST_LINKS))
    }
    for (const deed of article.deeds.map(sideOf))
      if (says(deed)) nearest(article.id, (side) => compareDeed(deed, side, wholes)?.relation)
    for (const later of article.commitments.map(sideOf)) {
      if (says(later)) nearest(later.item.id, (side) => compareCommitments(later, side, wholes)?.relation)
      earlier.push(later)
    }
  }
  return links.sort()
}

/** «إلغاء» alone does not say of what. */
const says = ({ content: { heads } }: Side<unknown>): boolean => heads[0] !== undefined

it('finds what comparing each with each finds', () => {
  fc.assert(
    fc.property(arbitraryArticles, (articles) => {
      const found = findLinks(articles).map(({ from, relation, to }) => `${from} ${relation} ${to}`)
      expect(found.sort()).toEqual(comparingAll(articles))
    }),
    { numRuns: 2_000 },
  )
})

const finds = (a: LinkKeys, b: LinkKeys): boolean => a.sought.some((key) => b.kept.includes(key))

it('links only what is kept under a key that the other seeks and may be the same action by its words', () => {
  fc.assert(
    fc.property(arbitraryArticles, (articles) => {
      const wholes = new Wholes()
      for (const [part, whole] of WHOLES) wholes.add(part, whole)
      const sidesOf = (id: string): { content: Content; keys: LinkKeys }[] =>
        articles
          .flatMap(({ id: article, commitments, deeds }) => [
            ...commitments.map((item) => ({ item, from: item.id, actors: item.committers })),
            ...deeds.map((item) => ({ item, from: article, actors: item.actors })),
          ])
          .filter(({ from }) => from === id)
          .map(({ item, actors }) => {
            const content = contentOf(item)
            return { content, keys: linkKeysOf(actors, content, wholes) }
          })
      for (const { from, to } of findLinks(articles)) {
        const [earlier] = sidesOf(to)
        const isFound = sidesOf(from).some(
          ({ content, keys }) =>
            finds(keys, earlier!.keys) &&
            finds(earlier!.keys, keys) &&
            mayBeSameAction(content, earlier!.content),
        )
        expect({ from, to, isFound }).toEqual({ from, to, isFound: true })
      }
    }),
    { numRuns: 2_000 },
  )
})
