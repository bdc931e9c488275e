/** The part of a large graph that is drawn first: who is bound most, and by what. */
import type { CommitmentParts, CommitmentView } from '@mithaq/model'
import { dateNode } from './date-node.ts'

/**
 * Ids of at most `limit` nodes: the actors that most commitments bind, each with as many of its commitments as the
 * others have of theirs, and all that plays a part in these. What ties several of the first together comes first.
 *
 * @param commitments all, or those of the first {@link actorsIn} actors
 * @param bound in how many commitments of all each actor and place has a part
 */
export function overviewOf(
  commitments: readonly CommitmentParts[],
  limit: number,
  bound: ReadonlyMap<string, number> = countsOf(commitments),
): Set<string> {
  const queues = new Map<string, CommitmentParts[]>()
  for (const one of commitments) {
    for (const id of one.committers) {
      const queue = queues.get(id)
      if (queue === undefined) queues.set(id, [one])
      else queue.push(one)
    }
  }
  const first = [...queues]
    .sort(([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1))
    .slice(0, actorsIn(limit))
    .map(([, queue]) =>
      queue
        .map((one) => ({ one, weight: weightOf(one, bound) }))
        .sort((a, b) => b.weight - a.weight || (a.one.id < b.one.id ? -1 : 1)),
    )
  const ids = new Set<string>()
  for (let turn = 0; ids.size < limit; turn++) {
    const next = first.flatMap((queue) => queue[turn]?.one ?? [])
    if (next.length === 0) break
    for (const one of next) addWhole(ids, one, limit)
  }
  for (const [id] of [...bound].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
    if (ids.size < limit) ids.add(id)
  return ids
}

/** Nodes of the first view: what a reader can still survey, and a browser lays out in a second. */
export const FIRST_NODES = 600

/** An actor with its commitments and their dates and places takes so many nodes. */
const PER_ACTOR = 25

/** Whose commitments an overview of `limit` nodes is made of: those of so many actors. */
export const actorsIn = (limit: number): number => Math.max(1, Math.round(limit / PER_ACTOR))

/** In how many commitments each has a part. */
function countsOf(commitments: readonly CommitmentParts[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of commitments) for (const id of namedIn(one)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Who and what plays a part: its words, sources and article join the drawing when asked for. */
const namedIn = ({ committers, others }: CommitmentParts): Set<string> => new Set([...committers, ...others])

/** By its second best known part, so that it joins two of them. */
function weightOf(one: CommitmentParts, bound: ReadonlyMap<string, number>): number {
  const known = Array.from(namedIn(one), (id) => bound.get(id) ?? 0).sort((a, b) => b - a)
  return known[1] ?? 0
}

function addWhole(ids: Set<string>, one: CommitmentParts, limit: number): void {
  const fresh = [one.id, ...namedIn(one), ...one.dates].filter((id) => !ids.has(id))
  if (ids.size + fresh.length <= limit) for (const id of fresh) ids.add(id)
}

/** The parts of a commitment that is known whole. */
export function partsOf({
  id,
  committers,
  creditors,
  concerns,
  places,
  begins,
  due,
}: CommitmentView): CommitmentParts {
  return {
    id,
    committers: committers.map((actor) => actor.id),
    others: [creditors, concerns, places].flat().map((other) => other.id),
    dates: [begins, due].flatMap((range) => (range === null ? [] : [dateNode(range)])),
  }
}
