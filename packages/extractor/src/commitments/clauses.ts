/** Where a clause ends and begins: what keeps one undertaking apart from the next. */
import { connectiveAt } from './openers.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isPaper, opensSpeechAt, phraseCueAt, verbCueAt } from '../statements/cues.ts'
import { isPreposition } from '../text/governs.ts'
import {
  actionNoun,
  bearsTanwin,
  finiteReadings,
  futureReading,
  isFiniteVerb,
  spokenFuture,
} from '../text/morphology.ts'
import { remember } from '../remember.ts'
import { isComma, type Token } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { triggerAt } from './triggers.ts'

const STOPS = new Set(['.', '؟', '!', '؛', ':', '…'])

/** «د. سامي»: no clause ends behind a letter that stands for a title or a name. */
const isStop = (tokens: readonly Token[], i: number): boolean =>
  STOPS.has(tokens[i]!.text) &&
  !(tokens[i]!.text === '.' && tokens[i - 1]?.text.length === 1 && tokens[i + 1]?.kind === 'word')

/** No clause that a reader could follow has more tokens. */
const LONGEST = 120

/**
 * The token where the clause around `from` ends: at a stop, at the end of the quotation it stands in,
 * at a connective (فيما، لكن، والتي), or at و with a finite verb. A comma alone ends nothing: Arabic
 * strings adjuncts with it.
 */
export function clauseEnd(doc: EntityDoc, from: number, limit: number): number {
  const { tokens } = doc
  let end = from + 1
  for (const stop = Math.min(limit, from + LONGEST); end < stop; end++) {
    if (isStop(tokens, end)) break
    // «(الفرنسية - أرشيف)»
    if (tokens[end]!.text === '(' && isOfClass('credit', tokens[end + 1]?.form ?? '')) break
    if (isComma(tokens[end]) ? opensClause(doc, end + 1, limit, true) : opensClause(doc, end, limit, false))
      break
  }
  return trimmed(tokens, from, end)
}

/** The token after the last stop, connective or complementizer before `at`: where its clause begins. */
export function clauseStart(doc: EntityDoc, at: number, floor: number): number {
  const { tokens } = doc
  for (let i = at - 1; i >= Math.max(floor, at - LONGEST); i--) {
    if (isStop(tokens, i) || isComplementizer(tokens[i]!.form)) return i + 1
    const match = connectiveAt(tokens, i, at)
    if (match?.type === 'relative' && isClosedRelative(doc, i, at)) continue
    if (match) return match.type === 'coordinate' ? match.end : i
  }
  return Math.max(floor, at - LONGEST)
}

const isComplementizer = remember((word): boolean => /^[وف]?[بل]?ان(?:ه|ها|هم|هما|نا|ني)?$/u.test(word))

/** «أن المهاجم الذي انضم إلى النادي سيقود …»: a relative has its verb already, and another comes without و. */
function isClosedRelative({ tokens, entities }: EntityDoc, relative: number, at: number): boolean {
  if (!/^(?:الذي|التي|الذين)$/u.test(tokens[relative]!.text) || isJoined(tokens[at]!)) return false
  const verb = /^(?:لن|سوف|لا|لم)$/u.test(tokens[at - 1]!.text) ? at - 1 : at
  for (let i = relative + 1; i < verb; i++)
    if (!entities.startingAt.has(i) && isVerbOnly(tokens[i]!)) return true
  return false
}

/** «وتفتح»; «وعدت» begins with a letter of its own. */
const isJoined = ({ text, form }: Token): boolean =>
  /^[وف]../u.test(text) && !finiteReadings(form).some(({ conjunction }) => !conjunction)

/** A finite verb, or a future one, and no noun. */
const isVerbOnly = (token: Token): boolean =>
  token.kind === 'word' &&
  !actionNoun(token.form) &&
  (isFiniteVerb(token) || futureReading(token.form) !== undefined)

function opensClause(doc: EntityDoc, i: number, limit: number, afterComma: boolean): boolean {
  if (i >= limit) return false
  const { tokens } = doc
  const { text: word, form } = tokens[i]!
  const connective = connectiveAt(tokens, i, limit)
  if (connective) return afterComma || connective.type === 'coordinate' || word.startsWith('و')
  const cue = verbCueAt(tokens, i)
  if (afterComma && cue && (cue.type === 'participle' || cue.verb.conjunction)) return true
  // «ستشارك بالمؤتمر قائلة إنها …»
  if (cue?.type === 'participle' && /ا$|ه$|ين$/u.test(word) && opensSpeechAt(tokens, i + 1)) return true
  // «، بحسب بيان صدر عنه»: who says so is no part of what is done.
  if (afterComma && isAttribution(doc, i, limit)) return true
  if (afterComma && (isAccusativeTrigger(tokens, i) || isOwnWill(tokens, i))) return true
  // «، قبل أن يعلن مكتبه …»، «، بعد أن تعهد الوزير …»
  if (afterComma && /^(?:قبل|بعد)$/u.test(word) && tokens[i + 1]?.text === 'ان' && tells(tokens, i + 2))
    return true
  if (afterComma && (isSetApart(doc, i, limit) || opensTerms(tokens, i, limit))) return true
  if (tellsAnew(doc, i)) return true
  const future = futureReading(form) ?? spokenFuture(form)
  if (future) return future.conjunction
  if (isDuring(tokens[i + 1]) && /^[يت]/u.test(word) && isVerbOnly(tokens[i]!)) return true
  // «فليس من الحكمة»، but «بن فليس»
  if (opensByItself(form) || (word === 'فليس' && isPreposition(tokens[i + 1]?.form ?? ''))) return true
  // «…، جاء ذلك في اجتماع …»
  if (afterComma && /^جاء(?:ت)?$/u.test(word)) return true
  // «وعدت بنحو 600 مليون دولار، لم يصل منها سوى الربع»
  if (afterComma && word === 'لم') return true
  if (
    word === 'ومن' &&
    /^ال(?:مقرر|متوقع|منتظر|مرتقب|مفترض|محتمل|مرجح|ممكن|مزمع|مومل)$/u.test(tokens[i + 1]?.text ?? '')
  )
    return true
  // «، وتعهد بمواصلة …»: the verb, and no «pledging».
  if (afterComma && isJoinedTrigger(tokens, i)) return true
  if (actionNoun(form)) return false
  if (word.startsWith('و') && futureSoon(tokens, i + 1, limit)) return true
  return finiteReadings(form).some(
    ({ conjunction, tense, verb }) =>
      conjunction &&
      (tense === 'present' ||
        (tense === 'past' && (afterComma || verb.role === 'report') && !doc.entities.startingAt.has(i))),
  )
}

/** «على إنشاء صندوق، تسدد الدول حصصها فيه خلال ستة أشهر»: a verb of its own with a date of its own. In tokens. */
const DATED = 14
function isSetApart(doc: EntityDoc, i: number, limit: number): boolean {
  const token = doc.tokens[i]!
  if (!/^[يت]/u.test(token.text) || !isVerbOnly(token) || doc.entities.startingAt.has(i)) return false
  if (!finiteReadings(token.form).some(({ tense, conjunction }) => tense === 'present' && !conjunction))
    return false
  for (let k = i + 1; k < Math.min(limit, i + DATED) && !isComma(doc.tokens[k]); k++)
    if (doc.dateEnds.has(k)) return true
  return false
}

/** «زيارة يبحث | خلالها …» */
export const isDuring = (token: Token | undefined): boolean => /^خلال(?:ه|ها)$/u.test(token?.text ?? '')

/** «، وعندما يتم التوافق عليها سنذهب بها إلى …»: a condition before its own verb. In tokens. */
const TERMS = 14
const opensTerms = (tokens: readonly Token[], i: number, limit: number): boolean =>
  /^و(?:عندما|اذا|حين|حينما|حالما|متي|ان لم|كلما)$/u.test(tokens[i]!.text) &&
  futureSoon(tokens, i + 1, limit, TERMS)

/** «بعد أن كان حذر من فخ مهدداً بوقف نشر الجيش إذا لم يحظ بضمانات | قال بعد الاجتماع إن …» */
function tellsAnew({ tokens }: EntityDoc, i: number): boolean {
  const cue = verbCueAt(tokens, i)
  if (cue?.type !== 'verb' || cue.verb.tense !== 'past' || cue.verb.conjunction || cue.verb.object)
    return false
  if (isOfClass('subordinates', tokens[i - 1]?.form ?? '')) return false
  for (let k = i + 1; k <= i + SAID && tokens[k]?.kind === 'word'; k++)
    if (opensSpeechAt(tokens, k)) return true
  return false
}
/** In tokens. */
const SAID = 4

/** «ولن»، «وقد»، «وأنها»، «فإنه» */
const opensByItself = remember((word): boolean =>
  /^(?:و(?:لن|سوف|قد|لا|لم|كان|كانت|ليس|ليست|نحن|ب?ان(?:ه|ها|هم|هما|نا|ني)?)|ف(?:ان(?:ه|ها|هم)?|قد|هو|هي|هم))$/u.test(
    word,
  ),
)

function isAttribution({ tokens, entities }: EntityDoc, i: number, limit: number): boolean {
  const cue = phraseCueAt(tokens, i, limit)
  if (!cue || cue.end >= limit) return false
  return isPaper(tokens[cue.end]!.text) || (entities.startingAt.has(cue.end) && cue.end - i === 1)
}

/** «وتعهد بـ»، «ورفض طلباً»: the verb of another undertaking, as what stands behind it tells. */
export const isJoinedTrigger = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1]?.text ?? ''
  const trigger = triggerAt(tokens, i)
  return (
    trigger?.type === 'verb' &&
    trigger.verb.conjunction &&
    trigger.verb.tense === 'past' &&
    (/^(?:ب(?:ان|الا)?|علي|ان|الا)$|^ب../u.test(next) || bearsTanwin(next))
  )
}

/** A verb that says something or undertakes it. */
const tells = (tokens: readonly Token[], i: number): boolean =>
  i < tokens.length && (verbCueAt(tokens, i) !== undefined || triggerAt(tokens, i)?.type === 'verb')

const ACCUSATIVE = /(?:ا|ه|ين)$/u

/** «، متعهداً بإيداع …»، «رافضاً الإفصاح»: whoever did the one thing undertakes another. */
function isAccusativeTrigger(tokens: readonly Token[], i: number): boolean {
  if (!ACCUSATIVE.test(tokens[i]!.text)) return false
  const trigger = triggerAt(tokens, i)
  return trigger?.type === 'verb' && trigger.verb.tense === 'participle'
}

/** «جددت رفضها …، واستعدادها لـ…»: another will of the same. */
function isOwnWill(tokens: readonly Token[], i: number): boolean {
  if (!tokens[i]!.text.startsWith('و')) return false
  const trigger = triggerAt(tokens, i)
  return trigger?.type === 'noun' && trigger.pronoun !== undefined
}

/** «، والبنك سيواصل»: a subject with its verb to come. */
function futureSoon(tokens: readonly Token[], from: number, limit: number, reach = 4): boolean {
  for (let i = from; i < Math.min(limit, from + reach) && tokens[i]!.kind === 'word'; i++)
    if (tokens[i]!.text === 'لن' || tokens[i]!.text === 'سوف' || futureReading(tokens[i]!.form)) return true
  return false
}

/** Without the marks at its end, but with the one that closes what it opens. */
function trimmed(tokens: readonly Token[], from: number, end: number): number {
  let last = end
  while (last > from + 1 && tokens[last - 1]!.kind === 'mark' && !closesWithin(tokens, from, last)) last--
  return last
}

const OPENERS = new Map([
  [')', '('],
  ['»', '«'],
  ['”', '“'],
  ['"', '"'],
  ['%', '%'],
])

function closesWithin(tokens: readonly Token[], from: number, last: number): boolean {
  const mark = tokens[last - 1]!.text
  const opener = OPENERS.get(mark)
  if (opener === undefined) return false
  if (mark === '%') return true
  let open = 0
  for (let i = from; i < last - 1; i++) {
    if (mark === opener) open ^= tokens[i]!.text === opener ? 1 : 0
    else if (tokens[i]!.text === opener) open++
    else if (tokens[i]!.text === mark) open--
  }
  return open > 0
}
