/** One action as it stands at a token: «بتقديم …»، «أن تسحب …»، «على تشكيل …»، «وقف …». */
import { isOfClass } from '../word-classes.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, futureReading, hasActionShape, presentReading } from '../text/morphology.ts'
import type { Token } from '../text/tokens.ts'
import type { Action } from './candidate.ts'

export const COMPLEMENTIZER = /^[بعل]?(?:ان|الا)$/u
export const NOT = /^(?:[بلو]?عدم|ب?الا)$/u

export interface Complement {
  action: Pick<Action, 'cut' | 'noun' | 'verbs' | 'saysNot' | 'thing'>
  /** First token of the action. */
  start: number
  /** «بعدم …»، «ألا …»: it keeps from. */
  negated: boolean
  /** Tokens between the trigger and the action: subject and adjuncts. */
  zoneEnd: number
}

/** «أن تسحب قواتها»: the verb becomes its noun. */
export function verbal(tokens: readonly Token[], at: number, limit: number): Complement | null {
  let verb = at + 1
  let negated = tokens[at]!.text.endsWith('الا')
  if (tokens[verb]?.text === 'لا') {
    negated = true
    verb++
  }
  // «أقسموا ألا يبرحوا خيامهم قبل أن تُسحب الحفارة»: behind «ألا» stands a verb, known or not.
  if (negated && !isKnownVerb(tokens[verb])) return unknownVerb(tokens, at, negated)
  for (; verb < Math.min(limit, at + 8); verb++) {
    // «وعد بأن الكهرباء ستعود»
    const reading = presentReading(tokens[verb]!.form) ?? futureReading(tokens[verb]!.form)
    // «تعهد أن يكون بينهم في العاشر»: what one will be.
    if (verb === at + 1 && reading?.verb?.lemma === 'كان') return unknownVerb(tokens, at, negated)
    if (!reading?.verb || reading.verb.role === 'state') continue
    // «اتفقوا على أن الأزمة تتطلب …»: what they hold to be so.
    if (verb > at + 1 && !isFuture(tokens[verb]!.text) && isTopic(tokens[at + 1]!)) return null
    // «بأن لندن لن تأخذ لاجئاً»
    if (/^(?:لن|لا)$/u.test(tokens[verb - 1]!.text)) negated = true
    const noun = reading.verb.nouns[0]
    if (noun === undefined) continue
    return {
      action: {
        cut: tokens[verb]!.text.length,
        noun,
        verbs: [reading.verb],
        ...(isFuture(tokens[verb]!.text) && verb > at + 1 && { thing: { start: at + 1, end: verb } }),
      },
      start: verb,
      negated,
      zoneEnd: at,
    }
  }
  return unknownVerb(tokens, at, negated)
}

const isKnownVerb = (token: Token | undefined): boolean =>
  token === undefined ||
  !/^[يتن].{2,}$/u.test(token.text) ||
  (presentReading(token.form) ?? futureReading(token.form)) !== undefined

/** A noun that a sentence of its own is about. */
const isTopic = ({ text, form }: Token): boolean => actionNoun(form) !== undefined && !text.startsWith('ب')

const isFuture = (word: string): boolean => /^[وف]?س[يتنا]/u.test(word)

/** «بألا تقل الكمية عن …»: of a verb that the lexicon lacks the words stay as they are. */
function unknownVerb(tokens: readonly Token[], at: number, negated: boolean): Complement | null {
  const { text } = tokens[at]!
  if (!/^[يتن].{1,}$/u.test(tokens[at + 1]?.text ?? '')) return null
  const cut = /^[وف]?[بعل]/u.exec(text)?.[0].length ?? 0
  return {
    action: { cut: text.startsWith('ا') ? 0 : cut, noun: null, verbs: [], saysNot: negated },
    start: at,
    negated,
    zoneEnd: at,
  }
}

function firstWord({ tokens }: EntityDoc, from: number): number {
  let at = from
  while (tokens[at]?.kind === 'mark') at++
  return at
}

export function nominal(
  doc: EntityDoc,
  i: number,
  frames: readonly string[],
  adjunct: boolean,
  behindSubject: boolean,
  ofNoun: boolean,
): Complement | null {
  const { tokens } = doc
  const { text, form } = tokens[i]!
  // A preposition of its own: «على تشكيل», «بـ"تأمين …"».
  const word = text.replace(/^و(?=..)/u, '')
  if (frames.includes(word) && word !== 'ان' && word !== 'obj' && !doc.entities.startingAt.has(i)) {
    const start = firstWord(doc, i + 1)
    if (COMPLEMENTIZER.test(tokens[start]?.text ?? '')) return verbal(tokens, start, tokens.length)
    // «بقي الاتفاق حبراً على ورق»: what a noun governs is an action.
    const head = tokens[start]?.text ?? ''
    const isDone =
      (!ofNoun && word !== 'في') ||
      NOT.test(head) ||
      isDeictic(head) ||
      actionNoun(head) ||
      hasActionShape(head.replace(/^ال/u, ''))
    return tokens[start] && isDone ? nounAt(doc, start, i, 0) : null
  }
  if (isAdjunct(tokens, i)) return null
  if (isOfAttribute(tokens, i)) return null
  const glued = nounReadings(form).find(
    ({ proclitics, stem }) => frames.includes(proclitics.at(-1) ?? '') && !isEmpty(stem),
  )
  // «كلف بمهمة إعداد …»، «أمر بسرعة ضبط …»: the word before the action adds nothing.
  const isHead = glued && isOfClass('heads-action', glued.stem) && actionNoun(tokens[i + 1]?.text ?? '')
  if (isHead) return nounAt(doc, i + 1, i, 0)
  const isAction =
    glued &&
    ((behindSubject && !ofNoun && !isPreposition(form) && !/^(?:ها|هم|هما|نا)$/u.test(glued.stem)) ||
      actionNoun(glued.stem) ||
      isDeictic(glued.stem) ||
      NOT.test(glued.stem))
  // «قرارها بناء سد»: the letter is the noun's own.
  const isWhole = actionNoun(form)?.cut === 0
  if (isAction && !doc.entities.startingAt.has(i)) return nounAt(doc, i, i, isWhole ? 0 : glued.cut)
  if (adjunct || !frames.includes('obj') || doc.entities.startingAt.has(i)) return null
  if (NOT.test(text)) return nounAt(doc, i, i, 0)
  const noun = actionNoun(form)
  if (!noun && behindSubject && hasActionShape(text.replace(/^ال/u, ''))) return nounAt(doc, i, i, 0)
  if (noun && !behindSubject && isConstruct(doc, i - 1)) return null
  if (!noun || noun.proclitics.length > 0) return null
  // «قررت التنسيقية الوطنية العودة إلى الشارع»: of a definite one its preposition tells that it is the object.
  if (noun.definite && !noun.pronoun && !behindSubject && !isPreposition(tokens[i + 1]?.form ?? ''))
    return null
  const found = nounAt(doc, i, i, 0)
  // «رفض أي تدخل»
  return found && tokens[i - 1]?.text === 'اي' ? { ...found, start: i - 1 } : found
}

/** «تبرع بها عالم»، «ليس»: no action is left. */
export const isEmpty = (stem: string): boolean => /^(?:ه|ها|هم|هما|هن|ك|كم|ي|نا|يس|يست)$/u.test(stem)

/** «عرض ورقة عمل»: a noun of its own, whose genitive follows. */
const isConstruct = ({ tokens, entities, dateEnds }: EntityDoc, at: number): boolean =>
  tokens[at]!.kind === 'word' &&
  !entities.startingAt.has(at) &&
  !dateEnds.has(at) &&
  tokens[at]!.text.endsWith('ه') &&
  !tokens[at]!.text.startsWith('ال') &&
  !tokens[at]!.text.endsWith('يه') &&
  !isOfClass('heads-action', tokens[at]!.form) &&
  encliticReadings(tokens[at]!.text).every(({ stem }) => !actionNoun(stem))

/** «الكتيبة المجهزة بالمدافع»، «اللجنة المكلفة بإعداد التقرير»: it completes what tells of a noun. */
function isOfAttribute(tokens: readonly Token[], i: number): boolean {
  // «العاملين بالنقل» are people, whatever stands before them.
  const isPeople = /(?:ين|ون)$/u.test(tokens[i - 1]?.text ?? '')
  if (!tokens[i]!.text.startsWith('ب') || !(isPeople || tokens[i - 2]?.text.startsWith('ال'))) return false
  return isAttribute(tokens[i - 1], 'completed')
}

/** A definite participle of a class, in any of its forms: «الداعي»، «المكلفة». */
export function isAttribute(token: Token | undefined, of: string): boolean {
  const [, stem] = /^ال(.{2,}?)(?:ه|ين|ون|ان|ات|تان|تين)?$/u.exec(token?.text ?? '') ?? []
  return stem !== undefined && isOfClass(of, stem)
}

/** «بانتظار …»، «بالتعاون مع …»: a verbal noun that is as good as a preposition. */
function isAdjunct(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.text ?? ''
  return nounReadings(tokens[i]!.form).some(({ proclitics, stem }) => {
    if (proclitics.at(-1) !== 'ب') return false
    const bare = stem.replace(/^ال/u, '')
    return isOfClass('adjunct', bare) || (isOfClass('adjunct-with', bare) && /^(?:مع|من)$/u.test(next))
  })
}

export function nounAt(doc: EntityDoc, start: number, zoneEnd: number, cut: number): Complement | null {
  const { tokens } = doc
  const word = tokens[start]!.text.slice(cut)
  if (NOT.test(word) && tokens[start + 1]?.kind === 'word') {
    const next = nounAt(doc, start + 1, zoneEnd, 0)
    return next && { ...next, negated: true }
  }
  if (doc.entities.startingAt.has(start) && cut === 0) return null
  return { action: { cut, noun: null, verbs: actionNoun(word)?.verbs ?? [] }, start, negated: false, zoneEnd }
}

/** «بذلك»، «به»: the action is the one spoken of before. */
export const isDeictic = (word: string): boolean => word === 'ذلك' || word === 'هذا'
