/** Where what is said begins behind a verb of saying, and how it hangs on it. */
import type { EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import type { Quote } from '../text/quotes.ts'
import type { Form } from '../remember.ts'
import type { Token } from '../text/tokens.ts'
import { verbCueAt } from './cues.ts'

/** A shorter quotation is a name or a word, not a speech. In tokens. */
const SPEECH = 5
/** A source with all its titles and adjuncts seldom takes more; beyond it the words belong to something else. */
const REACH = 60
const COMPLEMENTIZER = /^[بل]?ان(?:ه|ها|هم|هما|ني|نا)?$/u
const WHEN = /^[وف]?(?:بعد|قبل|منذ|دون|بدون|رغم|لولا|ريثما|عوض|بدل|حتي|غير|بيد|الا|حيث|ذلك|مع)$/u
const MARKS = new Set(['"', '«', '“', '”', '(', "'"])
const STOPS = new Set(['.', '؟', '!', '؛', '…'])

export interface Content {
  /** First token of what is said, quotation marks behind. */
  start: number
  /** Where the zone that may hold the source ends. */
  zoneEnd: number
  frame: string
  quote?: Quote
}

/**
 * The content of a verb of saying at `cue`: behind أن/إن, a colon, a quotation, or a complement that the
 * verb governs («أشار إلى استمرار …»، «أعلنت … إنهاء …»).
 */
export function findContent(
  doc: EntityDoc,
  cue: number,
  frames: readonly string[],
  limit: number,
): Content | null {
  const { tokens } = doc
  const end = Math.min(limit, cue + REACH)
  let adjunct = false
  for (let i = cue + 1; i < end; i++) {
    const { text, kind, form } = tokens[i]!
    // «أكد قائد، طلب عدم نشر اسمه، أن …»
    if (tokens[i - 1]!.text === '،' && isPast(form)) i = asideEnd(tokens, i, end) ?? i
    if (i > cue + 1 && tokens[i]!.text === '،') continue
    // «دعا إليه التكتل بعد أن تعهدت النقابة»: when, and not what; «…، غير أن …»: the reporter turns to something else.
    if (text === 'ان' && (WHEN.test(tokens[i - 1]!.text) || isTurn(tokens[i - 1]!.text))) return null
    if (COMPLEMENTIZER.test(text) && !isOthers(text, frames))
      return opened(doc, text.endsWith('ان') ? i + 1 : i, i, 'ان')
    if (text === ':') return opened(doc, i + 1, i, 'quote')
    if (STOPS.has(text)) return null
    const speech = speechAt(doc, i + 1)
    if (MARKS.has(text) && speech && !prefers(doc, cue, i, frames)) return opened(doc, i, i, 'quote')
    if (kind === 'mark') {
      adjunct = false
      continue
    }
    const mention = doc.entities.startingAt.get(i)?.[0]
    const frame = complementAt(doc, i, frames, adjunct || mention !== undefined)
    if (frame !== null && !nextIsComplementizer(doc, i, frame) && !isOfTitle(doc, i, end, frames))
      return opened(doc, frame.start, i, frame.frame)
    if (i > cue + 1 && opensAnother(tokens, i) && !resumes(tokens, i, end)) return null
    // «أعلن الرئيس حالة طوارئ، وتحركت قطع بحرية»: what happened next.
    if (!mention && tokens[i - 1]!.text === '،' && isNextDeed(text)) return null
    if (mention) {
      i = mention.tokens.end - 1
      adjunct = false
    } else if (isPreposition(form)) adjunct = true
    else if (doc.dateEnds.has(i)) adjunct = false
  }
  return null
}

/** «غير أن»، «إلا أن» */
export const isTurn = (word: string): boolean => /^(?:غير|بيد|الا|حين)$/u.test(word)

/** «قطع الطريق لأن»: a verb that says only behind بأن, or only in quotation marks. */
const isOthers = (that: string, frames: readonly string[]): boolean =>
  !frames.includes('ان') && (frames.includes('quote') || (frames.includes('بان') && !that.startsWith('ب')))

/** A quotation right behind a governed preposition is found through it. */
const prefers = (doc: EntityDoc, cue: number, at: number, frames: readonly string[]): boolean =>
  at - 1 > cue && frames.includes(doc.tokens[at - 1]!.text)

function complementAt(
  doc: EntityDoc,
  i: number,
  frames: readonly string[],
  adjunct: boolean,
): { start: number; frame: string } | null {
  const { text, form } = doc.tokens[i]!
  // «أكد علي العريض أن»: a name, and no «على».
  if (frames.includes(text) && !doc.entities.startingAt.has(i)) return { start: i + 1, frame: text }
  if (adjunct) return null
  const noun = actionNoun(form)
  if (!noun) return null
  const glued = noun.proclitics.at(-1)
  if (glued === undefined) {
    // «أعلنت أنقرة الانسحاب من …»: behind its subject a definite one with its preposition is the object.
    const isSubject =
      noun.definite && !noun.pronoun && !(endsMention(doc, i) && isPreposition(doc.tokens[i + 1]?.form ?? ''))
    return frames.includes('obj') && !isSubject ? { start: i, frame: 'obj' } : null
  }
  return frames.includes(glued) ? { start: i, frame: glued } : null
}

/** Somebody is named right before it. In tokens. */
const LONGEST_NAME = 8
function endsMention({ entities }: EntityDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_NAME); i--) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention) return mention.tokens.end === at
  }
  return false
}

/** «أفاد مكلفها بالإعلام سليم بلقسام، في ندوة، أن»: what a definite noun under ب belongs to has its أن further on. */
function isOfTitle({ tokens }: EntityDoc, at: number, limit: number, frames: readonly string[]): boolean {
  if (!frames.includes('ان') || !/^بال../u.test(tokens[at]!.text)) return false
  for (let i = at + 1; i < limit && !STOPS.has(tokens[i]!.text) && !verbCueAt(tokens, i); i++)
    if (tokens[i]!.text === 'ان' && !isTurn(tokens[i - 1]!.text)) return true
  return false
}

/** Another verb of saying, behind a mark or joined by و: «نفت أنقرة ذلك وأعلنت أن …». */
function opensAnother(tokens: readonly Token[], i: number): boolean {
  const other = verbCueAt(tokens, i)
  return other !== undefined && (tokens[i - 1]!.kind === 'mark' || other.verb.conjunction)
}

/** «، وتحركت قطع بحرية»: what was done next. */
export const isNextDeed = (word: string): boolean =>
  !actionNoun(word) &&
  finiteReadings(word).some(({ tense, conjunction, object }) => tense === 'past' && conjunction && !object)

/** «قال مسؤول، طلب عدم ذكر اسمه، إن …»: an aside before the complementizer. */
function resumes(tokens: readonly Token[], from: number, limit: number): boolean {
  // «ناشد الوزير التدخل، وكشف النائب، عن الحزب، أن …»: that is what the other said.
  if (verbCueAt(tokens, from)?.verb.conjunction) return false
  for (let i = from; i < limit; i++) {
    if (STOPS.has(tokens[i]!.text) || tokens[i]!.text === ':') return false
    if (tokens[i]!.kind === 'mark' && COMPLEMENTIZER.test(tokens[i + 1]?.text ?? '')) return true
  }
  return false
}

/** The comma behind which أن comes. */
function asideEnd(tokens: readonly Token[], from: number, limit: number): number | undefined {
  for (let i = from; i < limit && !STOPS.has(tokens[i]!.text); i++)
    if (
      tokens[i]!.text === '،' &&
      (tokens[i + 1]?.text === 'ان' || (tokens[i + 2]?.text === 'ان' && isPreposition(tokens[i + 1]!.form)))
    )
      return i
  return undefined
}

const isPast = (form: Form): boolean =>
  finiteReadings(form).some(({ tense, conjunction, object }) => tense === 'past' && !conjunction && !object)

/** «إلى أن …» is opened by its أن. */
const nextIsComplementizer = (doc: EntityDoc, i: number, frame: { start: number }): boolean =>
  frame.start === i + 1 && COMPLEMENTIZER.test(doc.tokens[frame.start]?.text ?? '')

function opened(doc: EntityDoc, start: number, zoneEnd: number, frame: string): Content {
  let first = start
  while (first < doc.tokens.length && MARKS.has(doc.tokens[first]!.text) && doc.quoteStarts.has(first + 1))
    first++
  const quote = first > start ? doc.quoteStarts.get(first) : undefined
  // «إن «الأرسيدي» سيقاطع الاقتراع»: a name and no speech.
  const isName = frame === 'ان' && quote && quote.end - quote.start < SPEECH && !endsAt(doc, quote.end)
  if (isName) return { start, zoneEnd, frame }
  return quote ? { start: first, zoneEnd, frame, quote } : { start: first, zoneEnd, frame }
}

/** Behind the quotation mark nothing more is said. */
const endsAt = ({ tokens }: EntityDoc, at: number): boolean => tokens[at + 1]?.kind !== 'word'

function speechAt(doc: EntityDoc, i: number): Quote | undefined {
  const quote = doc.quoteStarts.get(i)
  return quote && quote.end - quote.start >= SPEECH ? quote : undefined
}
