/** Who is bound by a finite verb: its subject, or those who own the thing that is its subject. */
import { actorOf, type EntityDoc, mentionsIn, stateOfAdjective } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { coordinated, isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Person } from '../text/verbs.ts'
import { agrees } from './agreement.ts'
import { isComma } from './clauses.ts'
import { countryOfSpeaker, referent, spokenFor, type Topic, withoutMedia } from './referent.ts'

export interface Subject {
  actors: readonly string[]
  /** Where its words begin, when they stand before the verb. */
  start?: number
  /** The subject is a thing that actors own («المهمة العسكرية للتحالف»). */
  indirect?: true
}

/** A title may stand between a verb and the name that is its subject. In tokens. */
const TITLE = 7

/**
 * The subject of a finite verb: behind it where that agrees, else before it in its clause, else the
 * actors that own the noun that is its subject, else whom the sentence or the speaker makes it.
 */
export function subjectOf(
  doc: EntityDoc,
  verb: number,
  person: Person,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): Subject {
  if (person.startsWith('1')) return { actors: spokenFor(doc, withoutMedia(doc, statement?.sources ?? [])) }
  return (
    subjectAfter(doc, verb, person, bounds.end, statement) ??
    ownersAfter(doc, verb, bounds.end) ??
    subjectAhead(doc, verb, bounds.start, statement) ??
    ownersBefore(doc, verb, bounds.start, statement) ?? { actors: referent(doc, person, statement, topic) }
  )
}

/** Actors joined by و behind a verb, where they can be its subject: «ستغادر القوات»، «يصل وزير الطاقة فلان». */
function subjectAfter(
  doc: EntityDoc,
  verb: number,
  person: Person,
  limit: number,
  statement: StatementNote | undefined,
): Subject | null {
  const own = countryOfSpeaker(doc, verb + 1, statement)
  if (own.length > 0) return { actors: own }
  const at = nameAfter(doc, verb + 1, limit)
  if (at === null) return null
  const mentions = doc.entities.startingAt.get(at)!
  const actor = actorOf(mentions[0]!)
  if (!isBare(doc, mentions[0]!) || !actor || !agrees(doc.entities.byId.get(actor), person)) return null
  return { actors: coordinated(doc, mentions, limit) }
}

/** The mention right behind the verb, or the person's name that a title leads up to. */
function nameAfter(doc: EntityDoc, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + TITLE); at++) {
    const mention = doc.entities.startingAt.get(at)?.[0]
    if (mention) {
      const leadsUp = at === from || doc.entities.byId.get(mention.entity)?.type === 'Person'
      return leadsUp ? at : null
    }
    const { text, kind } = doc.tokens[at]!
    const passes = text === '"' || text === '«' || text === 'ايضا' || text === 'كذلك' || kind === 'word'
    if (!passes || isPreposition(text) || /^[بل]./u.test(text)) return null
  }
  return null
}

/** The actors before a verb whose clause they open, or right at which they stand. */
function subjectAhead(
  doc: EntityDoc,
  verb: number,
  clause: number,
  statement: StatementNote | undefined,
): Subject | null {
  for (let at = verb - 1; at >= Math.max(clause, verb - 3); at--) {
    const own = countryOfSpeaker(doc, at, statement)
    if (own.length > 0) return { actors: own, start: at }
  }
  const actors = subjectBefore(doc, verb, clause)
  const first = mentionsIn(doc, { start: clause, end: verb }).find(
    (mention) => isBare(doc, mention) && actorOf(mention),
  )
  if (actors.length === 0 || !first) return null
  const opens = first.tokens.start - clause <= 2 || verb - first.tokens.end <= 2
  return opens ? { actors, start: first.tokens.start } : null
}

/** «ستستمر المهمة العسكرية للتحالف»، «ستنتهي مهمة التحالف»، «يتوجه وفد من وزارة النفط». */
function ownersAfter(doc: EntityDoc, verb: number, limit: number): Subject | null {
  const at = verb + 1
  const head = doc.tokens[at]
  if (head?.kind !== 'word' || at >= limit || isPreposition(head.text) || doc.entities.startingAt.has(at))
    return null
  if (isDefinite(head.text)) {
    const actors = ownersIn(doc, { start: at, end: phraseEnd(doc, at, limit) })
    return actors.length > 0 ? { actors, indirect: true } : null
  }
  if (actionNoun(head.text)) return null
  if (doc.tokens[at + 1]?.text === 'من' && at + 2 < limit) {
    const members = doc.entities.startingAt.get(at + 2)
    const actors = members ? coordinated(doc, members, limit) : []
    return actors.length > 0 ? { actors } : null
  }
  const owner = ownerAfter(doc, at, limit)
  return owner && { actors: owner.actors, indirect: true }
}

/** «المهمة العسكرية الأميركية ستتحول»، «استئناف التصدير سيتأخر»: owners, else the office that speaks of it. */
function ownersBefore(
  doc: EntityDoc,
  verb: number,
  clause: number,
  statement: StatementNote | undefined,
): Subject | null {
  let head = clause
  while (head < verb && doc.tokens[head]!.kind === 'mark') head++
  if (head >= verb || doc.tokens[head]!.kind !== 'word') return null
  const action = actionNoun(doc.tokens[head]!.text)
  if (!action && !isDefinite(doc.tokens[head]!.text)) return null
  const actors = ownersIn(doc, { start: head, end: phraseEnd(doc, head, verb) })
  if (actors.length > 0) return { actors, start: head, indirect: true }
  const offices = withoutMedia(doc, statement?.sources ?? []).filter((id) => isOffice(doc, id))
  return action && offices.length > 0 ? { actors: offices, start: head } : null
}

const isOffice = (doc: EntityDoc, id: string): boolean =>
  ['Country', 'Government', 'Organization'].includes(doc.entities.byId.get(id)?.type ?? '')

const isDefinite = (word: string): boolean => word.length > 4 && /^[وف]?ال/u.test(word)

/** A noun with its adjectives and genitives ends at a preposition or a comma. */
function phraseEnd({ tokens }: EntityDoc, from: number, limit: number): number {
  let end = from + 1
  while (end < limit && !isPreposition(tokens[end]!.text) && !isComma(tokens[end])) end++
  return end
}

/** The actors named in a noun phrase, and the states that its adjectives name. */
function ownersIn(doc: EntityDoc, range: TokenRange): string[] {
  const actors = mentionsIn(doc, range).map(actorOf)
  for (let i = range.start; i < range.end; i++) actors.push(stateOfAdjective(doc, i) ?? null)
  return [...new Set(actors.filter((id) => id !== null))]
}

/** The actor that a noun belongs to: «التزام الحكومة»، «رغبة حكومة الإقليم». */
export function ownerAfter(
  doc: EntityDoc,
  noun: number,
  limit: number,
): { actors: readonly string[]; mention: Mention } | null {
  const mentions = doc.entities.startingAt.get(noun + 1)
  if (!mentions || !actorOf(mentions[0]!) || mentions[0]!.proclitics.length > 0) return null
  return { actors: coordinated(doc, mentions, limit), mention: mentions[0]! }
}
