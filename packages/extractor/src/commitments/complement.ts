/** The actions that a word of commitment governs, looked for behind it: its subject, its place and its day may stand between. */
import { fold } from '@mithaq/model'
import { isOfClass } from '../word-classes.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isNextDeed } from '../statements/content.ts'
import { verbCueAt } from '../statements/cues.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import {
  actionNoun,
  finiteReadings,
  hasActionShape,
  type NounReading,
  presentReading,
} from '../text/morphology.ts'
import type { Form } from '../remember.ts'
import { isComma, type Token } from '../text/tokens.ts'
import { clauseEnd, isJoinedTrigger } from './clauses.ts'
import {
  type Complement,
  COMPLEMENTIZER,
  isAttribute,
  isEmpty,
  nominal,
  NOT,
  nounAt,
  verbal,
} from './complement-at.ts'
import { connectiveAt } from './openers.ts'

/** Subject, place and day may stand between a verb and its action; more is another clause. In tokens. */
const REACH = 24
/** A noun keeps its action closer. */
const NEAR = 12
const STOPS = new Set(['.', '؟', '!', '؛', ':', '…'])

/** An action with the token where its words end. */
export interface Bounded extends Complement {
  end: number
}

/**
 * Words of an action before و can begin the next: «تأمين وحماية المستشارين» is one, «بوقف القتال وبتبادل الأسرى» are two.
 */
const SHORTEST = 2

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
  // «قرارها بناء سد»: the letter is the noun's own.
  const isWhole = actionNoun(form)?.cut === 0
  if (isPreposition(form) || doc.entities.startingAt.has(at) || isWhole) return null
  const glued = nounReadings(form).find(
    ({ proclitics, stem }) => frames.includes(proclitics.at(-1) ?? '') && !isEmpty(stem),
  )
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
      noun && glued !== 'و' ? frames.includes(glued ?? '') : noun && isParallel(doc, start, i, noun)
    if (!repeats && !joins && !(NOT.test(rest) && (frames.includes(rest[0]!) || rest === 'عدم'))) continue
    const complement = repeats
      ? nominal(doc, i, frames, false, false, false)
      : nounAt(doc, i, i, rest === 'عدم' ? 1 : (noun?.cut ?? 2))
    if (complement) return { at: i, complement }
  }
  return null
}

/** «بفتح المعبر وإدخال المساعدات» are two, but «تشكيل فرق لمتابعة المصابين وإجراء الجراحات» may be one with two aims. */
function isParallel({ tokens }: EntityDoc, start: number, at: number, noun: NounReading): boolean {
  const head = actionNoun(tokens[start]!.form)
  if (!head || (noun.definite && noun.pronoun === undefined) || noun.verbs[0]?.role === 'state') return false
  // «الاقتراح الداعي إلى إطلاق الأسرى، وانسحاب القوات»: another part of what a proposal calls for.
  if (tokens.slice(start, at).some((token) => isAttribute(token, 'calls-for'))) return false
  if (isComma(tokens[at - 1])) return !isJoinedTrigger(tokens, at)
  for (let i = start + 1; i < at; i++) {
    const inner = actionNoun(tokens[i]!.form)
    if (inner && !inner.definite && inner.proclitics.some((letter) => 'لب'.includes(letter))) return false
    if (inner && inner.stem === noun.stem) return false
  }
  return true
}

const opensVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === 'لا' || (/^[يتن]/u.test(token.text) && presentReading(token.form) !== undefined))

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
    // «ينوي كذلك اقتراح …»، «رفض رفضاً قاطعاً سحب …»
    if (isOfClass('adverb', form) || (!ofNoun && (isCognate(doc, trigger, i) || isCognate(doc, i - 1, i)))) {
      if (i === subjectEnd || i === trigger + 1) subjectEnd = i + 1
      continue
    }
    if (isOfClass('opens-date', form)) continue
    // «، وأن الشركة تعتزم تمويله»: another thing said.
    if (/^وان(?:ه|ها|هم)?$/u.test(text)) return thing
    const found = nominal(
      doc,
      i,
      frames,
      adjunct,
      i === subjectEnd || i === trigger + 1 || doc.dateEnds.has(i - 1) || (!ofNoun && isComma(tokens[i - 1])),
      ofNoun,
    )
    // «اتفقت مع الحركات الموقعة على السلام على تنفيذ …»: an action before a thing, and before what tells of a party.
    if (found && !isThing(doc, found, text) && !isOfParty(tokens[i - 1]!, text)) return found
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

/** «رفض رفضاً قاطعاً»، «أبى إباءً»: the verb's own noun says how, and not what. */
function isCognate({ tokens }: EntityDoc, verb: number, i: number): boolean {
  const [, bare] = /^([^و].*?[^ا])ا?$/u.exec(tokens[i]!.text) ?? []
  if (bare === undefined || !/[اء]$/u.test(tokens[i]!.text)) return false
  return finiteReadings(tokens[verb]!.form).some(({ verb: { nouns } }) =>
    nouns.some((noun) => fold(noun) === bare),
  )
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

/** «الفصائل الموقعة | على»: the adjective's own preposition. */
const isOfParty = (before: Token, word: string): boolean => word === 'علي' && isAttribute(before, 'upon')

/** «قررت اللجنة، التي اجتمعت أمس، تأجيل …»: the comma that closes what tells of the subject. */
function asideEnd(tokens: readonly Token[], comma: number, limit: number): number | undefined {
  const next = tokens[comma + 1]
  if (!isComma(tokens[comma]) || !next || !(ASIDE.test(next.text) || opensAside(next, tokens[comma + 2])))
    return undefined
  for (let i = comma + 2; i < Math.min(limit, comma + REACH); i++) {
    if (STOPS.has(tokens[i]!.text)) return undefined
    if (isComma(tokens[i])) return i
  }
  return undefined
}

/** «، في اجتماعه أمس، »، «، حسب مصدر، » */
const opensAside = ({ text, form }: Token, next: Token | undefined): boolean =>
  /^(?:اضافه|فضلا|علاوه)$/u.test(text) ||
  // «، كما قال الوزير، » tells who says so, «، كما قرر المجلس …» another deed.
  (text === 'كما' &&
    next !== undefined &&
    finiteReadings(next.form).some(({ verb }) => verb.role === 'report')) ||
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
