/** Cues: the words that attribute. Verbs in all their forms, nouns like قوله, phrases like وفق. */
import { isPreposition } from '../text/governs.ts'
import { isOfClass } from '../word-classes.ts'
import { fold } from '@mithaq/model'
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'
import { remember } from '../remember.ts'
import { finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import { phraseBook } from '../text/phrases.ts'
import { type Verb, verbsOfNoun } from '../text/verbs.ts'
import { isQuoteMark, type Token, type TokenRange } from '../text/tokens.ts'
import type { CueAct } from './statement.ts'

interface CueRow {
  /** Its verb may be one that does something else besides. */
  isDeed?: true
  frames: readonly string[]
  act: CueAct
}

export interface VerbCue extends CueRow {
  type: 'verb' | 'participle'
  verb: FiniteVerb
  at: number
}

const cues = lazily(() => {
  const verbs = new Map<string, CueRow>()
  const nouns = new Set<string>()
  const papers = new Set<string>()
  const phrases: [string, true][] = []
  for (const { cue, type, frames, act } of readLexicon<'cue' | 'type' | 'frames' | 'act'>('cues.tsv')) {
    if (type === 'verb' || type === 'deed')
      verbs.set(fold(cue), {
        frames: valuesIn(frames).map(fold),
        act: act as CueAct,
        ...(type === 'deed' && { isDeed: true as const }),
      })
    else if (type === 'noun') nouns.add(fold(cue))
    else if (type === 'paper') papers.add(fold(cue))
    else phrases.push([cue, true])
  }
  return { verbs, nouns, papers, phrase: phraseBook(phrases) }
})

/** Behind these nothing is said: «لم يشر»، «أن توقع». */
const unsays = remember((word): boolean => /^[وف]?(?:لم|لن|ان)$/u.test(word))

/** «نشر», and «كشفاً» with its alef. */
const isVerbalNoun = remember((word): boolean =>
  [word, word.replace(/ا$/u, '')].some((noun) => verbsOfNoun(noun).length > 0),
)

const isBeforeVerb = remember((word): boolean =>
  /^[وف]?(?:ل?قد|كانت?|كما|فيما|ما|حيث|اذ|(?:ان|لكن)(?:ه|ها|هم|هما))$/u.test(word),
)

/** «أسرّ إلى زواره أن»: said to somebody. */
const isToHearer = remember((word): boolean => /^(?:الي.*|ل|لي|له|لها|لهم)$/u.test(word))

/** «نشر» and «ذكر» are nouns too: a verb where a clause may begin. */
const mayBeVerb = (
  { conjunction }: FiniteVerb,
  before: Token | undefined,
  behind: Token | undefined,
): boolean =>
  conjunction ||
  (behind !== undefined && isToHearer(behind.form)) ||
  before === undefined ||
  before.kind === 'mark' ||
  isBeforeVerb(before.form) ||
  // «لكن مصدراً دبلوماسياً ذكر أن …»
  (/^ان(?:ه|ها|هم|هما)?$/u.test(behind?.text ?? '') && !isPreposition(before.form))

/** «أبلغته»، «طالبه بأن»: the object is the hearer. */
const hearsIt = ({ verb }: FiniteVerb, { act }: CueRow): boolean =>
  act === 'demand' || isOfClass('tells', verb.lemma)

/** What opens the words said: «أن»، «قائلة إنها»، «بأنه»، «:». */
export const opensSpeech = (word: string): boolean => /^(?:[بل]?ان(?:ه|ها|هم|هما)?|:)$/u.test(word)

/** «مؤكداً | أن»، «مشيراً | إلى أن» */
export function opensSpeechAt(tokens: readonly Token[], at: number): boolean {
  const led = /^(?:الي|علي|من)$/u.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== ':'
  return opensSpeech(tokens[led ? at + 1 : at]?.text ?? '')
}

/** What a word may be as a verb of saying; most words are none. */
const cueSenses = remember((word): readonly { verb: FiniteVerb; row: CueRow }[] =>
  finiteReadings(word).flatMap((verb) => {
    const known = cues().verbs.get(verb.verb.key)
    const row = verb.verb.role === 'report' || known?.isDeed ? known : undefined
    // «عقب زيارته» is after it; «أولاها أنها ليست في وارد» replies to nobody.
    const isOther =
      (verb.tense === 'past' && isOfClass('not-past', word)) || (verb.person === '1s' && verb.conjunction)
    return row && !isOther && !(verb.object && !hearsIt(verb, row)) ? [{ verb, row }] : []
  }),
)

/** «قال», whose noun says as well. */
export const isSayingVerb = ({ role, key }: Verb): boolean =>
  role === 'report' &&
  cues().verbs.get(key)?.frames.includes('ان') === true &&
  cues().verbs.get(key)!.act === ''

/** «إعلان إسرائيل أن»: whose noun tells something, and neither asks nor denies. */
export const isTellingVerb = ({ role, key }: Verb): boolean => {
  const row = role === 'report' ? cues().verbs.get(key) : undefined
  return row?.frames.includes('ان') === true && (row.act === '' || row.act === 'announce')
}

/** The verb of saying at a token: finite, or a participle that goes on with a statement («، مؤكداً أن»). */
export function verbCueAt(tokens: readonly Token[], at: number): VerbCue | undefined {
  const token = tokens[at]!
  const before = tokens[at - 1]
  if (token.kind !== 'word') return undefined
  const senses = cueSenses(token.form)
  if (senses.length === 0 || (before !== undefined && unsays(before.form))) return undefined
  for (const { verb, row } of senses) {
    if (isVerbalNoun(token.form) && !mayBeVerb(verb, before, tokens[at + 1])) continue
    if (verb.tense !== 'participle') return { ...row, type: 'verb', verb, at }
    if (!/(?:ا|ه|ين)$/u.test(token.text)) continue
    if (verb.conjunction || tokens[at - 1]?.kind === 'mark' || opensSpeechAt(tokens, at + 1))
      return { ...row, type: 'participle', verb, at }
  }
  return undefined
}

/** «كتب - محمد السيد وهالة محمود:», «حاوره: نبيل علي»: who wrote it says nothing. */
export function isByline(tokens: readonly Token[], { start, end }: TokenRange): boolean {
  const opens = isOfClass('byline', tokens[start]?.form ?? '')
  return (
    opens && (tokens[start + 1]?.kind === 'mark' || (end - start <= BYLINE && tokens[end - 1]!.text === ':'))
  )
}
/** In tokens. */
const BYLINE = 14

/** «قوله»، «تأكيدها»: the speech of the person named before. */
export const isNounCue = (word: string): boolean => cues().nouns.has(word)

/** «البيان»، «وفي بيان»: a document that may speak for those who issued it. */
export const isPaper = (word: string): boolean =>
  cues().papers.has(word) || ('بل'.includes(word[0] ?? ' ') && cues().papers.has(word.slice(1)))

/**
 * «وفق»، «بحسب»، «نقلاً عن»: the tokens of a phrase that names the source after it. `told` where a verb of saying ends it, whose
 * subject follows: «وفق ما قالت»، «كما يروي»، «كما نقل عنه».
 */
export function phraseCueAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
): (TokenRange & { told: boolean }) | undefined {
  const told = whatIsTold(tokens, at)
  if (told + 1 < limit && passesOn(tokens[told]!) && isOfHim(tokens[told + 1]!))
    return { start: at, end: told + 2, told: true }
  if (told < limit && tells(tokens[told]!) && !(isAs(tokens[at]!) && opensThat(tokens, told + 1, limit)))
    return { start: at, end: told + 1, told: true }
  const match = cues().phrase(tokens, at, limit)
  return match && { start: at, end: match.end, told: false }
}

/** Behind «حسبما»، «على ما»، «وفقاً لما». */
function whatIsTold(tokens: readonly Token[], at: number): number {
  if (/^[وف]?(?:حسبما|وفقما)$/u.test(tokens[at]!.text) || isAs(tokens[at]!)) return at + 1
  const isWhat =
    /^[وف]?(?:علي|حسب|بحسب|وفق|وفقا|طبقا|استنادا|بناء)$/u.test(tokens[at]!.text) &&
    /^ل?ما$/u.test(tokens[at + 1]?.text ?? '')
  return isWhat ? at + 2 : Infinity
}

/** «نقلت عنه»: who passes on what he says. */
const passesOn = ({ form }: Token): boolean =>
  finiteReadings(form).some(({ verb: { lemma }, tense }) => tense !== 'participle' && lemma === 'نقل')
export const isOfHim = ({ text }: Token): boolean => /^عن(?:ه|ها|هم|هما)$/u.test(text)

const isAs = ({ text }: Token): boolean => /^(?:كما|مثلما)$/u.test(text)

/** «كما أكد أن …»: it goes on and says more. */
function opensThat(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) {
    const { text, kind } = tokens[i]!
    if (opensSpeech(text)) return true
    if (kind === 'mark' && !isQuoteMark(tokens[i])) return false
  }
  return false
}

/** «ذكرت»، «أعلنته»، «تقول». */
const tells = ({ form }: Token): boolean =>
  finiteReadings(form).some(({ verb: { role, key }, tense }) => {
    const row = role === 'report' ? cues().verbs.get(key) : undefined
    return tense !== 'participle' && row !== undefined && row.act !== 'demand' && row.frames.includes('ان')
  })
