/** Articles that are linked together, and what has been found of them so far. */
import {
  findLinks,
  linkContentOf,
  type LinkContent,
  type LinkedArticle,
  type LinkKeys,
  linkKeysOf,
  NEAREST_LINKS,
  Wholes,
} from '@mithaq/model'
import { type Drawn, falling, nearest, placed, type Position } from './draw-links.ts'
import type { Candidates } from './find-candidates.ts'
import { groupBy } from './group-by.ts'

/** What may be linked of an article: a commitment, or a deed. */
export interface LinkSide {
  label: 'Commitment' | 'Article'
  /** Where its links start. */
  source: string
  content: LinkContent
  keys: LinkKeys
  position: Position
}

type Ties = LinkedArticle['wholes']

export class LinkBatch {
  readonly articles: readonly LinkedArticle[]
  /** The ids of the articles and of their commitments. */
  readonly own: ReadonlySet<string>
  readonly sides: readonly LinkSide[]
  /** Links that start in these, by where: the nearest of those that have been found. */
  readonly links = new Map<string, readonly Drawn[]>()
  readonly #ties: Ties

  /** @param ties who belongs to whom, of all that the articles speak of */
  constructor(articles: readonly LinkedArticle[], ties: Ties) {
    this.articles = articles
    this.#ties = ties
    this.own = new Set(articles.flatMap(({ id, commitments }) => [id, ...commitments.map((each) => each.id)]))
    const wholes = new Wholes()
    for (const [part, whole] of ties) wholes.add(part, whole)
    this.sides = articles.flatMap((article) => sidesOf(article, wholes))
    this.compare({ others: [], near: this.own }, [])
  }

  /**
   * Compare some of the articles with others.
   *
   * @param near which of them, by id
   * @param ties who belongs to whom, of all that the others speak of
   * @returns the links that start in the others, by where
   */
  compare({ others, near }: Candidates, ties: Ties): Map<string, Drawn[]> {
    const all = [...this.articles.filter(({ id }) => near.has(id)), ...others]
    const told = { id: '', published: null, commitments: [], deeds: [], wholes: [...this.#ties, ...ties] }
    const days = new Map(all.map(({ id, published }) => [id, published]))
    const found = groupBy(placed(findLinks([told, ...all], near), days), ({ from }) => from)
    for (const [from, links] of found) {
      if (!this.own.has(from)) continue
      this.links.set(from, nearest([...(this.links.get(from) ?? []), ...links]))
      found.delete(from)
    }
    return found
  }

  /**
   * Whether there may be a link between a side and another. The earlier of the two must be nearer than all links of the later
   * one if that has as many as it may have.
   *
   * @param farthest where these of the other end
   */
  isOpen({ source, label, position }: LinkSide, other: Position, farthest: Position | undefined): boolean {
    const isEarlier = falling(position, other) > 0
    if (isEarlier) return label === 'Commitment' && isNearer(position, farthest)
    return isNearer(other, this.links.get(source)?.[NEAREST_LINKS - 1])
  }
}

const isNearer = (position: Position, farthest: Position | undefined): boolean =>
  !farthest || falling(position, farthest) < 0

function sidesOf({ id, published, commitments, deeds }: LinkedArticle, wholes: Wholes): LinkSide[] {
  const at = { published, article: id }
  return [
    ...commitments.map((item): LinkSide => {
      const content = linkContentOf(item)
      const keys = linkKeysOf(item.committers, content, wholes)
      const position = { ...at, start: item.evidence.start, to: item.id }
      return { label: 'Commitment', source: item.id, content, keys, position }
    }),
    ...deeds.map((deed): LinkSide => {
      const content = linkContentOf(deed)
      // A deed stands before all that its article undertakes.
      const position = { ...at, start: -1, to: '' }
      return {
        label: 'Article',
        source: id,
        content,
        keys: linkKeysOf(deed.actors, content, wholes),
        position,
      }
    }),
  ]
}
