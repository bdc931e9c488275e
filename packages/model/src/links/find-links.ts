/**
 * Links between commitments of different articles, or of different sources of one article: what restates, amends,
 * contradicts or fulfils what. Newer → older, the same links whatever the order of the articles.
 */
import type { Deed } from '../schema.ts'
import type { LinkedArticle, LinkedCommitment } from './article.ts'
import { compareCommitments, compareDeed, type Finding, type LinkEvidence, type Side } from './compare.ts'
import { compareText } from '../compare-text.ts'
import { contentOf } from './content.ts'
import { SideIndex } from './side-index.ts'
import { Wholes } from './wholes.ts'

export interface Link extends Finding {
  /** A commitment, or for a deed the article that reports it. */
  from: string
  to: string
  /** Of both sides, the newer first. */
  evidence: [LinkEvidence, LinkEvidence]
}

/** An undertaking is linked to what was said of it last; one that is repeated every day is not tied to all of its past. */
export const NEAREST_LINKS = 32

/**
 * Each commitment and deed is compared with the earlier ones that share a debtor and a topic with it, the latest
 * first, until it has as many links as it may have.
 *
 * @param touching only links with an end in one of these articles; of those that start in another, others that the
 *   same commitment has are not counted. What one of these articles may be linked to must be among `articles`.
 * @example «تركيا ستسحب 400 جندي من معسكر بعشيقة في موعد أقصاه 30 حزيران» AMENDS «تعهدت تركيا بسحب 600 جندي من معسكر بعشيقة قبل نهاية آذار»
 */
export function findLinks(articles: Iterable<LinkedArticle>, touching?: ReadonlySet<string>): Link[] {
  const sorted = [...articles].sort(inOrder)
  const wholes = new Wholes()
  for (const article of sorted) for (const [part, whole] of article.wholes) wholes.add(part, whole)
  const [all, touched] = [new SideIndex(wholes), new SideIndex(wholes)]
  const links: Link[] = []
  for (const article of sorted) {
    const isTouched = touching?.has(article.id) ?? true
    const index = isTouched ? all : touched
    links.push(...deedLinks(article, index, wholes))
    for (const item of [...article.commitments].sort(byPlace)) {
      const later = sideOf(article, item)
      const look = (earlier: Side<LinkedCommitment>): Finding | null =>
        compareCommitments(later, earlier, wholes)
      links.push(...linksOf(index.latest(item.committers, later), look, later, item.id))
      all.add(later)
      if (touching && isTouched) touched.add(later)
    }
  }
  return links.sort(
    (a, b) => compareText(a.from, b.from) || compareText(a.relation, b.relation) || compareText(a.to, b.to),
  )
}

/** By day, those without one first; of one day by id. */
const inOrder = (a: LinkedArticle, b: LinkedArticle): number =>
  compareText(a.published ?? '', b.published ?? '') || compareText(a.id, b.id)

const byPlace = (a: LinkedCommitment, b: LinkedCommitment): number =>
  a.evidence.start - b.evidence.start || compareText(a.id, b.id)

function sideOf<T extends LinkedCommitment | Deed>({ id, published }: LinkedArticle, item: T): Side<T> {
  return {
    item,
    content: contentOf(item),
    article: id,
    published,
    evidence: { article: id, ...item.evidence },
  }
}

/** An article that reports a deed twice fulfils once, by the words that come first. */
function deedLinks(article: LinkedArticle, index: SideIndex, wholes: Wholes): Link[] {
  const deeds = article.deeds.map((deed) => sideOf(article, deed))
  const found = index.latestOfAny(deeds.map((deed) => [deed.item.actors, deed]))
  const links: Link[] = []
  for (const earlier of found) {
    for (const deed of deeds) {
      const [link] = linksOf([earlier], () => compareDeed(deed, earlier, wholes), deed, article.id)
      if (!link) continue
      links.push(link)
      break
    }
    if (links.length === NEAREST_LINKS) break
  }
  return links
}

function linksOf(
  found: Iterable<Side<LinkedCommitment>>,
  look: (earlier: Side<LinkedCommitment>) => Finding | null,
  { evidence }: Side<LinkedCommitment | Deed>,
  from: string,
): Link[] {
  const links: Link[] = []
  for (const earlier of found) {
    const finding = look(earlier)
    if (!finding) continue
    links.push({ from, to: earlier.item.id, ...finding, evidence: [evidence, earlier.evidence] })
    if (links.length === NEAREST_LINKS) break
  }
  return links
}
