/** The verb of what will be, and what stands before it: «سيتم»، «سوف تدعم»، «لن تسمح»، «من المقرر أن تبدأ». */
import type { Commitment } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { type FutureVerb, futureReading, personOf, presentReading, spokenFuture } from '../text/morphology.ts'
import { phraseBook, type PhraseBook } from '../text/phrases.ts'
import { quoteAt } from '../text/quotes.ts'
import { wordBefore } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'

export interface Future {
  /** Token of the verb itself. */
  verb: number
  reading: FutureVerb
  kind: Commitment['kind']
  polarity: Commitment['polarity']
  certainty: Commitment['certainty']
  rule: string
  /** Who expects it is somebody else: «يتوقع البنك أن …». */
  foretold?: true
}

type Modal = Readonly<Record<'phrase' | 'kind' | 'certainty' | 'person', string>>

const modals = lazily(() =>
  phraseBook(readLexicon<keyof Modal>('modals.tsv').map((row) => [row.phrase, row] as const)),
)
/** The phrase at a token that sets a verb in the future: «من المقرر»; of «غير المرجح» and «ليس من المقرر» nothing is to come. */
export const modalAt: PhraseBook<Modal> = (tokens, at, limit) => {
  const modal = modals()(tokens, at, limit)
  return modal && NOT.test(wordBefore(tokens, at)) ? undefined : modal
}
const NOT = /^(?:غير|[وف]?(?:ليس|ليست|لا|لم))$/u
/** A subject may stand between. In tokens. */
const WAS = 5

/** «ما كان سيحدث»، «كانت الحكومة ستبني جسراً»: it did not; «كان الكاتب ينوي»: he did once. */
export function wasToBe({ tokens, entities }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - WAS) && tokens[i]!.kind === 'word'; i--) {
    if (WAS_TO_BE.test(tokens[i]!.text)) return true
    const isNoun = entities.startingAt.has(i) || tokens[i]!.text.startsWith('ال')
    if (!isNoun) return false
  }
  return false
}

const WAS_TO_BE = /^[وف]?كان(?:ت|وا|ا|تا)?$/u
const WILL_NOT = /^[وف]?لن$/u
const WILL = /^[وف]?سوف$/u
const plain = { kind: 'plan', polarity: 'positive', certainty: 'certain' } as const

/** The verb that a token sets in the future; null where it sets none. */
export function readFuture(
  doc: StatementDoc,
  at: number,
  limit: number,
  statement: StatementNote | undefined,
): Future | null {
  const { tokens } = doc
  const { text: word, form } = tokens[at]!
  if (doc.entities.startingAt.has(at)) return null
  if (wasToBe(doc, at)) return null
  const glued = futureReading(form)
  if (glued) return { ...plain, verb: at, reading: glued, rule: 'future' }
  const spoken = quoteAt(doc, at) ? spokenFuture(form) : undefined
  if (spoken) {
    // «مش هنقبل»
    return /^[وف]?(?:مش|مو)$/u.test(tokens[at - 1]?.text ?? '')
      ? { ...plain, kind: 'refusal', polarity: 'negative', verb: at, reading: spoken, rule: 'future-negated' }
      : { ...plain, verb: at, reading: spoken, rule: 'future' }
  }
  const negative = WILL_NOT.test(word)
  if (negative || WILL.test(word)) {
    const reading = verbAt(doc, at + 1, limit) ?? unknownVerb(doc, at + 1, limit)
    if (!reading) return null
    return negative
      ? {
          verb: at + 1,
          reading,
          kind: 'refusal',
          polarity: 'negative',
          certainty: 'certain',
          rule: 'future-negated',
        }
      : { ...plain, verb: at + 1, reading, rule: 'future' }
  }
  const expected =
    statement?.frame === 'ان' && at === statement.content.start && isOfClass('expects', statement.lemma)
  if (expected) {
    const reading = verbAt(doc, at, limit)
    if (reading) return { ...plain, certainty: 'probable', verb: at, reading, rule: 'modal', foretold: true }
  }
  const modal = modalAt(tokens, at, limit)
  if (!modal) return null
  for (let i = modal.end; i < Math.min(limit, modal.end + 6); i++) {
    if (/^[وف]?(?:ب?دون|بعد|قبل)$/u.test(tokens[i]!.text)) break
    const opened = i > modal.end && /^(?:[وبل]?ان|ل?كي)$/u.test(tokens[i - 1]!.text)
    const reading = opened ? (verbAt(doc, i, limit) ?? unknownVerb(doc, i, limit)) : undefined
    // «آن الأوان لأن نخرج»; «… لأن تخرجوا» is a call on others.
    if (reading && modal.value.person === 'first' && (!statement || !reading.person.startsWith('1')))
      return null
    if (reading)
      return {
        verb: i,
        reading,
        kind: modal.value.kind as Commitment['kind'],
        polarity: 'positive',
        certainty: modal.value.certainty as Commitment['certainty'],
        rule: 'modal',
      }
  }
  return null
}

function verbAt({ tokens }: StatementDoc, at: number, limit: number): FutureVerb | undefined {
  if (at >= limit) return undefined
  const reading = presentReading(tokens[at]!.form)
  return reading && { ...reading, cut: 0, conjunction: false }
}

/** Behind لن and سوف stands a verb, whether the lexicon has it or not. */
function unknownVerb({ tokens }: StatementDoc, at: number, limit: number): FutureVerb | undefined {
  const stem = at < limit ? tokens[at]!.text : ''
  return /^[يتن].{2,}$/u.test(stem) ? { person: personOf(stem), stem, cut: 0, conjunction: false } : undefined
}

/** «ستمتنع عن التصويت» */
export const refrains = ({ verb }: FutureVerb): boolean => isOfClass('refrains', verb?.lemma ?? '')

/** «لن نتردد في تنفيذ الإضراب»: who will not hesitate will do it. */
export const hesitates = ({ verb }: FutureVerb): boolean => isOfClass('hesitates', verb?.lemma ?? '')
