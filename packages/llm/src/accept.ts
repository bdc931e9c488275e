/** A proposal held against the article: what of it stands there, and what is left out and why. */
import type { Article, ArticleGraph, Commitment, Extent, Span } from '@mithaq/model'
import { type Bound, DateFinder } from './date-finder.ts'
import { EntityFinder, type Part } from './entity-finder.ts'
import type { Proposal } from './proposal.ts'
import { QuoteFinder } from './quote-finder.ts'
import { type Reason, type Rejection, rejection } from './rejection.ts'

/** A proposal of which every word is the article's and every role is somebody. */
export interface Accepted extends Pick<Commitment, 'kind' | 'polarity' | 'certainty'> {
  evidence: Span
  trigger: Span
  action: Span
  committers: Part[]
  creditors: Part[]
  places: (Part & { role: Commitment['places'][number]['role'] })[]
  sources: Part[]
  begins: Bound | null
  due: Bound | null
  condition: Span | null
}

/** What proposals about one part of an article are held against. */
export interface Ground {
  article: Article
  quotes: QuoteFinder
  entities: EntityFinder
  dates: DateFinder
}

/** The grounds for the parts of an article, which share who and when. */
export function groundsOf(graph: ArticleGraph, parts: readonly Extent[]): Ground[] {
  const { article } = graph
  const entities = new EntityFinder(graph)
  const dates = new DateFinder(graph)
  return parts.map((part) => ({ article, quotes: new QuoteFinder(article.text, part), entities, dates }))
}

/**
 * Accept a proposal or not. Its clause, trigger, action and a committer have to stand; any other role that does not
 * is left out alone.
 *
 * @example accept(proposal, ground, rejected)?.evidence.quote // «تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025»
 */
export function accept(proposal: Proposal, ground: Ground, rejected: Rejection[]): Accepted | null {
  const evidence = clauseOf(proposal.quote, ground, rejected)
  if (!evidence) return null
  const trigger = within(proposal.trigger, 'trigger', evidence, ground, rejected)
  const action = trigger && within(proposal.action, 'action', evidence, ground, rejected)
  if (!action) return null
  const who: Who = { evidence, ground, rejected }
  const committers = partsOf(proposal.committers, 'committer', who)
  if (committers.length === 0) return null
  const bound = new Set(committers.map(({ entity }) => entity.id))
  return {
    kind: proposal.kind,
    polarity: proposal.polarity,
    certainty: proposal.certainty,
    evidence,
    trigger,
    action,
    committers,
    creditors: partsOf(proposal.creditors, 'creditor', who).filter(({ entity }) => !bound.has(entity.id)),
    places: proposal.places.flatMap(({ name, role }) =>
      partsOf([name], 'place', who).map(({ entity, words, isNew }) => ({ entity, words, isNew, role })),
    ),
    sources: partsOf(proposal.sources, 'source', who),
    begins: boundOf(proposal.begins, 'begins', who),
    due: boundOf(proposal.due, 'due', who),
    condition: inSentence(proposal.condition, 'condition', who),
  }
}

function clauseOf(quote: string, { article, quotes }: Ground, rejected: Rejection[]): Span | null {
  const [span] = quotes.find(quote)
  const reason: Reason | null = !span
    ? 'unaligned'
    : isFurniture(article, span)
      ? 'furniture'
      : sentenceOf(article, span)
        ? null
        : 'crosses-sentences'
  if (reason) rejected.push(rejection(reason, 'commitment', quote, span))
  return reason ? null : span!
}

const isFurniture = ({ sections }: Article, span: Span): boolean =>
  sections.some(({ kind, start, end }) => kind === 'boilerplate' && start < span.end && span.start < end)

/** The sentence that holds all of some words. */
function sentenceOf({ sentences }: Article, span: Extent): Extent | undefined {
  const found = sentences.find(([start, end]) => start <= span.start && span.end <= end)
  return found && { start: found[0], end: found[1] }
}

function within(
  words: string,
  part: 'trigger' | 'action',
  evidence: Span,
  { quotes }: Ground,
  rejected: Rejection[],
): Span | null {
  const span = quotes.nearest(words, evidence)
  if (span && evidence.start <= span.start && span.end <= evidence.end) return span
  rejected.push(rejection('unaligned', part, words, evidence))
  return null
}

interface Who {
  evidence: Span
  ground: Ground
  rejected: Rejection[]
}

/** Those who some names stand for, each once. */
function partsOf(
  names: readonly string[],
  part: 'committer' | 'creditor' | 'place' | 'source',
  { evidence, ground, rejected }: Who,
): Part[] {
  const found = new Map<string, Part>()
  for (const name of names) {
    const words = ground.quotes.nearest(name, evidence)
    const parts = words ? ground.entities.at(words, part === 'place' ? 'place' : 'actor') : []
    if (parts.length === 0) rejected.push(rejection(words ? 'unresolved' : 'unaligned', part, name, evidence))
    for (const one of parts) if (!found.has(one.entity.id)) found.set(one.entity.id, one)
  }
  return [...found.values()]
}

function boundOf(words: string | null, edge: 'begins' | 'due', who: Who): Bound | null {
  const span = inSentence(words, edge, who)
  const bound = span && who.ground.dates.at(span, edge)
  if (span && !bound) who.rejected.push(rejection('undated', edge, span.quote, who.evidence))
  return bound
}

/** Dates and conditions of another sentence are another's. */
function inSentence(
  words: string | null,
  part: 'begins' | 'due' | 'condition',
  { evidence, ground, rejected }: Who,
): Span | null {
  if (words === null) return null
  const span = ground.quotes.nearest(words, evidence)
  const sentence = sentenceOf(ground.article, evidence)!
  if (span && sentence.start <= span.start && span.end <= sentence.end) return span
  rejected.push(rejection(span ? 'crosses-sentences' : 'unaligned', part, words, evidence))
  return null
}
