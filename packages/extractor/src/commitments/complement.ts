/** The action that a word of commitment governs: «بتقديم …»، «أن تسحب …»، «على تشكيل …»، «وقف …». */
import { isOfClass } from '../word-classes.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isNextDeed } from '../statements/content.ts'
import { verbCueAt } from '../statements/cues.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import {
  actionNoun,
  finiteReadings,
  futureReading,
  hasActionShape,
  presentReading,
} from '../text/morphology.ts'
import type { Form } from '../remember.ts'
import type { Token } from '../text/tokens.ts'
import type { Action } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { connectiveAt } from './openers.ts'

/** Subject, place and day may stand between a verb and its action; more is another clause. In tokens. */
const REACH = 24
/** A noun keeps its action closer. */
const NEAR = 12
const STOPS = new Set(['.', '؟', '!', '؛', ':', '…'])
const COMPLEMENTIZER = /^[بعل]?(?:ان|الا)$/u
const NOT = /^(?:[بلو]?عدم|ب?الا)$/u

interface Complement {
  action: Pick<Action, 'cut' | 'noun' | 'verbs' | 'saysNot' | 'thing'>
  /** First token of the action. */
  start: number
  /** «بعدم …»، «ألا …»: it keeps from. */
  negated: boolean
  /** Tokens between the trigger and the action: subject and adjuncts. */
  zoneEnd: number
}

/** An action with the token where its words end. */
export interface Bounded extends Complement {
  end: number
}

/**
 * Words of an action before و can begin the next: «تأمين وحماية المستشارين» is one, «بوقف القتال وبتبادل الأسرى» are two.
 */
const SHORTEST = 2
const WITHOUT_PREPOSITION = 3

/**
 * The actions that a word of commitment governs, one each: «على استئناف …، وعلى تشكيل …»، «بعدم السماح …، وبدفع …».
 * و begins the next where it repeats the preposition or أن, or brings another verbal noun.
 */
export function findComplements(
  doc: EntityDoc,
  trigger: number,
  frames: readonly string[],
  limit: number,
  ofNoun: boolean,
): Bounded[] {
  const found: Bounded[] = []
  let next = ownedThing(doc, trigger, frames, limit) ?? findComplement(doc, trigger, frames, limit, ofNoun)
  // «بتنفيذ الخطة ورفع تقرير»: what no preposition brought goes on without one, else the preposition is repeated.
  const isBare = next !== null && next.action.cut === 0 && next.zoneEnd === next.start
  const joining = isBare ? frames : frames.filter((frame) => frame !== 'obj')
  while (next) {
    const end = clauseEnd(doc, next.start, limit)
    const joint = nextAction(doc, next.start, end, joining, limit)
    found.push({ ...next, end: joint ? trimmedEnd(doc, next.start, joint.at) : end })
    next = joint?.complement ?? null
  }
  return found
}

/** «التزامها باتفاق التهدئة»، «التزامه حقوق الأساتذة»: whose undertaking it is said to be, a thing may follow. */
function ownedThing(
  doc: EntityDoc,
  trigger: number,
  frames: readonly string[],
  limit: number,
): Complement | null {
  const at = trigger + 1
  const { tokens } = doc
  if (at >= limit || tokens[at]!.kind !== 'word' || !isOwned(tokens[trigger]!.text)) return null
  const { text, form } = tokens[at]!
  if (isPreposition(form) || doc.entities.startingAt.has(at)) return null
  const glued = nounReadings(form).find(({ proclitics }) => frames.includes(proclitics.at(-1) ?? ''))
  if (glued) return actionNoun(glued.stem) ? null : nounAt(doc, at, at, glued.cut)
  const isConstruct = !text.startsWith('ال') && tokens[at + 1]?.text.startsWith('ال') === true
  return frames.includes('obj') && isConstruct && !actionNoun(form) ? nounAt(doc, at, at, 0) : null
}

const isOwned = (word: string): boolean =>
  nounReadings(word).some(({ stem }) => encliticReadings(stem).length > 0)

function nextAction(
  doc: EntityDoc,
  start: number,
  end: number,
  frames: readonly string[],
  limit: number,
): { at: number; complement: Complement } | null {
  const { tokens } = doc
  for (let i = start + SHORTEST; i < Math.min(limit, end + 2); i++) {
    const { text, form } = tokens[i]!
    if (text[0] !== 'و' || text.length < 3 || doc.entities.startingAt.has(i)) continue
    const rest = text.slice(1)
    // «…، وأن الحلف لا يعتزم …»: another thing said, and no action.
    if (COMPLEMENTIZER.test(rest) && rest === 'ان' && !opensVerb(tokens[i + 1])) continue
    if (frames.includes('ان') && COMPLEMENTIZER.test(rest)) {
      const complement = verbal(tokens, i, limit)
      return complement && { at: i, complement }
    }
    if (i >= end) continue
    const repeats = frames.includes(rest) && rest !== 'obj'
    const noun = repeats ? undefined : actionNoun(form)
    const glued = noun?.proclitics.at(-1)
    const joins =
      noun && glued !== 'و'
        ? frames.includes(glued ?? '')
        : noun &&
          i >= start + WITHOUT_PREPOSITION &&
          frames.includes('obj') &&
          (!noun.definite || noun.pronoun !== undefined)
    if (!repeats && !joins && !(NOT.test(rest) && (frames.includes(rest[0]!) || rest === 'عدم'))) continue
    const complement = repeats
      ? nominal(doc, i, frames, false, false, false)
      : nounAt(doc, i, i, rest === 'عدم' ? 1 : (noun?.cut ?? 2))
    if (complement) return { at: i, complement }
  }
  return null
}

const opensVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === 'لا' || (/^[يتن]/u.test(token.text) && presentReading(token.form) !== undefined))

function firstWord({ tokens }: EntityDoc, from: number): number {
  let at = from
  while (tokens[at]?.kind === 'mark') at++
  return at
}

function trimmedEnd({ tokens }: EntityDoc, start: number, end: number): number {
  let last = end
  while (last > start + 1 && tokens[last - 1]!.kind === 'mark' && !/[)»”"]/u.test(tokens[last - 1]!.text))
    last--
  return last
}

function findComplement(
  doc: EntityDoc,
  trigger: number,
  frames: readonly string[],
  limit: number,
  ofNoun: boolean,
): Complement | null {
  const { tokens } = doc
  let end = Math.min(limit, trigger + (ofNoun ? NEAR : REACH))
  let adjunct = false
  let subjectEnd = -1
  let thing: Complement | null = null
  for (let i = trigger + 1; i < end; i++) {
    const { text, kind, form } = tokens[i]!
    if (STOPS.has(text)) return thing
    // «قررت التنسيقية للدفاع عن حقوق البطالين العودة إلى الشارع»: where nothing else is governed.
    if (adjunct && !ofNoun && frames.includes('obj') && isDefiniteAction(doc, i))
      thing ??= nounAt(doc, i, i, 0)
    if (kind === 'mark') {
      adjunct = false
      i = asideEnd(tokens, i, limit) ?? i
      end = Math.max(end, Math.min(limit, i + NEAR))
      continue
    }
    if (frames.includes('ان') && COMPLEMENTIZER.test(text)) return verbal(tokens, i, end)
    // «أقرت بأن حجز الأموال يرفع التوتر»: what is said, and not done.
    if (text === 'بان' && !frames.includes('ب')) return thing
    // «ينوي كذلك اقتراح …»
    if (isOfClass('adverb', form)) {
      if (i === subjectEnd || i === trigger + 1) subjectEnd = i + 1
      continue
    }
    if (isOfClass('opens-date', form)) continue
    // «، وأن الشركة تعتزم تمويله»: another thing said.
    if (text === 'وان') return thing
    const found = nominal(
      doc,
      i,
      frames,
      adjunct,
      i === subjectEnd ||
        i === trigger + 1 ||
        doc.dateEnds.has(i - 1) ||
        (!ofNoun && tokens[i - 1]!.text === '،'),
      ofNoun,
    )
    // «اتفقت مع الحركات الموقعة على السلام على تنفيذ …»: an action before a thing.
    if (found && !isThing(doc, found, text)) return found
    thing ??= found
    const mention = doc.entities.startingAt.get(i)?.[0]
    // «قرار ثم يوجه ضربة»، «القرار وما سمي بوقف النار»: a noun governs nothing beyond a verb or an و.
    if (ofNoun && !mention && (isFinite(form) || (i > trigger + 1 && /^و../u.test(text)))) return thing
    if (!mention && i > trigger + 1 && isNextDeed(text)) return thing
    if (
      !mention &&
      (connectiveAt(tokens, i, end) || (i > trigger + 1 && verbCueAt(tokens, i)?.type === 'participle'))
    )
      return thing
    if (mention) {
      i = mention.tokens.end - 1
      subjectEnd = mention.tokens.end
      adjunct = false
    } else if (isPreposition(form)) adjunct = true
    else if (doc.dateEnds.has(i) || closesPhrase(tokens, i)) adjunct = false
  }
  return thing
}

/** «العودة إلى …»: its preposition tells that it is no genitive. */
function isDefiniteAction({ tokens, entities }: EntityDoc, i: number): boolean {
  const noun = actionNoun(tokens[i]!.form)
  if (!noun?.definite || noun.cut > 0 || noun.pronoun || entities.startingAt.has(i)) return false
  return /^(?:الي|عن|علي)$/u.test(tokens[i + 1]?.text ?? '') && tokens[i - 1]?.text.startsWith('ال') === true
}

/** Behind «على» alone stands no action. */
const isThing = (doc: EntityDoc, { start, action }: Complement, word: string): boolean =>
  /^و?علي$/u.test(word) &&
  action.verbs.length === 0 &&
  action.noun === null &&
  !hasActionShape(doc.tokens[start]!.text.replace(/^ال/u, ''))

/** «قررت اللجنة، التي اجتمعت أمس، تأجيل …»: the comma that closes what tells of the subject. */
function asideEnd(tokens: readonly Token[], comma: number, limit: number): number | undefined {
  const next = tokens[comma + 1]
  if (tokens[comma]!.text !== '،' || !next || !(ASIDE.test(next.text) || opensAside(next))) return undefined
  for (let i = comma + 2; i < Math.min(limit, comma + REACH); i++) {
    if (STOPS.has(tokens[i]!.text)) return undefined
    if (tokens[i]!.text === '،') return i
  }
  return undefined
}

/** «، في اجتماعه أمس، »، «، حسب مصدر، » */
const opensAside = ({ text, form }: Token): boolean =>
  /^(?:اضافه|فضلا|علاوه|كما)$/u.test(text) ||
  (isPreposition(form) && !/^و(?!فق)/u.test(text) && !/^(?:علي|عن|الي|ب|ل)$/u.test(text))

const ASIDE = /^(?:و(?:هو|هي|هم|هما)|و?(?:الذي|التي|الذين|اللذان|اللذين|اللتان|اللتين))$/u

/** A verb and no noun: «يوجه», not «نقل». */
const isFinite = (word: Form): boolean =>
  !isPreposition(word) &&
  !actionNoun(word) &&
  finiteReadings(word).some(({ tense, object }) => tense !== 'participle' && !object)

/** A definite word with an indefinite one behind it ends its phrase: «في الوقت الراهن | إجراء». */
const closesPhrase = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text.startsWith('ال') && tokens[i + 1]?.kind === 'word' && !tokens[i + 1]!.text.startsWith('ال')

/** «أن تسحب قواتها»: the verb becomes its noun. */
function verbal(tokens: readonly Token[], at: number, limit: number): Complement | null {
  let verb = at + 1
  let negated = tokens[at]!.text.endsWith('الا')
  if (tokens[verb]?.text === 'لا') {
    negated = true
    verb++
  }
  for (; verb < Math.min(limit, at + 8); verb++) {
    // «وعد بأن الكهرباء ستعود»
    const reading = presentReading(tokens[verb]!.form) ?? futureReading(tokens[verb]!.form)
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

function nominal(
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
  const glued = nounReadings(form).find(({ proclitics }) => frames.includes(proclitics.at(-1) ?? ''))
  const isAction =
    glued &&
    ((behindSubject && !ofNoun && !isPreposition(form)) ||
      actionNoun(glued.stem) ||
      isDeictic(glued.stem) ||
      NOT.test(glued.stem))
  if (isAction && !doc.entities.startingAt.has(i)) return nounAt(doc, i, i, glued.cut)
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

/** «عرض ورقة عمل»: a noun of its own, whose genitive follows. */
const isConstruct = ({ tokens, entities, dateEnds }: EntityDoc, at: number): boolean =>
  tokens[at]!.kind === 'word' &&
  !entities.startingAt.has(at) &&
  !dateEnds.has(at) &&
  tokens[at]!.text.endsWith('ه') &&
  !tokens[at]!.text.startsWith('ال') &&
  !tokens[at]!.text.endsWith('يه') &&
  encliticReadings(tokens[at]!.text).every(({ stem }) => !actionNoun(stem))

/** «بانتظار …»، «بالتعاون مع …»: a verbal noun that is as good as a preposition. */
function isAdjunct(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.text ?? ''
  return nounReadings(tokens[i]!.form).some(({ proclitics, stem }) => {
    if (proclitics.at(-1) !== 'ب') return false
    const bare = stem.replace(/^ال/u, '')
    return isOfClass('adjunct', bare) || (isOfClass('adjunct-with', bare) && /^(?:مع|من)$/u.test(next))
  })
}

function nounAt(doc: EntityDoc, start: number, zoneEnd: number, cut: number): Complement | null {
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
