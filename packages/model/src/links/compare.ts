/** What one commitment is to an earlier one, and what a deed is to a commitment. */
import type { Deed, Span } from '../schema.ts'
import type { LinkedCommitment } from './article.ts'
import { type Content, isSameAction } from './content.ts'
import { differencesOf } from './differences.ts'
import type { Wholes } from './wholes.ts'

/** Why a link is drawn; `withdrawn` is the debtor's own word against what it undertook. */
export type LinkRule = 'restated' | 'amended' | 'withdrawn' | 'denied' | 'sources-differ' | 'done'

export interface Finding {
  relation: 'RESTATES' | 'AMENDS' | 'CONTRADICTS' | 'FULFILS'
  rule: LinkRule
  reason: string
}

/** One side of a comparison. */
export interface Side<T> {
  item: T
  content: Content
  article: string
  published: string | null
  /** Its words; all links that it has share them. */
  evidence: LinkEvidence
}

export interface LinkEvidence extends Span {
  article: string
}

export function compareCommitments(
  later: Side<LinkedCommitment>,
  earlier: Side<LinkedCommitment>,
  wholes: Wholes,
): Finding | null {
  const [now, before] = [later.item, earlier.item]
  const together = later.article === earlier.article
  if (together && !sourcesApart(now, before)) return null
  if (now.kind === 'wish' || before.kind === 'wish') return null
  if (!wholes.meet(now.committers, before.committers) || creditorsApart(now, before, wholes)) return null
  if (!isSameAction(later.content, earlier.content, wholes)) return null
  const own = now.statedBy.length === 0 || wholes.meet(now.statedBy, now.committers)
  if (isKept(later) !== isKept(earlier))
    return {
      relation: 'CONTRADICTS',
      rule: own && !together && comesAfter(later, earlier) ? 'withdrawn' : 'denied',
      reason: `opposite polarity: ${own ? 'the one bound itself' : 'another source'} says the contrary`,
    }
  const differences = differencesOf(now, before, wholes)
  if (differences.length === 0)
    return { relation: 'RESTATES', rule: 'restated', reason: 'the same undertaking again' }
  // Meetings and visits recur: a new day for one that was due is another meeting.
  if (now.eventClass === 'CONSULT' && isPast(before, later.published)) return null
  const updates = own || now.statedBy.some((source) => before.statedBy.includes(source))
  return updates && !together && comesAfter(later, earlier)
    ? { relation: 'AMENDS', rule: 'amended', reason: differences.join('; ') }
    : { relation: 'CONTRADICTS', rule: 'sources-differ', reason: `sources differ: ${differences.join('; ')}` }
}

/** @param earlier a commitment of an article that appeared on an earlier day */
export function compareDeed(
  deed: Side<Deed>,
  earlier: Side<LinkedCommitment>,
  wholes: Wholes,
): Finding | null {
  const [done, promised] = [deed.item, earlier.item]
  if (!comesAfter(deed, earlier) || promised.kind === 'wish' || promised.polarity === 'negative') return null
  if (!wholes.meet(done.actors, promised.committers)) return null
  if (deed.content.undoes !== earlier.content.undoes) return null
  if (deed.content.begins && !earlier.content.begins) return null
  if (done.on?.until && done.on.until <= earlier.published!) return null
  if (!isSameAction(deed.content, earlier.content, wholes)) return null
  const [number, wanted] = [done.quantity?.value, promised.quantity?.value]
  if (number !== undefined && wanted !== undefined && number < wanted) return null
  return {
    relation: 'FULFILS',
    rule: 'done',
    reason: `reported as done${number !== undefined && number === wanted ? ', in the same number' : ''}`,
  }
}

/** Whether the action is to come about: a refusal to stop is a going on. */
const isKept = ({ item, content }: Side<LinkedCommitment>): boolean =>
  (item.polarity === 'positive') !== content.undoes

const comesAfter = (a: { published: string | null }, b: { published: string | null }): boolean =>
  a.published !== null && b.published !== null && a.published > b.published

const isPast = ({ due }: LinkedCommitment, day: string | null): boolean =>
  due?.until !== null && due?.until !== undefined && day !== null && due.until <= day

/** Two voices within one article. */
const sourcesApart = (a: LinkedCommitment, b: LinkedCommitment): boolean =>
  a.statedBy.length > 0 && b.statedBy.length > 0 && !a.statedBy.some((source) => b.statedBy.includes(source))

const creditorsApart = (a: LinkedCommitment, b: LinkedCommitment, wholes: Wholes): boolean =>
  a.creditors.length > 0 && b.creditors.length > 0 && !wholes.meet(a.creditors, b.creditors)
