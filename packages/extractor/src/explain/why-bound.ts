/** Why somebody is bound: which of the words, or of what was said before, that the pattern read him off. */
import { spanBetween, spanOf } from '../doc.ts'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import type { Seen } from '../commitments/watch.ts'
import type { Bound } from './explanation.ts'
import { nameRule } from './rules.ts'

/** @param id one of those whom the candidate binds, or whom its record does */
export function whyBound(doc: StatementDoc, id: string, seen: Seen): Bound {
  const name = doc.entities.byId.get(id)?.name.ar ?? id
  return { id, name, ...(byWords(doc, id, seen) ?? bySpeech(doc, id, seen) ?? byTopic(doc, id, seen)) }
}

type Why = Pick<Bound, 'why' | 'words'>

/** The words of the clause that name him, the nearest to the trigger. */
function byWords(doc: StatementDoc, id: string, { candidate, bounds }: Seen): Why | null {
  const { trigger, evidence, action } = candidate
  const clause = {
    start: Math.min(bounds.start, evidence.start),
    end: Math.max(evidence.end, action.words.end),
  }
  const near = mentionsIn(doc, clause)
    .filter((mention) => actorOf(mention) === id)
    .sort((a, b) => distance(a, trigger.start) - distance(b, trigger.start))[0]
  if (!near) return null
  const side = near.tokens.start > trigger.start ? 'behind' : 'before'
  const role = candidate.committers.includes(id)
    ? `stands ${side} the word that undertakes`
    : 'his forces are to do it'
  return { why: `${role}${howNamed(near)}`, words: spanBetween(doc, near.start, near.end) }
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

/** What the article had said before. */
function byTopic(doc: StatementDoc, id: string, { candidate, topic }: Seen): Why {
  const known = [
    [topic.recent, 'the sentence’s last undertaking was his, and no other subject stands here'],
    [topic.parties, 'a party to the agreement that is spoken of'],
    [topic.subject, 'the subject of the sentence’s first verb'],
    [topic.resolve ?? [], 'one of those who resolve the list that this is an item of'],
    [topic.speaker, 'spoke last'],
  ] as const
  const why =
    known.find(([ids]) => ids.includes(id))?.[1] ?? 'read off a noun or an adjective that belongs to it'
  const at = doc.tokens[candidate.trigger.start]!.start
  const last = doc.entities.mentions.findLast(
    (mention) => mention.start <= at && (mention.entity === id || actorOf(mention) === id),
  )
  return { why, words: last ? spanBetween(doc, last.start, last.end) : null }
}
