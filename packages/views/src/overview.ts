/** The part of a large graph that is drawn first: who is bound most, and by what. */
import type { CommitmentView } from '@mithaq/model'
import { dateNode } from './date-node.ts'

/**
 * Ids of at most `limit` nodes: the actors that most commitments bind, each with as many of its commitments as the
 * others have of theirs, and all that plays a part in these. What ties several of the first together comes first.
 */
export function overviewOf(commitments: readonly CommitmentView[], limit: number): Set<string> {
  const bound = new Map<string, number>()
  for (const one of commitments) for (const id of namedIn(one)) bound.set(id, (bound.get(id) ?? 0) + 1)
  const weight = new Map(commitments.map((one) => [one.id, weightOf(one, bound)]))
  const queues = new Map<string, CommitmentView[]>()
  for (const one of commitments)
    for (const { id } of one.committers) {
      const queue = queues.get(id)
      if (queue === undefined) queues.set(id, [one])
      else queue.push(one)
    }
  const ranked = [...queues].sort(([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1))
  const first = ranked.slice(0, Math.max(1, Math.round(limit / PER_ACTOR)))
  for (const [, queue] of first)
    queue.sort((a, b) => weight.get(b.id)! - weight.get(a.id)! || (a.id < b.id ? -1 : 1))
  const ids = new Set<string>()
  for (let turn = 0; ids.size < limit; turn++) {
    const next = first.flatMap(([, queue]) => queue[turn] ?? [])
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

/** Who and what plays a part: its words, sources and article join the drawing when asked for. */
const namedIn = ({ committers, creditors, concerns, places }: CommitmentView): Set<string> =>
  new Set([committers, creditors, concerns, places].flat().map(({ id }) => id))

/** By its second best known part, so that it joins two of them. */
function weightOf(one: CommitmentView, bound: ReadonlyMap<string, number>): number {
  const known = Array.from(namedIn(one), (id) => bound.get(id) ?? 0).sort((a, b) => b - a)
  return known[1] ?? 0
}

function addWhole(ids: Set<string>, one: CommitmentView, limit: number): void {
  const dates = [one.begins, one.due].flatMap((range) => (range === null ? [] : [dateNode(range)]))
  const fresh = [one.id, ...namedIn(one), ...dates].filter((id) => !ids.has(id))
  if (ids.size + fresh.length <= limit) for (const id of fresh) ids.add(id)
}
