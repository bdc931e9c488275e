/** The words that make a commitment, from `lexicon/triggers.tsv`: verbs in all their forms, and nouns. */
import { type Commitment, fold } from '@mithaq/model'
import { lazily, readLexicon, type Row, valuesIn } from '../read-lexicon.ts'
import { remember } from '../remember.ts'
import { encliticReadings, nounReadings, type Pronoun } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import type { Token } from '../text/tokens.ts'

interface TriggerSense {
  /** As the lexicon has it. */
  word: string
  kind: Commitment['kind']
  polarity: Commitment['polarity']
  certainty: Commitment['certainty']
  /** What the action follows: `ان`, `obj`, or a preposition. */
  frames: readonly string[]
}

export interface TriggerRow extends TriggerSense {
  pos: 'verb' | 'noun'
  tenses: readonly string[]
  example: string
  yields: string
}

type Column = 'word' | 'pos' | 'tenses' | 'kind' | 'polarity' | 'certainty' | 'frames' | 'example' | 'yields'

/** The whole table: the triggers, and the examples that the tests run. */
export const triggerRows = lazily(() => readLexicon<Column>('triggers.tsv').map(toTrigger))

function toTrigger(row: Row<Column>): TriggerRow {
  const { word, kind, polarity, certainty, example, yields } = row
  return {
    word,
    pos: row.pos as TriggerRow['pos'],
    tenses: valuesIn(row.tenses),
    kind: kind as TriggerRow['kind'],
    polarity: polarity as TriggerRow['polarity'],
    certainty: certainty as TriggerRow['certainty'],
    frames: valuesIn(row.frames).map(fold),
    example,
    yields,
  }
}

const byWord = lazily(() => {
  const tables = { verb: new Map<string, TriggerRow>(), noun: new Map<string, TriggerRow>() }
  for (const row of triggerRows()) tables[row.pos].set(fold(row.word), row)
  return tables
})

export type Trigger = TriggerSense &
  ({ type: 'verb'; verb: FiniteVerb } | { type: 'noun'; cut: number; pronoun?: Pronoun })

/** The trigger that a token may be, a verb before a noun: «رفض الرئيس» and «رفض إسرائيل» bind alike. */
export function triggerAt(tokens: readonly Token[], at: number): Trigger | undefined {
  const token = tokens[at]!
  if (token.kind !== 'word') return undefined
  for (const verb of mayBeVerb(tokens, at) ? finiteReadings(token.text) : []) {
    const row = byWord().verb.get(fold(verb.verb.lemma))
    // «عزماً» is the noun, and no verb of two.
    if (verb.person === '3d' && verb.tense === 'past' && nounTrigger(token.text)) continue
    if (row?.tenses.includes(verb.tense) && !verb.object) return { ...row, type: 'verb', verb }
  }
  return nounTrigger(token.text)
}

/** Without its article («الاتفاق», but «التزام» has none) or its accusative alef. */
const nounForms = (stem: string): string[] => [
  stem,
  ...(stem.startsWith('ال') ? [stem.slice(2)] : []),
  ...(stem.endsWith('ا') ? [stem.slice(0, -1)] : []),
]

/** «قبل» is before, and no verb follows a preposition: «من أجل». */
const mayBeVerb = (tokens: readonly Token[], at: number): boolean =>
  !isPreposition(tokens[at]!.text) && !isPreposition(tokens[at - 1]?.text ?? '')

const nounTrigger = remember((word): Trigger | undefined => {
  for (const { stem, cut, proclitics } of nounReadings(word)) {
    if (proclitics.includes('ك')) continue
    const row = nounForms(stem)
      .map((form) => byWord().noun.get(form))
      .find((found) => found !== undefined)
    if (row) return { ...row, type: 'noun', cut }
    for (const { stem: owned, pronoun } of encliticReadings(stem)) {
      const ownedRow = byWord().noun.get(owned)
      if (ownedRow) return { ...ownedRow, type: 'noun', cut, pronoun }
    }
  }
  return undefined
})
