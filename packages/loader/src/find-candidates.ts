/** What articles may be linked with, asked of the graph by the keys of their sides and read a page at a time. */
import {
  type Deed,
  linkContentOf,
  type LinkedArticle,
  type LinkedCommitment,
  mayBeSameAction,
} from '@mithaq/model'
import type { Database, Transaction } from './database.ts'
import { falling, type Position } from './draw-links.ts'
import type { LinkBatch, LinkSide } from './link-batch.ts'
import { readLinked } from './read-linked.ts'

/** Commitments, or articles with deeds, that are held at a time. */
const PAGE = 250

/** What may be linked with some articles of a batch. */
export interface Candidates {
  /** With those of their commitments or deeds that may be linked. */
  others: LinkedArticle[]
  /** The ids of the articles of the batch. */
  near: ReadonlySet<string>
}

/**
 * Articles that are not of the batch and may be linked with it. Those that are still to be linked themselves are left to
 * their turn.
 */
export async function* candidates(
  tx: Transaction,
  database: Database,
  batch: LinkBatch,
): AsyncGenerator<Candidates> {
  for await (const { found, near } of pages(nearCommitments(tx, database, batch)))
    yield { others: await readLinked(tx, found), near }
  for await (const { found, near } of pages(nearDeeds(tx, database, batch))) yield { others: found, near }
}

interface Near {
  id: string
  keys: string[]
  published: string | null
  /** See `_farthest` of the bookkeeping. */
  farthest: string | null
}

interface NearCommitment extends Near {
  article: string
  start: number
  action: string
  eventClass: LinkedCommitment['eventClass'] | null
  quantity: number | null
  unit: string | null
}

async function* nearCommitments(
  tx: Transaction,
  { findKeyed }: Database,
  batch: LinkBatch,
): AsyncGenerator<Found<string>> {
  const sides = byKey(batch.sides)
  const { cypher, params } = findKeyed('Commitment', [...sides.keys()])
  const rows = tx.stream({
    cypher: `${cypher} MATCH (n)-[:IN]->(a:Article) WHERE a._unlinked IS NULL
     RETURN n.id AS id, n._keys AS keys, n._farthest AS farthest, n.start AS start, n.action AS action, n.eventClass AS eventClass,
       n.quantity AS quantity, n.unit AS unit, a.id AS article, a.published AS published`,
    params,
  }) as AsyncIterable<NearCommitment>
  for await (const { id, keys, farthest, published, article, start, action, ...more } of rows) {
    const { eventClass, quantity, unit } = more
    const position = { published, article, start, to: id }
    const reach = positionOf(farthest)
    const open = sharing(sides, keys).filter((side) => batch.isOpen(side, position, reach))
    const item = {
      action: { ar: action },
      eventClass: eventClass ?? undefined,
      places: [],
      quantity: quantity === null ? undefined : { value: quantity, unit: unit ?? '', approximate: false },
    }
    const near = mayBeLinked(open, [item])
    if (near.length > 0) yield { found: id, near }
  }
}

async function* nearDeeds(
  tx: Transaction,
  { findKeyed }: Database,
  batch: LinkBatch,
): AsyncGenerator<Found<LinkedArticle>> {
  const sides = byKey(batch.sides.filter(({ label }) => label === 'Commitment'))
  const { cypher, params } = findKeyed('Article', [...sides.keys()])
  const rows = tx.stream({
    cypher: `${cypher} WHERE n._unlinked IS NULL
     RETURN n.id AS id, n._keys AS keys, n._farthest AS farthest, n.published AS published, n._deeds AS deeds`,
    params,
  }) as AsyncIterable<Near & { deeds: string }>
  for await (const { id, keys, farthest, published, deeds: json } of rows) {
    const position: Position = { published, article: id, start: -1, to: '' }
    const reach = positionOf(farthest)
    const earlier = sharing(sides, keys).filter(
      (side) => falling(side.position, position) > 0 && batch.isOpen(side, position, reach),
    )
    const deeds = JSON.parse(json) as Deed[]
    const near = mayBeLinked(earlier, deeds)
    if (near.length > 0) yield { found: { id, published, commitments: [], deeds, wholes: [] }, near }
  }
}

const positionOf = (json: string | null): Position | undefined =>
  json === null ? undefined : (JSON.parse(json) as Position)

function byKey(sides: readonly LinkSide[]): Map<string, LinkSide[]> {
  const found = new Map<string, LinkSide[]>()
  for (const side of sides)
    for (const key of side.keys.sought) {
      const known = found.get(key)
      if (known) known.push(side)
      else found.set(key, [side])
    }
  return found
}

const sharing = (sides: ReadonlyMap<string, LinkSide[]>, keys: readonly string[]): LinkSide[] => [
  ...new Set(keys.flatMap((key) => sides.get(key) ?? [])),
]

/** Those of the sides that one of the items may be linked with, as far as words tell. */
function mayBeLinked(
  sides: readonly LinkSide[],
  items: readonly Parameters<typeof linkContentOf>[0][],
): LinkSide[] {
  if (sides.length === 0) return []
  const contents = items.map(linkContentOf)
  return sides.filter(({ content }) =>
    contents.some((other) => mayBeSameAction(content, other) || mayBeSameAction(other, content)),
  )
}

interface Found<T> {
  found: T
  near: readonly LinkSide[]
}

async function* pages<T>(values: AsyncIterable<Found<T>>): AsyncGenerator<{ found: T[]; near: Set<string> }> {
  let page: { found: T[]; near: Set<string> } | undefined
  for await (const { found, near } of values) {
    page ??= { found: [], near: new Set() }
    page.found.push(found)
    for (const { position } of near) page.near.add(position.article)
    if (page.found.length < PAGE) continue
    yield page
    page = undefined
  }
  if (page) yield page
}
