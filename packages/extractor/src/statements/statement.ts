/** A statement as the later stages use it: by tokens, with what its cue does to its content. */
import type { Statement } from '@mithaq/model'
import type { EntityDoc } from '../entities/mention-index.ts'
import type { TokenRange } from '../text/tokens.ts'

/** What a cue does to commitments in its content: announces them; demands or denies them, so that they bind nobody. */
export type CueAct = 'announce' | 'demand' | 'deny' | ''

export interface StatementNote {
  sources: readonly string[]
  /** «قالت الحكومة على لسان وزير الإعلام إنها»: who says it for the source, whom pronouns mean. */
  voice?: readonly string[]
  cue: TokenRange
  /** UTF-16 offset of the cue itself, behind a glued conjunction. */
  cueStart: number
  content: TokenRange
  mode: Statement['mode']
  act: CueAct
  /** Lemma of the verb of saying; '' for a phrase. */
  lemma: string
  /** How the content hangs on the cue: `ان`, `obj`, a preposition, `quote`, `phrase`. */
  frame: string
  /** A document speaks: a statement of several parties binds them all. */
  paper: boolean
  /** The statement that passes this one on. */
  parent?: StatementNote
}

export interface StatementDoc extends EntityDoc {
  readonly statements: readonly StatementNote[]
}

/** The sources of a statement and of those that pass it on, outermost first, each once. */
export function sourceChain(statement: StatementNote | undefined): string[] {
  const chain: string[] = []
  for (let note = statement; note; note = note.parent) chain.unshift(...(note.voice ?? note.sources))
  return [...new Set(chain)]
}

/** The innermost of these statements whose content a token stands in. */
export const enclosingOf = (notes: readonly StatementNote[], at: number): StatementNote | undefined =>
  notes.findLast(({ content: { start, end } }) => start <= at && at < end)

/** «الجلسة التي دعا إليها الرئيس»: told of a thing by the way; he does not go on. */
export const isOfThing = ({ tokens }: EntityDoc, { cue }: StatementNote): boolean =>
  /^(?:الذي|التي|الذين)$/u.test(tokens[cue.start - 1]?.text ?? '') &&
  /^(?:الي|ب|ل|عن|علي|في|من)ه(?:ا|م|ما)?$/u.test(tokens[cue.end]?.text ?? '')
