/**
 * The action as a clause that a reader understands by itself: the verb as its noun, without the dates and
 * the condition that have fields of their own, without stray marks; and an English gloss of it, composed
 * by machine from the lexicon's glosses and the entities' English names.
 */
import type { DateMention } from '@mithaq/model'
import { spanOf } from '../doc.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, bearsTanwin, isFiniteVerb, presentReading } from '../text/morphology.ts'
import { type Token, tokenAt, type TokenRange } from '../text/tokens.ts'
import type { Action } from './candidate.ts'
import { glossOf } from './gloss.ts'
import { SCHEDULED } from './when.ts'

/** Words that only lead up to a date, and go with it. */
const LEADS =
  /^[وف]?(?:ب|ل)?(?:في|خلال|حتي|بحلول|قبل|بعد|منذ|من|الي|اعتبارا|ابتداء|بدءا|موعد|اقصاه|غضون|مطلع|نهايه|بدلا|يوم|تاريخ|الفتره|فتره|موعدا|وفي|حلول|بنهايه|مده|مهله|اجل|اجال|غايه|وقت|لاحق)$/u
const QUOTES = new Set(['"', '«', '»', '“', '”', '„'])

/**
 * The action in Arabic, and its English gloss.
 *
 * @param omitted tokens of what has a field of its own
 * @param dates those that bound it in time; others are part of what is said («اتفاقية عام 1973»)
 * @param keepsFrom the commitment is not to do it: «عدم رفع الأسعار»; a refusal names what it refuses instead
 */
export function wordsOfAction(
  doc: EntityDoc,
  action: Action,
  omitted: readonly TokenRange[],
  dates: readonly DateMention[],
  keepsFrom: boolean,
): { ar: string; en?: string } {
  const skip = withDates(doc, action, omitted, dates)
  const does = tidy(inArabic(doc, action, skip))
  const gloss = glossOf(doc, action, skip)
  const ar = keepsFrom && !action.saysNot ? denied(does) : does
  const en = gloss && keepsFrom ? `not ${gloss}` : gloss
  return en === undefined ? { ar } : { ar, en }
}

/** «عدم رفع الأسعار», but «ألا يكون ممراً». */
const denied = (does: string): string =>
  does.startsWith('أن ') ? `ألا ${does.slice('أن '.length)}` : `عدم ${does}`

/** The action of a present verb: its noun, where the lexicon has it, else «أن» with the verb as it stands. */
export function nounOfVerb({ tokens }: EntityDoc, words: TokenRange): Action {
  const { text } = tokens[words.start]!
  const known = (presentReading(text) ?? presentReading(text.replace(/^[وف]/u, '')))?.verb
  const noun = known?.nouns[0]
  return {
    words,
    cut: noun === undefined ? 0 : text.length,
    noun: noun ?? 'أن',
    verbs: known ? [known] : [],
  }
}

/** The tokens left out: what has a field of its own, and the dates with the words that lead up to them. */
function withDates(
  doc: EntityDoc,
  { words, subject, thing, light }: Action,
  omitted: readonly TokenRange[],
  dates: readonly DateMention[],
): Set<number> {
  const skip = new Set(omitted.flatMap(({ start, end }) => range(start, end)))
  // What comes behind the noun is not said again in its place.
  for (const part of [subject, thing, light])
    for (const i of part ? range(part.start, part.end) : []) skip.add(i)
  for (const { start, end } of tokensOf(doc, words, dates)) {
    for (const i of range(start, end)) skip.add(i)
    let lead = start - 1
    while (lead > words.start && LEADS.test(doc.tokens[lead]!.text)) lead--
    if (lead > words.start && SCHEDULED.test(doc.tokens[lead]!.text))
      lead = eventStart(doc, lead, words.start) - 1
    for (const i of range(lead + 1, start)) skip.add(i)
  }
  return skip
}

/** «بعد الانتخابات الأميركية المقررة في نوفمبر المقبل» is one date. */
function eventStart({ tokens }: EntityDoc, from: number, floor: number): number {
  for (let i = from - 1; i > floor && i > from - 6 && tokens[i]!.kind !== 'mark'; i--)
    if (/^[وف]?(?:بعد|قبل|عقب|خلال|اثر)$/u.test(tokens[i]!.text)) return i
  return from + 1
}

function inArabic(doc: EntityDoc, action: Action, skip: ReadonlySet<number>): string {
  const { tokens } = doc
  const parts: string[] = action.noun ? [headNoun(doc, action, skip)] : []
  // «الشحنة الأولى ستُحمّل» becomes «تحميل الشحنة الأولى»: the thing comes behind its noun.
  if (action.noun && action.thing)
    parts.push(
      spanOf(doc, action.thing)
        .quote.replaceAll(/["«»“”„]/gu, '')
        .replace(/^\s*[وف]?(?:بال|كال|لل)/u, 'ال')
        .trim(),
    )
  let object = action.noun !== null && action.noun !== 'أن' && !action.thing
  for (const i of range(action.words.start, action.words.end)) {
    const token = tokens[i]!
    if (skip.has(i) || QUOTES.has(token.text)) continue
    const isHead = i === action.words.start
    let surface = isHead ? headSurface(doc, token, action) : doc.text.slice(token.start, token.end)
    // «امتناع رجاله عن غلق الميناء» becomes «الامتناع عن غلق الميناء».
    if (isHead && surface !== '' && ownerLeaves(doc, action, skip)) surface = definite(surface)
    // «ستوفد فريقاً هندسياً» becomes «إيفاد فريق هندسي»: the object of a noun is genitive.
    // «رفضت تمديدا جديدا»: what is named by itself is told as a title is.
    if (isHead && action.noun === null && isAccusative(surface, token.text.slice(action.cut))) {
      surface = surface.replace(/اً?$/u, '')
      object = true
    }
    object &&=
      isHead ||
      isAccusative(surface, token.text) ||
      isPairedIn(tokens, i) ||
      isRelativeAdjective(tokens, i) ||
      (parts.length === 1 && isBareObject(doc, i))
    // «مؤتمراً ثانياً» becomes «مؤتمر ثانٍ».
    if (object && !isHead) surface = surface.replace(/(?<=^.ا.)ياً?$/u, 'ٍ').replace(/اً?$/u, '')
    if (parts.length > 0 && !isHead && (joinsNext(parts.at(-1)!) || isGlued(tokens, i, skip)))
      parts[parts.length - 1] += surface
    else if (surface !== '') parts.push(surface)
  }
  return parts.join(' ')
}

/** «التوجه إلى جيهان»، «السماح بمرور القوافل», but «زيارة بغداد»: before a preposition the noun takes the article. */
const headNoun = (doc: EntityDoc, action: Action, skip: ReadonlySet<number>): string =>
  action.noun !== 'أن' && isLoose(doc, action, skip) ? definite(action.noun!) : action.noun!

const definite = (noun: string): string => (hasArticle(noun) ? noun : `ال${noun}`)

/** Whether the head stands by itself: nothing follows that it governs as a genitive. */
function isLoose(
  { tokens, entities, dateEnds }: EntityDoc,
  action: Action,
  skip: ReadonlySet<number>,
): boolean {
  const next = range(action.words.start + 1, action.words.end).find(
    (i) => !skip.has(i) && !QUOTES.has(tokens[i]!.text),
  )
  if (next === undefined) return !action.thing
  // «مقاضاة والي القصرين»: a governor, and no preposition.
  const word = action.thing || entities.startingAt.has(next) ? '' : tokens[next]!.text
  // «القبول بمرور 1300 مقاتل»: what is counted belongs to the second noun.
  const isGlued = (actionNoun(word)?.proclitics ?? []).some((letter) => letter === 'ب' || letter === 'ل')
  if (isGlued) return true
  const opensAdjunct =
    (isPreposition(word) && !/^(?:الاقل|الارجح|الاكثر)$/u.test(tokens[next + 1]?.text ?? '')) ||
    /^(?:بال.+|لل.+|[بل](?:ذلك|اي|كل|من|ما|هذا|هذه|نفسه|نفسها)|(?:ب|ل|عن|علي|من|في|الي)(?:ه|ها|هم|هما))$/u.test(
      word,
    )
  const takesObject = range(next, Math.min(action.words.end, next + OBJECT)).some(
    (i) =>
      // «الموقع عام 2015»: a year counts nothing.
      (tokens[i]!.kind === 'number' && !skip.has(i) && !dateEnds.has(i)) ||
      (/[^اهن]ا$/u.test(tokens[i]!.text) &&
        !isOfClass('adverb', tokens[i]!.form) &&
        !entities.startingAt.has(i)) ||
      // «عقد على هامش المؤتمر لقاءات ثنائية»: behind a phrase that is over.
      (i > next &&
        /^(?!ال|[وفبل]ال|لل)...+ات$/u.test(tokens[i]!.text) &&
        /^ال|(?:ه|ها|هم|هما)$/u.test(tokens[i - 1]!.text) &&
        !isFiniteVerb(tokens[i - 1]!)) ||
      isOfClass('counts', tokens[i]!.form),
  )
  return opensAdjunct && !takesObject
}

/** The head is a noun whose owner has a field of his own, and what is left opens with a preposition. */
const ownerLeaves = (doc: EntityDoc, action: Action, skip: ReadonlySet<number>): boolean =>
  action.noun === null &&
  action.subject?.start === action.words.start + 1 &&
  actionNoun(doc.tokens[action.words.start]!.form)?.definite === false &&
  isLoose(doc, action, skip)

/** «الالتزام», but not «التزام», whose letters are its own. */
const hasArticle = (noun: string): boolean =>
  /\s/u.test(noun) || (noun.startsWith('ال') && !/^الت(?:زام|قاء|حاق|ماس|فاف|ئام)$/u.test(noun))

/** The object of a verb stands this near to its first adjunct. In tokens. */
const OBJECT = 6

/** With its tanwin written, or known to be a noun without its alef: «اتفاقا». */
const isAccusative = (surface: string, word: string): boolean =>
  surface.endsWith('اً') || (word.endsWith('ا') && actionNoun(word)?.stem === word.slice(0, -1))

/** «وزيراً واحداً»، «تمديدا جديدا»: a noun and its adjective, without the sign. */
const isPairedIn = (tokens: readonly Token[], i: number): boolean =>
  bearsTanwin(tokens[i]!.text) &&
  [tokens[i - 1], tokens[i + 1]].some((other) => bearsTanwin(other?.text ?? ''))
/** «سينتظر جواباً»: right behind its verb a word with the sign is its object, unless it says how. */
const isBareObject = ({ tokens, entities }: EntityDoc, i: number): boolean =>
  bearsTanwin(tokens[i]!.text) && !isOfClass('adverb', tokens[i]!.form) && !entities.startingAt.has(i)
/** «اجتماعاً وزارياً»، «مؤتمراً دولياً»: behind its noun an adjective in «ـياً». */
const isRelativeAdjective = (tokens: readonly Token[], i: number): boolean =>
  /^(?!ال)...+يا$/u.test(tokens[i]!.text) && bearsTanwin(tokens[i - 1]!.text)

/** A proclitic left before a quotation mark: «بـ"تأمين …"». */
const joinsNext = (part: string): boolean => /^[وفبلك]ـ?$/u.test(part)

const isGlued = (tokens: readonly Token[], i: number, skip: ReadonlySet<number>): boolean =>
  !skip.has(i - 1) && !QUOTES.has(tokens[i - 1]!.text) && tokens[i - 1]!.end === tokens[i]!.start

/** The head without its proclitics; «للانتقال» gives back the article's alef. */
function headSurface(doc: EntityDoc, token: Token, { cut }: Action): string {
  if (cut >= token.text.length) return ''
  const surface = doc.text.slice(token.start, token.end).replace(/^[\u064b-\u0652ـ]+/u, '')
  const rest = surface.slice(cut).replace(/^[\u064b-\u0652ـ]+/u, '')
  return token.text.slice(0, cut).endsWith('ل') && rest.startsWith('ل') ? `ا${rest}` : rest
}

/** Marks left alone, doubled or at the ends go. */
const tidy = (text: string): string =>
  text
    .replaceAll(/ـ+(?!\d)/gu, '')
    .replaceAll(/\s+([،؛,.)])/gu, '$1')
    .replaceAll(/([،,]\s*)+(?=[،,]|$)/gu, '')
    .replaceAll(/\(\s*([^()]*?)\s*\)/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(\S+)\s*[،,]\s/u, '$1 ')
    .replaceAll(/^[\s،,]+|[\s،,:(]+$/gu, '')
    .replaceAll(/(?:[\s،]+(?:و|في|من|حتى|إلى|خلال|على|بعد|قبل|بين|عن|ضمن|ما|وذلك))+$/gu, '')

function range(start: number, end: number): number[] {
  const all: number[] = []
  for (let i = start; i < end; i++) all.push(i)
  return all
}

/** Date mentions as ranges of tokens within the words. */
function tokensOf({ tokens }: EntityDoc, words: TokenRange, dates: readonly DateMention[]): TokenRange[] {
  return dates.map(({ start, end }) => ({
    start: Math.min(words.end, Math.max(words.start, tokenAt(tokens, start + 1) - 1)),
    end: Math.min(words.end, tokenAt(tokens, end)),
  }))
}
