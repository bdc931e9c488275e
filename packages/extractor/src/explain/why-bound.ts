/** Why somebody is bound: which of the words, or of what was said before, that the pattern read him off. */
import type { Span } from '@mithaq/model'
import { spanBetween, spanOf } from '../doc.ts'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import type { Seen } from '../commitments/watch.ts'
import type { Bound } from './explanation.ts'
import { nameRule } from './rules.ts'

/**
 * Read off the same words and the same state that the pattern saw, in the order in which patterns look: a subject that
 * stands by, whom the sentence bound last, whoever speaks, what else the article had said.
 *
 * @param id one of those whom the candidate binds, or whom its record does
 */
export function whyBound(doc: StatementDoc, id: string, seen: Seen): Bound {
  const name = doc.entities.byId.get(id)?.name.ar ?? id
  return {
    id,
    name,
    ...(byForces(doc, id, seen) ??
      bySubject(doc, id, seen, { before: CLAUSE, behind: NEAR }) ??
      (seen.candidate.spoken || seen.candidate.implied ? bySpeech(doc, id, seen) : null) ??
      byLast(doc, id, seen) ??
      bySpeech(doc, id, seen) ??
      bySubject(doc, id, seen, { before: Infinity, behind: Infinity }) ??
      byTopic(doc, id, seen)),
  }
}

type Why = Pick<Bound, 'why' | 'words'>

/** «القوات التركية ستنسحب»: what a state's forces are to do binds it as well. */
function byForces(doc: StatementDoc, id: string, { candidate }: Seen): Why | null {
  const [force] = candidate.committers
  if (force === undefined || candidate.committers.includes(id)) return null
  return {
    why: `what ${doc.entities.byId.get(force)?.name.ar} are to do binds it as well`,
    words: lastNamed(doc, force, candidate),
  }
}

/** A subject stands this near before the word that undertakes, or behind it. In tokens. */
const CLAUSE = 14
const NEAR = 8

/** The words of the clause that name him, the nearest to the trigger. */
function bySubject(
  doc: StatementDoc,
  id: string,
  { candidate, bounds }: Seen,
  reach: { before: number; behind: number },
): Why | null {
  const { trigger, evidence, action } = candidate
  const clause = {
    start: Math.max(Math.min(bounds.start, evidence.start), trigger.start - reach.before),
    end: Math.min(Math.max(evidence.end, action.words.end), trigger.end + reach.behind),
  }
  const near = mentionsIn(doc, clause)
    .filter((mention) => actorOf(mention) === id)
    .sort((a, b) => distance(a, trigger.start) - distance(b, trigger.start))[0]
  if (!near) return null
  const side = near.tokens.start > trigger.start ? 'behind' : 'before'
  return {
    why: `stands ${side} the word that undertakes${howNamed(near)}`,
    words: spanBetween(doc, near.start, near.end),
  }
}

const distance = ({ tokens }: Mention, at: number): number => Math.abs(tokens.start - at)

function howNamed({ basis, rule, entity }: Mention): string {
  if (entity.startsWith('place:')) return ', by the name of its land'
  return basis === 'name' || basis === 'alias' ? '' : `, by ${nameRule(rule)?.does ?? rule}`
}

/** Who says it speaks of himself, or for whom he stands. */
function bySpeech(doc: StatementDoc, id: string, { candidate }: Seen): Why | null {
  for (let note: StatementNote | undefined = candidate.statement; note; note = note.parent) {
    const words = spanOf(doc, note.cue)
    if (note.sources.includes(id))
      return {
        why: candidate.spoken ? 'says it in the first person' : 'says it, and nobody else is named to do it',
        words,
      }
    const speaker = note.sources.find((source) => doc.entities.wholesOf.get(source)?.includes(id))
    if (speaker !== undefined)
      return { why: `${doc.entities.byId.get(speaker)?.name.ar} says it and speaks for it`, words }
  }
  return null
}

/** A verb without a subject goes on about whom the sentence bound last. */
function byLast(doc: StatementDoc, id: string, { candidate, topic }: Seen): Why | null {
  if (!topic.recent.includes(id)) return null
  return {
    why: 'the sentence’s last undertaking is his, and no other subject stands here',
    words: lastNamed(doc, id, candidate),
  }
}

/** What the article had said before. */
function byTopic(doc: StatementDoc, id: string, { candidate, topic }: Seen): Why {
  const known = [
    [topic.parties, 'a party to the agreement that is spoken of'],
    [topic.subject, 'the subject of the sentence’s first verb'],
    [topic.resolve ?? [], 'one of those who resolve the list that this is an item of'],
    [topic.speaker, 'spoke last'],
  ] as const
  const why = known.find(([ids]) => ids.includes(id))?.[1]
  return {
    why:
      why ??
      (candidate.implied
        ? 'was spoken of last, and nobody is named here'
        : 'read off a noun or an adjective that belongs to it'),
    words: lastNamed(doc, id, candidate),
  }
}

/** The words that named somebody last before the trigger. */
function lastNamed(doc: StatementDoc, id: string, { trigger }: Seen['candidate']): Span | null {
  const at = doc.tokens[trigger.start]!.start
  const last = doc.entities.mentions.findLast(
    (mention) => mention.start <= at && (mention.entity === id || actorOf(mention) === id),
  )
  return last ? spanBetween(doc, last.start, last.end) : null
}
