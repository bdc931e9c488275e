/** How one sentence became triples, step by step: what `explain` returns. */
import type {
  Article,
  Commitment,
  DateMention,
  Deed,
  Diagnostic,
  Entity,
  Mention,
  Section,
  Span,
  Statement,
  Triple,
} from '@mithaq/model'
import type { Refusal } from '../commitments/watch.ts'

export interface Explanation {
  article: Pick<Article, 'id' | 'published'>
  /** The offset that was asked about. */
  at: number
  /** Null where the text has no sentence. */
  sentence: (Span & { section: Section['kind']; note: string }) | null
  words: Word[]
  dates: TracedDate[]
  names: TracedName[]
  statements: TracedStatement[]
  candidates: TracedCandidate[]
  deeds: Deed[]
  triples: Triple[]
  diagnostics: Diagnostic[]
}

/** A line of the lexicon that was used. */
export interface LexiconLine {
  /** Below `lexicon/`, e.g. `triggers.tsv`. */
  file: string
  line: number
  /** The line itself. */
  entry: string
}

/** A rule: what it is called in the record, what it looks for, and the file below `src/` that holds it. */
export interface RuleNote {
  rule: string
  does: string
  file: string
}

export interface Word extends Span {
  folded: string
  /** What the word may be, e.g. `verb تعهد, past, 3fs`; none for most words. */
  readings: string[]
}

export interface TracedDate extends DateMention {
  file: string
  /** From which day, or from which words, it was resolved. */
  resolved: string
}

export interface TracedName extends Mention {
  entity: Pick<Entity, 'id' | 'kind' | 'type' | 'name' | 'named' | 'sameAs'>
  does: string
  file: string
  /** Where the lexicon has whom it is; null for what only the text knows. */
  lexicon: LexiconLine | null
}

export interface TracedStatement extends Statement {
  /** What its cue does to commitments in it: announces, demands or denies them; '' for nothing. */
  act: string
  /** How the content hangs on the cue. */
  frame: string
  lexicon: LexiconLine | null
  /** Those who say it, outermost first. */
  chain: string[]
}

/** A word that undertakes, or might have: what was made of it. */
export interface TracedCandidate {
  trigger: Span
  /** The clause that states it; null where no pattern read one. */
  clause: Span | null
  pattern: RuleNote | null
  lexicon: LexiconLine | null
  outcome: 'commitment' | Refusal | 'demanded' | 'asked' | 'furniture' | 'within' | 'unread'
  /** The outcome in words. */
  why: string
  /** Who is bound, and how he was found. */
  committers: Bound[]
  /** The other roles, each with its words. */
  roles: Role[]
  /** What the record says of it; null for none. */
  commitment: Commitment | null
}

export interface Bound {
  id: string
  name: string
  why: string
  /** The words that name him, where some do. */
  words: Span | null
}

export interface Role {
  role:
    | 'action'
    | 'creditor'
    | 'concerns'
    | 'at'
    | 'from'
    | 'toward'
    | 'begins'
    | 'due'
    | 'condition'
    | 'quantity'
  /** What it came to: an entity's id, a day, a number. */
  value: string
  words: Span | null
}
