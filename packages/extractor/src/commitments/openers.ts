/** Connectives and conditions of the lexicon, matched at a token. */
import { lazily, readLexicon } from '../read-lexicon.ts'
import { phraseBook } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'

export type ConnectiveType = 'coordinate' | 'relative' | 'stipulation'
/** «من جهته» opens a clause only where nothing of it stands before; «في وقت لاحق» looks like «في وقت» and opens none. */
type Opening = ConnectiveType | 'aside' | 'adjunct'
export type ConditionType = 'if' | 'by' | 'event'

const connectives = lazily(() =>
  phraseBook(
    readLexicon<'word' | 'type'>('connectives.tsv').map(({ word, type }) => [word, type as Opening] as const),
  ),
)
const conditions = lazily(() =>
  phraseBook(
    readLexicon<'cue' | 'type'>('conditions.tsv').map(
      ({ cue, type }) => [cue, type as ConditionType] as const,
    ),
  ),
)

/** The connective at a token: «فيما»، «والتي»، «غير أن». */
export function connectiveAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { type: ConnectiveType; end: number } | undefined {
  const match = connectives()(tokens, at, limit)
  if (!match || match.value === 'adjunct') return undefined
  const { text } = tokens[at]!
  const before = tokens[at - 1]
  // «من حيث المبدأ»
  if (text === 'حيث' && before?.text === 'من') return undefined
  if (match.value !== 'aside') return { type: match.value, end: match.end }
  // «تعهدت السعودية من جهتها بتمويل …» is one clause.
  return before?.kind === 'word' && !/^(?:و|ف(?!ي$))/u.test(text)
    ? undefined
    : { type: 'coordinate', end: match.end }
}

/** The word that opens a condition at a token: «شرط أن»، «وفقاً لـ». */
export function conditionAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { type: ConditionType; end: number } | undefined {
  const match = conditions()(tokens, at, limit)
  // «في حال تأهب»: how it is, and no if.
  if (!match || isOfClass('state', tokens[match.end]?.form ?? '')) return undefined
  return { type: match.value, end: match.end }
}
