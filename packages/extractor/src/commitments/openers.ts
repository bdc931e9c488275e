/** Connectives and conditions of the lexicon, matched at a token. */
import { lazily, readLexicon } from '../read-lexicon.ts'
import { phraseBook } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

export type ConnectiveType = 'coordinate' | 'relative' | 'stipulation'
export type ConditionType = 'if' | 'by' | 'event'

const connectives = lazily(() =>
  phraseBook(
    readLexicon<'word' | 'type'>('connectives.tsv').map(
      ({ word, type }) => [word, type as ConnectiveType] as const,
    ),
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
  return match && { type: match.value, end: match.end }
}

/** The word that opens a condition at a token: «شرط أن»، «وفقاً لـ». */
export function conditionAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { type: ConditionType; end: number } | undefined {
  const match = conditions()(tokens, at, limit)
  return match && { type: match.value, end: match.end }
}
