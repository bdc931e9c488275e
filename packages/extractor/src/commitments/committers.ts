/** Who is bound: the subject of the verb, the owner of the noun, or whom a pronoun stands for. */
import type { Entity } from '@mithaq/model'
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { coordinated, isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import type { Pronoun } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import type { Person } from '../text/verbs.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isComma } from './clauses.ts'

/** What the article has said so far that a bare verb or pronoun may refer to. */
export interface Topic {
  /** Committers of the last commitment in this sentence. */
  recent: readonly string[]
  /** The parties to the agreement, joint statement or deal spoken of. */
  parties: readonly string[]
}

export interface Subject {
  actors: readonly string[]
  /** Where its words begin, when they stand before the verb. */
  start?: number
  /** The subject is a thing that actors own («المهمة العسكرية للتحالف»). */
  indirect?: true
}

/** Masculine countries; all others are feminine. */
const MASCULINE = /^(?:ال)?(?:عراق|لبنان|اردن|سودان|يمن|مغرب|فاتيكان)/u

/** Whether a verb of this person may have this actor as its subject. Persons and unknown words agree with all. */
export function agrees(entity: Entity | undefined, person: Person | Pronoun): boolean {
  if (!entity || person.startsWith('1')) return true
  if (entity.type === 'Person') return person !== '3fp'
  const feminine = isFeminine(entity)
  if (person === '3fs') return feminine
  if (person === '3ms') return !feminine
  return true
}

function isFeminine({ type, name }: Entity): boolean {
  const first = foldedHead(name.ar)
  if (type === 'Country') return !MASCULINE.test(first)
  if (/(?:ون|ين)$/u.test(first)) return false
  return /(?:ه|ات|اء)$/u.test(first) || FEMININE.has(first) || type === 'City'
}

const FEMININE = new Set([
  'قوي',
  'قوات',
  'دول',
  'مصادر',
  'حماس',
  'فتح',
  'واشنطن',
  'داعش',
  'قسد',
  'الدول',
  'القوي',
  'مصادر',
  'كتايب',
  'سرايا',
  'قوى',
])
const foldedHead = (name: string): string =>
  name
    .replaceAll(/[أإآ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .split(' ')[0]!
    .replace(/^ال(?=.{3})/u, '')

/** Actors joined by و right behind a verb, where they can be its subject. */
function subjectAfter(doc: EntityDoc, verb: number, person: Person, limit: number): Subject | null {
  let at = verb + 1
  while (
    at < limit &&
    /^(?:ايضا|كذلك|قريبا|كل|"|«|من|\()$/u.test(doc.tokens[at]!.text) &&
    doc.tokens[at]!.text !== 'من'
  )
    at++
  const mentions = doc.entities.startingAt.get(at)
  if (!mentions) return null
  const mention = mentions[0]!
  if (!isBare(doc, mention) || !actorOf(mention)) return null
  if (!agrees(doc.entities.byId.get(mention.entity) ?? doc.entities.byId.get(actorOf(mention)!), person))
    return null
  return { actors: coordinated(doc, mentions, limit) }
}

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
  if (person.startsWith('1')) return { actors: statement?.sources ?? [] }
  const after = subjectAfter(doc, verb, person, bounds.end)
  if (after) return after
  const before = subjectBefore(doc, verb, bounds.start)
  if (before.length > 0) return { actors: before, start: firstBare(doc, bounds.start, verb) }
  const owned = owners(doc, verb, bounds)
  if (owned) return owned
  return { actors: referent(doc, person, statement, topic) }
}

/** Where the first free-standing actor between two tokens begins. */
function firstBare(doc: EntityDoc, from: number, to: number): number {
  const bare = mentionsIn(doc, { start: from, end: to }).find(
    (mention) => isBare(doc, mention) && actorOf(mention),
  )
  return bare ? bare.tokens.start : from
}

/** «ستستمر المهمة العسكرية للتحالف»: a noun is the subject, and its owners are bound. */
function owners(doc: EntityDoc, verb: number, { start, end }: TokenRange): Subject | null {
  const { tokens } = doc
  const next = tokens[verb + 1]
  if (next?.kind === 'word' && verb + 1 < end && /^ال/u.test(next.text) && !isPreposition(next.text)) {
    const stop = phraseEnd(doc, verb + 1, end)
    return { actors: actorsIn(doc, { start: verb + 1, end: stop }), indirect: true }
  }
  let head = start
  while (head < verb && tokens[head]!.kind === 'mark') head++
  if (head < verb && /^ال/u.test(tokens[head]!.text)) {
    const actors = actorsIn(doc, { start: head, end: phraseEnd(doc, head, verb) })
    return { actors, start: head, indirect: true }
  }
  return null
}

/** A noun with its adjectives and genitives ends at a preposition, a comma or a verb's reach. */
function phraseEnd({ tokens }: EntityDoc, from: number, limit: number): number {
  let end = from + 1
  while (end < limit && !isPreposition(tokens[end]!.text) && !isComma(tokens[end])) end++
  return end
}

const actorsIn = (doc: EntityDoc, range: TokenRange): string[] => [
  ...new Set([
    ...mentionsIn(doc, range)
      .map(actorOf)
      .filter((id) => id !== null),
    ...nationalities(doc, range),
  ]),
]

/** «المهمة العسكرية الأميركية» belongs to the state that the adjective names. */
function nationalities(doc: EntityDoc, { start, end }: TokenRange): string[] {
  const found: string[] = []
  for (let i = start; i < end; i++) {
    const actor = doc.nationalityAt(i)
    if (actor) found.push(actor)
  }
  return found
}

/** Whom a pronoun or dropped subject stands for: the sentence's last committer where it agrees, else the speaker. */
export function referent(
  doc: EntityDoc,
  person: Person | Pronoun,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  const fits = (ids: readonly string[]): boolean => {
    if (ids.length === 0) return false
    if (person === '3d') return ids.length === 2
    if (ids.length > 1) return person === '3mp'
    return agrees(doc.entities.byId.get(ids[0]!), person)
  }
  const candidates = [topic.recent, statement?.sources ?? [], statement?.parent?.sources ?? []]
  return candidates.find(fits) ?? (person === '3d' || person === '3mp' ? topic.parties : [])
}

/** The actor that a noun of commitment belongs to: «التزام الحكومة»، «رغبة حكومة الإقليم». */
export function ownerAfter(
  doc: EntityDoc,
  noun: number,
  limit: number,
): { actors: readonly string[]; mention: Mention } | null {
  const mentions = doc.entities.startingAt.get(noun + 1)
  if (!mentions || !actorOf(mentions[0]!) || mentions[0]!.proclitics.length > 0) return null
  return { actors: coordinated(doc, mentions, limit), mention: mentions[0]! }
}

/** With the state behind an unnamed group: the troops that leave bind their country. */
export function withStates(doc: EntityDoc, actors: readonly string[]): string[] {
  const all = [...actors]
  for (const id of actors) {
    const entity = doc.entities.byId.get(id)
    if (entity?.type !== 'Group' || entity.named) continue
    for (const { subject, predicate, object } of doc.entities.relations) {
      const whole = doc.entities.byId.get(object)
      if (subject === id && predicate === 'PART_OF' && whole?.type === 'Country') all.push(object)
    }
  }
  return [...new Set(all)]
}
