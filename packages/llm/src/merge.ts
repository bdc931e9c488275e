/** Accepted proposals beside what the rules read: the rules' commitments stay as they are, what is new is added. */
import {
  compareText,
  type ArticleGraph,
  type Commitment,
  containment,
  type DateMention,
  type Entity,
  foldKey,
  iou,
  sameClause,
  shared,
  type Triple,
} from '@mithaq/model'
import type { Accepted } from './accept.ts'
import { type Difference, differencesOf } from './differences.ts'
import { type Rejection, rejection } from './rejection.ts'
import { isSame, RULE, toCommitment, triplesOf } from './to-commitment.ts'

export interface Merged {
  graph: ArticleGraph
  /** Proposals that the rules have too. */
  agreed: number
  added: number
  differences: Difference[]
}

interface Proposed {
  accepted: Accepted
  commitment: Commitment
}

/**
 * The graph with the proposals in it. The order in which they come makes no difference; of two that are one commitment,
 * the second is left out.
 */
export function merge(graph: ArticleGraph, all: readonly Accepted[], rejected: Rejection[]): Merged {
  const proposed = all
    .map((accepted): Proposed => ({ accepted, commitment: toCommitment(accepted, graph) }))
    .sort(
      (a, b) =>
        a.commitment.evidence.start - b.commitment.evidence.start ||
        compareText(JSON.stringify(a.commitment), JSON.stringify(b.commitment)),
    )
  const pairs = pairsOf(graph.commitments, proposed)
  const stands = new Set(pairs.keys())
  const added: Proposed[] = []
  for (const one of proposed) {
    if (pairs.has(one)) continue
    if ([...stands].some((other) => isSameAct(other, one))) {
      const { evidence } = one.accepted
      rejected.push(rejection('duplicate', 'commitment', evidence.quote, evidence))
      continue
    }
    stands.add(one)
    added.push(one)
  }
  return {
    graph: grown(graph, added, new Set([...pairs.values()].map(({ id }) => id))),
    agreed: pairs.size,
    added: added.length,
    differences: proposed.flatMap((one) => {
      const known = pairs.get(one)
      return known ? differencesOf(known, one.commitment) : []
    }),
  }
}

/** One clause may hold two acts: «أن تعيد الأسرى وتسلم السلاح». */
const isSameAct = ({ accepted: a }: Proposed, { accepted: b }: Proposed): boolean =>
  sameClause(a.evidence, b.evidence) && shared(a.action, b.action) > 0

/** Which proposal is which of the rules' commitments: one to one, the likest first. */
function pairsOf(known: readonly Commitment[], proposed: readonly Proposed[]): Map<Proposed, Commitment> {
  const likest = proposed
    .flatMap((one) =>
      known
        .filter(({ evidence }) => sameClause(evidence, one.accepted.evidence))
        .map((commitment) => ({ one, commitment, likeness: likeness(one, commitment) })),
    )
    .sort((a, b) => b.likeness - a.likeness)
  const pairs = new Map<Proposed, Commitment>()
  const taken = new Set<string>()
  for (const { one, commitment } of likest) {
    if (pairs.has(one) || taken.has(commitment.id)) continue
    pairs.set(one, commitment)
    taken.add(commitment.id)
  }
  return pairs
}

/** Of one clause, by the same word, the same act. */
function likeness({ accepted: { evidence, trigger, action } }: Proposed, known: Commitment): number {
  const [one, other] = [foldKey(action.quote), foldKey(known.action.ar)]
  const act = one.includes(other) || other.includes(one) ? 1 : 0
  return iou(known.evidence, evidence) + containment(known.trigger, trigger) + act
}

function grown(graph: ArticleGraph, added: readonly Proposed[], agreed: ReadonlySet<string>): ArticleGraph {
  const own = graph.commitments.map((commitment): Commitment => ({
    ...commitment,
    origin: agreed.has(commitment.id) ? 'both' : 'rules',
  }))
  return {
    ...graph,
    entities: withEntities(graph.entities, added),
    dates: withDates(graph.dates, added),
    commitments: [...own, ...added.map(({ commitment }) => commitment)].sort(
      (a, b) => a.evidence.start - b.evidence.start,
    ),
    triples: withTriples(
      graph.triples,
      added.flatMap(({ accepted, commitment }) => triplesOf(accepted, commitment, graph)),
    ),
  }
}

function withEntities(known: readonly Entity[], added: readonly Proposed[]): Entity[] {
  const made = new Map<string, Entity>()
  for (const { accepted } of added)
    for (const { entity, words, isNew } of partsOf(accepted)) {
      if (!isNew) continue
      const own = made.get(entity.id) ?? { ...entity, mentions: [] }
      made.set(entity.id, own)
      if (own.mentions.some((mention) => isSame(mention, words))) continue
      own.mentions.push({ ...words, rule: RULE, basis: entity.named ? 'name' : 'description' })
      own.mentions.sort((a, b) => a.start - b.start || b.end - a.end)
    }
  return [
    ...known,
    ...[...made.values()].sort(
      (a, b) => a.mentions[0]!.start - b.mentions[0]!.start || compareText(a.id, b.id),
    ),
  ]
}

const partsOf = ({ committers, creditors, places, sources }: Accepted) => [
  ...committers,
  ...creditors,
  ...places,
  ...sources,
]

function withDates(known: readonly DateMention[], added: readonly Proposed[]): DateMention[] {
  const dates = [...known]
  for (const { accepted } of added)
    for (const bound of [accepted.begins, accepted.due])
      if (bound && !dates.some((date) => isSame(date, bound.mention))) dates.push(bound.mention)
  return dates.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** One of each, with all its evidence, sorted as the extractor sorts them. */
function withTriples(known: readonly Triple[], more: readonly Triple[]): Triple[] {
  const triples = new Map(known.map((triple) => [keyOf(triple), triple]))
  for (const triple of more) {
    const key = keyOf(triple)
    const own = triples.get(key)
    const evidence = [...(own?.evidence ?? [])]
    for (const words of triple.evidence)
      if (!evidence.some((span) => isSame(span, words))) evidence.push(words)
    triples.set(key, { ...(own ?? triple), evidence })
  }
  return [...triples.values()].sort(
    (a, b) =>
      compareText(a.subject, b.subject) ||
      compareText(a.predicate, b.predicate) ||
      compareText(a.object, b.object),
  )
}

const keyOf = ({ subject, predicate, object }: Triple): string => `${subject}\t${predicate}\t${object}`
