/** What the entity stage hands on: who and where, at which words, and how they hang together. */
import type { Entity, Mention as MentionSpan, Relation, Span } from '@mithaq/model'
import type { TokenRange } from '../text/tokens.ts'

/** A mention at its place among the tokens. */
export interface Mention extends Omit<MentionSpan, 'quote'> {
  /** The tokens it covers; the first may carry proclitics that `start` lies behind. */
  tokens: TokenRange
  /** Where the title before a name begins: «مع الرئيس الفرنسي | جاك شيراك». */
  opens?: number
  /** What is glued to the first token: `['و', 'ل']` in «وللتحالف». */
  proclitics: readonly string[]
  /** The entity's id. */
  entity: string
  /** The same state in its other role: the place of an actor, the actor of a place. */
  counterpart?: string
}

/** A fact about two entities that the words or a registry give. */
export interface EntityRelation {
  subject: string
  predicate: Extract<Relation, 'WITHIN' | 'PART_OF' | 'TERRITORY'>
  object: string
  evidence: Span[]
  rule: string
}

export interface Entities {
  /** In order of first mention. */
  entities: Entity[]
  /** In text order; where one lies inside another (a country in a group's name), the outer comes first. */
  mentions: Mention[]
  relations: EntityRelation[]
  /** Ids of those spoken of only in passing: «المسلحون»، «النقابة». */
  passing: ReadonlySet<string>
  /** States that only an adjective names, as owners: they play no other role in the text. */
  implied: Entity[]
}
