/** Why a word that undertakes binds nobody here: it is denied, only sought, describes, or is a part of a name. */
import type { StatementDoc } from '../statements/statement.ts'
import { finiteReadings, type FiniteVerb, hasActionShape } from '../text/morphology.ts'
import { isComma, type TokenRange, wordBefore } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import type { Bounded } from './complement.ts'
import { isDeictic } from './complement-at.ts'
import { wasToBe } from './future-verb.ts'
import type { Trigger } from './triggers.ts'

export const PAST_NEGATION = /^(?:و|ف)?(?:لم|ما|مما|ليس|ليست)$/u

/** «أفضل لاعب»: the best, and no «I prefer», which is said of a deed: «أفضل أن أعود». */
export const isSuperlative = ({ tokens }: StatementDoc, at: number): boolean =>
  /^[وف]?افضل$/u.test(tokens[at]!.text) && tokens[at + 1]?.text !== 'ان'

/** «لم يتلق الجيش أوامر بذلك»: a verb close before it is denied. In tokens. */
const DENIED = 6

export function isDenied({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - DENIED) && tokens[i]!.kind === 'word'; i--)
    if (/^[وف]?لم$/u.test(tokens[i]!.text)) return true
  return false
}

/** «كان الكاتب ينوي …»: he did once; «لكي يقطع الطريق»: an aim; «يجب أن تتعهد …»، «من الصعب أن توافق …»: a call, or doubtful. */
export function isOnceOrAim(doc: StatementDoc, at: number, { tense }: FiniteVerb): boolean {
  if (tense === 'past') return false
  if (wasToBe(doc, at)) return true
  return (
    tense === 'present' && (/^[وف]?ل?كي$/u.test(wordBefore(doc.tokens, at)) || isCalledOrDoubted(doc, at))
  )
}

/** «ينبغي على سوريا أن تقبل»: whom it is called on may stand between. In tokens. */
const CALL = 5
function isCalledOrDoubted({ tokens }: StatementDoc, verb: number): boolean {
  if (!/^(?:ان|الا)$/u.test(wordBefore(tokens, verb))) return false
  for (let i = verb - 2; i >= Math.max(0, verb - CALL) && tokens[i]!.kind === 'word'; i--)
    if (isOfClass('calls-or-doubts', tokens[i]!.text.replace(/^[وف](?=ي)/u, ''))) return true
    else if (/^علي./u.test(tokens[i]!.text)) return false
  return false
}

/** «الاتفاق عليها»: what it is about was spoken of before. */
export const pointsBack = ({ tokens }: StatementDoc, at: number): boolean =>
  /^(?:علي|في)(?:ه|ها|هم|هما)$/u.test(tokens[at + 1]?.text ?? '')

/** «لا توجد نية»، «ليس لدى الحكومة خطة»: there is none. In tokens. */
const ABSENT = 5
export function isAbsent({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(1, at - ABSENT) && tokens[i]!.kind === 'word'; i--) {
    const { text } = tokens[i]!
    if (/^[يت]وجد$/u.test(text)) return /^[وف]?لا$/u.test(tokens[i - 1]!.text)
    if (/^(?:لدي(?:ها|ه|هم|نا)?|هناك)$/u.test(text) && /^[وف]?(?:ليس|ليست)$/u.test(tokens[i - 1]!.text))
      return true
  }
  return false
}

/** «لم يحسم قراره»، «لم تعلن موافقتها» */
export const isUndecided = ({ tokens }: StatementDoc, at: number, { kind }: Trigger): boolean =>
  /^(?:decision|agreement)$/u.test(kind) && /^[وف]?لم$/u.test(tokens[at - 2]?.text ?? '')

/** «أبو زيد بن أبي عبد الله» */
export function isInPersonsName({ entities }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - NAME); i--) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention) return at < mention.tokens.end && entities.byId.get(mention.entity)?.type === 'Person'
  }
  return false
}
/** In tokens. */
const NAME = 6

/** «دون أن يتعهد»، «يود لو» */
export function isWithoutOrWish({ tokens }: StatementDoc, at: number): boolean {
  if (tokens[at + 1]?.text === 'لو') return true
  return /^[وف]?ان$/u.test(wordBefore(tokens, at)) && /^(?:من|ب)?دون$/u.test(tokens[at - 2]?.text ?? '')
}

/** «من الصعب على إسرائيل الموافقة على …»: as of a verb behind أن. */
export function isHard({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i > Math.max(0, at - CALL) && tokens[i]!.kind === 'word'; i--)
    if (tokens[i - 1]!.text === 'من' && isOfClass('calls-or-doubts', tokens[i]!.text)) return true
  return false
}

/** «لا يمكن لنا أن نقبل»، «لا تستطيع الحكومة أن توافق»: the words between «لا» and «أن». */
export function unableBefore({ tokens }: StatementDoc, verb: number): TokenRange | undefined {
  if (wordBefore(tokens, verb) !== 'ان') return undefined
  for (let i = verb - 2; i >= Math.max(1, verb - CALL) && tokens[i]!.kind === 'word'; i--)
    if (/^(?:يمكن.*|[ينتا]ستطيع)$/u.test(tokens[i]!.text))
      return /^[وف]?لا$/u.test(tokens[i - 1]!.text) ? { start: i + 1, end: verb - 1 } : undefined
  return undefined
}

/** «أرجو من كل مواطن أن يبلغ»: of others. In tokens. */
const ASKED = 3
export const isAskedOfOthers = ({ tokens }: StatementDoc, at: number, { kind }: Trigger): boolean =>
  kind === 'wish' &&
  tokens
    .slice(at + 1, at + 1 + ASKED)
    .some(({ text }, i) => text === 'من' && !isOfThing(tokens[at + i + 2]?.text ?? ''))
/** «يريد الحزب من هذا الاتفاق بناء الدولة»: a thing is asked for nothing. */
const isOfThing = (word: string): boolean =>
  /^(?:هذا|هذه|ذلك|تلك)$/u.test(word) || isOfClass('deal', word.replace(/^ال/u, ''))

/** «جزر مهددة بالغرق»: the participle that is no aside of a clause is passive. */
export const isThreatened = ({ tokens }: StatementDoc, at: number, trigger: Trigger): boolean =>
  trigger.type === 'verb' &&
  trigger.verb.tense === 'participle' &&
  isOfClass('threatens', trigger.word) &&
  !isComma(tokens[at - 1]) &&
  !tokens[at]!.text.endsWith('ا')

/** «بهدف التوصل لاتفاق»، «لم يحصل اتفاق»، «فرص اتفاق»: what is sought, doubted or denied has not been agreed. */
export function isOnlySought({ tokens }: StatementDoc, at: number, { kind }: Trigger): boolean {
  if (kind !== 'agreement') return false
  for (let i = at; i >= Math.max(0, at - SOUGHT); i--) {
    const { text, kind: token } = tokens[i]!
    if (token === 'mark') return false
    const stems = nounReadings(text).map(({ stem }) => stem.replace(/^ال/u, ''))
    if (i < at && stems.some((stem) => isOfClass('aim', stem))) return true
    // «للتوصل إلى اتفاق»
    if (i < at && /^[وف]?ل.*توصل$/u.test(text)) return true
    if (i < at && PAST_NEGATION.test(text)) return true
  }
  return false
}
/** In tokens. */
const SOUGHT = 4

/** «كلفت بدعوى»، «رفض سياسة الحكومة»: nobody can be charged with it, or keep from it. */
export function isNoAction({ tokens }: StatementDoc, { start, action }: Bounded, trigger: Trigger): boolean {
  const word = tokens[start]!.text.slice(action.cut).replace(/^ال/u, '')
  const stems = [word, ...encliticReadings(word).map(({ stem }) => stem)]
  // «استبعد ارتفاع الأسعار»: he thinks it unlikely.
  if (isOfClass('rules-out', trigger.word) && action.verbs.some(({ lemma }) => isOfClass('happens', lemma)))
    return true
  // «توجه بالقول إن …»، «التزم جانب الصمت»، «لا أعد بشيء»
  if (/^(?:(?:ال)?(?:قول|صمت|حذر|هدوء|شيء)|جانب)$/u.test(word)) return true
  const isVague = action.verbs.length === 0 && action.noun === null && !hasActionShape(word)
  // «آمل أن يكونوا كذلك»: what others are.
  if (trigger.kind === 'wish' && /^ب?ان$/u.test(tokens[start]!.text) && tokens[start + 1]?.text === 'يكونوا')
    return true
  // «السعودية مهتمة بالشأن اللبناني»
  if (isVague && !isDeictic(word) && isOfClass('wants-action', trigger.word)) return true
  if (trigger.kind === 'refusal') return stems.some((stem) => isOfClass('opinion', stem))
  // «لوّحت بالمعونة»
  if (isOfClass('hints', trigger.word)) return isVague && !isDeictic(word)
  return (
    trigger.kind === 'obligation' &&
    !(trigger.type === 'verb' && trigger.verb.tense === 'participle') &&
    isVague
  )
}

/** «الدول التي تتحلى بإرادة طيبة وتتمنى …»: it describes, as the verb before it does. */
export function goesOnRelative(doc: StatementDoc, at: number, trigger: Trigger, floor: number): boolean {
  if (trigger.type !== 'verb' || !trigger.verb.conjunction || trigger.verb.tense !== 'present') return false
  for (let i = at - 1; i > floor; i--) {
    const isVerb = finiteReadings(doc.tokens[i]!.form).some(({ tense }) => tense === 'present')
    if (isVerb && !doc.entities.startingAt.has(i))
      return /^(?:الذي|التي|الذين)$/u.test(doc.tokens[i - 1]!.text)
  }
  return false
}
