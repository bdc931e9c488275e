/**
 * Links between commitments of different articles, or of different sources of one article: what restates, amends,
 * contradicts or fulfils what. Newer → older, the same links whatever the order of the articles.
 */
import type { Deed, Span } from '../schema.ts'
import type { LinkedArticle, LinkedCommitment } from './article.ts'
import { compareCommitments, compareDeed, type Finding, type Side } from './compare.ts'
import { contentOf, wordsOf } from './content.ts'
import { Wholes } from './wholes.ts'

export interface Link extends Finding {
  /** A commitment, or for a deed the article that reports it. */
  from: string
  to: string
  /** Of both sides, the newer first. */
  evidence: [LinkEvidence, LinkEvidence]
}

interface LinkEvidence extends Span {
  article: string
}

/** The latest that share a debtor and a word: an undertaking is linked to what was said of it last. */
const NEAREST = 64

/**
 * The cost is linear in the commitments: each is compared only with the latest that share a debtor and a word of
 * the action with it.
 *
 * @example «تركيا ستسحب 400 جندي من معسكر بعشيقة في موعد أقصاه 30 حزيران» AMENDS «تعهدت تركيا بسحب 600 جندي من معسكر بعشيقة قبل نهاية آذار»
 */
export function findLinks(articles: Iterable<LinkedArticle>): Link[] {
  const sorted = [...articles].sort(inOrder)
  const wholes = new Wholes()
  for (const article of sorted) for (const [part, whole] of article.wholes) wholes.add(part, whole)
  const index = new Index(wholes)
  const links: Link[] = []
  for (const article of sorted) {
    for (const item of article.deeds) {
      const deed = sideOf(article, item)
      const found = index.near(item.actors, deed)
      links.push(...linksOf(found, (earlier) => compareDeed(deed, earlier, wholes), deed, article.id))
    }
    for (const item of [...article.commitments].sort(byPlace)) {
      const later = sideOf(article, item)
      const found = index.near(item.committers, later)
      links.push(...linksOf(found, (earlier) => compareCommitments(later, earlier, wholes), later, item.id))
      index.add(later)
    }
  }
  return unique(links)
}

/** By day, those without one first; of one day by id. */
const inOrder = (a: LinkedArticle, b: LinkedArticle): number =>
  compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id)

const byPlace = (a: LinkedCommitment, b: LinkedCommitment): number =>
  a.evidence.start - b.evidence.start || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sideOf = <T extends LinkedCommitment | Deed>({ id, published }: LinkedArticle, item: T): Side<T> => ({
  item,
  content: contentOf(item),
  article: id,
  published,
})

function linksOf(
  found: Iterable<Side<LinkedCommitment>>,
  look: (earlier: Side<LinkedCommitment>) => Finding | null,
  { item, article }: Side<LinkedCommitment | Deed>,
  from: string,
): Link[] {
  const links: Link[] = []
  for (const earlier of found) {
    const finding = look(earlier)
    if (finding)
      links.push({
        from,
        to: earlier.item.id,
        ...finding,
        evidence: [
          { article, ...item.evidence },
          { article: earlier.article, ...earlier.item.evidence },
        ],
      })
  }
  return links
}

/** An article that reports a deed twice fulfils once. */
const unique = (links: readonly Link[]): Link[] => {
  const first = new Map<string, Link>()
  for (const link of links) {
    const key = `${link.from} ${link.relation} ${link.to}`
    if (!first.has(key)) first.set(key, link)
  }
  return [...first].sort(([a], [b]) => compare(a, b)).map(([, link]) => link)
}

/** Commitments by debtor and word, in the order they were added. */
class Index {
  readonly #wholes: Wholes
  readonly #postings = new Map<string, Side<LinkedCommitment>[]>()

  constructor(wholes: Wholes) {
    this.#wholes = wholes
  }

  add(side: Side<LinkedCommitment>): void {
    for (const key of this.#keys(side.item.committers, side)) {
      const posting = this.#postings.get(key)
      if (!posting) this.#postings.set(key, [side])
      else if (posting.push(side) > 2 * NEAREST) posting.splice(0, NEAREST)
    }
  }

  near(actors: readonly string[], side: Side<LinkedCommitment | Deed>): Set<Side<LinkedCommitment>> {
    const found = new Set<Side<LinkedCommitment>>()
    for (const key of this.#keys(actors, side))
      for (const earlier of this.#postings.get(key)?.slice(-NEAREST) ?? []) found.add(earlier)
    return found
  }

  #keys(actors: readonly string[], { content }: Side<LinkedCommitment | Deed>): Set<string> {
    const keys = new Set<string>()
    for (const actor of actors)
      for (const whole of this.#wholes.above(actor))
        for (const word of wordsOf(content)) keys.add(`${whole} ${word}`)
    return keys
  }
}
