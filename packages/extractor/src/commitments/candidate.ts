/** A commitment as the patterns find it, by tokens, before its roles are filled. */
import type { Commitment } from '@mithaq/model'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import type { Topic } from './referent.ts'
import type { Verb } from '../text/verbs.ts'
import type { TokenRange } from '../text/tokens.ts'

/**
 * Asked at a word: the commitments that begin with it, one for each action; none when it is not one's word. `bounds`
 * is what a clause there may not cross, `statement` the one it stands in.
 */
export type Pattern = (
  doc: StatementDoc,
  at: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
) => readonly Candidate[]

export interface Candidate {
  rule: string
  trigger: TokenRange
  /** Letters glued before the trigger: «و» of «وستغادر». */
  cut: number
  /** The smallest clause that states it. */
  evidence: TokenRange
  action: Action
  kind: Commitment['kind']
  polarity: Commitment['polarity']
  certainty: Commitment['certainty']
  /** Empty when the words bind somebody that is not known. */
  committers: readonly string[]
  statement: StatementNote | undefined
  /** The committers are read off what was said around the clause. */
  implied?: true
  /** Said in the first person. */
  spoken?: boolean
}

/** What is committed to: the words of it, and the verb or verbal noun that heads them. */
export interface Action {
  /** The words that follow the head, or all of them when the head is a noun of the text. */
  words: TokenRange
  /** Letters cut off the first word: proclitics, or the whole verb that `noun` replaces. */
  cut: number
  /** The verbal noun that stands for a finite verb: `مغادرة` for «ستغادر»; null keeps the words as they are. */
  noun: string | null
  verbs: readonly Verb[]
  /** The subject before the verb, when it is a thing and no actor. */
  thing?: TokenRange
  /** The committers, right behind the verb: they are told apart from what they do. */
  subject?: TokenRange
  /** A light verb behind the noun that it says is done: «تسليم الأسلحة | سيتم | على مراحل». */
  light?: TokenRange
  /** The words say «ألا» themselves. */
  saysNot?: boolean
}
