/** Statements that a verb of saying opens: its source, its content, and who passes it on. */
import { isOfClass } from '../word-classes.ts'
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { agrees } from '../entities/agreement.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { isComma, isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { type Content, findContent, isTurn } from './content.ts'
import { isPaper, type VerbCue } from './cues.ts'
import type { Person } from '../text/verbs.ts'
import type { Memory } from './memory.ts'
import { hearer, relay } from './relays.ts'
import { titledAt } from './sources.ts'
import { doerBefore, sourcesOf, spokeLast } from './speakers.ts'
import { enclosingOf, type StatementNote } from './statement.ts'

/**
 * @param before the statements of the sentence so far, in text order; the one that encloses is cut where a
 * sibling begins
 */
export function byVerb(
  doc: EntityDoc,
  cue: VerbCue,
  sentence: TokenRange,
  before: StatementNote[],
  memory: Memory,
): StatementNote[] {
  const content = findContent(doc, cue.at, cue.frames, sentence.end)
  if (!content || content.start >= sentence.end || isBetween(doc, cue, content) || isReading(doc, cue))
    return []
  const zone = { start: cue.at + 1, end: voiceIn(doc, cue.at + 1, content.zoneEnd) }
  const enclosing = enclosingOf(before, cue.at)
  const floor = enclosing?.content.start ?? before.at(-1)?.content.end ?? sentence.start
  const turn = enclosing?.mode === 'direct' ? undefined : turnBefore(doc, cue.at, floor)
  const reported = cue.type === 'participle' ? doerReported(doc, enclosing, cue.at) : []
  const sibling = turn !== undefined || (continues(doc, cue) && reported.length === 0)
  const beside = enclosing ?? (cue.type === 'participle' ? before.at(-1) : undefined)
  const main = sibling ? spokeLast(doc, beside, cue.verb.person) : undefined
  const parent = turn !== undefined ? passageOf(enclosing) : sibling ? main?.parent : enclosing
  if (sibling)
    for (let note = enclosing; note && note !== parent; note = note.parent)
      cutContent(doc, note, turn ?? cue.at)
  const base = {
    cue: { start: cue.at, end: cue.at + 1 },
    cueStart: doc.tokens[cue.at]!.start + cue.verb.cut,
    content: contentRange(doc, content, sentence.end, cue),
    mode: content.quote
      ? ('direct' as const)
      : content.frame === 'obj'
        ? ('narrated' as const)
        : ('indirect' as const),
    act: cue.act,
    lemma: cue.verb.verb.lemma,
    frame: content.frame,
    paper: false,
  }
  const relayed = relay(doc, cue, zone, base, parent, sentence.start, memory.last)
  if (relayed) return relayed
  const { sources, paper, inherited } =
    reported.length > 0
      ? { sources: reported, paper: false, inherited: undefined }
      : sourcesOf(doc, cue, zone, sentence, before, memory, turn)
  const outer = parent ?? inherited?.parent ?? hearer(doc, zone, base)
  const voice = inherited?.sources === sources ? inherited.voice : through(doc, zone)
  const note: StatementNote = {
    ...base,
    sources,
    paper,
    ...(voice && { voice }),
    ...(outer && { parent: outer }),
  }
  if (mentionsPaper(doc, zone) || sources.length > 1) memory.issuers = sources
  const more = goesOnBehind(doc, content, sentence.end)
  if (more)
    return [
      ...(outer && !outer.parent && !before.includes(outer) && outer !== memory.last?.parent ? [outer] : []),
      note,
      { ...note, content: more, mode: 'indirect' },
    ]
  return outer && !outer.parent && !before.includes(outer) && outer !== memory.last?.parent
    ? [outer, note]
    : [note]
}

/** «أعلنت تونس عبر وزير خارجيتها فلان»: the person who says it for the source. */
function through(doc: EntityDoc, { start, end }: TokenRange): readonly string[] | undefined {
  for (let i = start; i + 1 < end; i++) {
    if (doc.tokens[i]!.text !== 'عبر') continue
    const [person] = doc.entities.startingAt.get(i + 1) ?? titledAt(doc, i + 1) ?? []
    return person && doc.entities.byId.get(person.entity)?.type === 'Person' ? [person.entity] : undefined
  }
  return undefined
}

/** «عبر الحزب على لسان رئيسه عن أمله»: the subject stands before it. */
function voiceIn({ tokens }: EntityDoc, from: number, end: number): number {
  for (let i = from; i + 1 < end; i++)
    if (tokens[i]!.text === 'علي' && tokens[i + 1]!.text === 'لسان') return i
  return end
}

/** «أكد أن «المواعيد نهائية»، وأن باب الترشح سيُغلق»: what is said goes on behind the quotation. */
function goesOnBehind(doc: EntityDoc, { quote, frame }: Content, limit: number): TokenRange | null {
  if (!quote || frame !== 'ان') return null
  let at = quote.end
  while (at < limit && doc.tokens[at]!.kind === 'mark') at++
  if (at >= limit || !/^وان(?:ه|ها|هم|هما)?$/u.test(doc.tokens[at]!.text)) return null
  const start = doc.tokens[at]!.text === 'وان' ? at + 1 : at
  return start < limit ? { start, end: besideClause(doc, start, limit, false, null) } : null
}

/** «بين الوزراء» is among them: the verb has أن close behind it. */
const isBetween = (
  { tokens, text }: EntityDoc,
  { at, verb }: VerbCue,
  { frame, zoneEnd }: Content,
): boolean =>
  // «وقد عبر الوزير عن أمله»
  !(
    frame === 'عن' &&
    (zoneEnd - at === 1 || verb.conjunction || /^[وف]?(?:ل?قد|كانت?)$/u.test(tokens[at - 1]?.text ?? ''))
  ) &&
  isPreposition(tokens[at]!.text.slice(verb.cut)) &&
  !isGeminate(text, tokens[at]!) &&
  (frame !== 'ان' || zoneEnd - at > BETWEEN)

/** «ورقة اطلعت «الحياة» على نسخة منها»: who read it says nothing; «أطلعت» told. */
const isReading = ({ text, tokens }: EntityDoc, { at, verb: { verb, cut } }: VerbCue): boolean =>
  verb.lemma === 'أطلع' && text[tokens[at]!.start + cut] === 'ا'

/** «بيّن» is no «بين». */
const isGeminate = (text: string, { start, end }: { start: number; end: number }): boolean =>
  text.slice(start, end).includes('\u0651')

/** A speaker with his title. In tokens. */
const BETWEEN = 8

/** «قالت الوكالة إن الرئيس زار الحقول، مؤكداً أن»: a medium goes on with what he of whom it tells does. */
function doerReported(doc: EntityDoc, enclosing: StatementNote | undefined, cue: number): readonly string[] {
  if (!enclosing || enclosing.mode === 'direct' || enclosing.sources.length === 0) return []
  const isMedia = enclosing.sources.every((id) => doc.entities.byId.get(id)?.type === 'Media')
  const doers = isMedia ? doerBefore(doc, enclosing.content.start, cue) : []
  // «مشيرة» is the agency's.
  const person = doc.tokens[cue]!.text.endsWith('ه') ? '3fs' : '3ms'
  return doers.every((id) => agrees(doc, id, person)) ? doers : []
}

/** Words that set a clause beside the one before it. */
const BESIDE = /^(?:فيما|بينما|كما|حيث)$/u

/** «، وأضاف»، «، مشيراً إلى»: it goes on beside the statement before it, not inside. */
const continues = (doc: EntityDoc, { at, type, verb }: VerbCue): boolean =>
  type === 'participle' || verb.conjunction || BESIDE.test(doc.tokens[at - 1]?.text ?? '')

/** «…، غير أن الوزير أعلن أن»: where the reporter turns from what was said to what another says. */
function turnBefore(doc: EntityDoc, at: number, floor: number): number | undefined {
  const { tokens } = doc
  const joined = joinedSubject(doc, at)
  if (joined !== undefined && joined > floor) return joined
  for (let i = at - 1; i > floor; i--) {
    const { text } = tokens[i]!
    const turns = TURN.test(text) || (isTurn(text) && tokens[i + 1]!.text === 'ان')
    if (turns && i + 1 < at) return i
    const opens = /^[وفبل]?ان(?:ه|ها|هم|هما)?$/u.test(text) && !isTurn(tokens[i - 1]!.text)
    if (opens || isQuoteMark(tokens[i])) return undefined
  }
  return undefined
}
const TURN = /^(?:لكن|ولكن|بينما|فيما)$/u

/** «، و«الأخبار» نقلت عن»: another subject joined by و, right before its verb. */
function joinedSubject({ tokens, entities }: EntityDoc, at: number): number | undefined {
  let end = at
  while (isQuoteMark(tokens[end - 1])) end--
  for (let i = end - 1; i > Math.max(0, end - SUBJECT); i--) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention?.tokens.end !== end) continue
    let start = mention.opens ?? i
    while (isQuoteMark(tokens[start - 1])) start--
    if (tokens[start - 1]!.text === 'و') start--
    const isJoined = tokens[start]!.text === 'و' || mention.proclitics[0] === 'و'
    return isJoined && actorOf(mention) && isComma(tokens[start - 1]) ? start : undefined
  }
  return undefined
}
/** In tokens. */
const SUBJECT = 8

/** The passage that a statement stands in. */
function passageOf(note: StatementNote | undefined): StatementNote | undefined {
  for (let outer = note; outer; outer = outer.parent) if (outer.frame === 'passage') return outer
  return undefined
}

function cutContent(doc: EntityDoc, note: StatementNote, at: number): void {
  let end = at
  while (
    end > note.content.start + 1 &&
    (doc.tokens[end - 1]!.kind === 'mark' || BESIDE.test(doc.tokens[end - 1]!.text))
  )
    end--
  note.content = { start: note.content.start, end }
}

/** A speech may be longer than a sentence, within reason. In tokens. */
const LONGEST = 600

const contentRange = (
  doc: EntityDoc,
  { start, quote, frame }: Content,
  sentenceEnd: number,
  cue: VerbCue,
): TokenRange =>
  quote
    ? { start, end: Math.min(quote.end, start + LONGEST) }
    : {
        start,
        end: besideClause(doc, start, sentenceEnd, cue.act === 'demand' || frame !== 'ان', cue.verb.person),
      }

/**
 * «…، كما وعدت ليبيا بـ…»: the reporter sets something of his own beside what was said; and behind what is asked
 * for or named by a noun, what was done: «دعت … إلى تنفيذ الاتفاق، ووعدت بـ…».
 */
function besideClause(
  { tokens, entities }: EntityDoc,
  start: number,
  limit: number,
  isWish: boolean,
  person: Person | null,
): number {
  for (let i = start + 1; i + 2 < limit; i++) {
    if (!isComma(tokens[i])) continue
    const [word, next] = [tokens[i + 1]!.text, tokens[i + 2]!.text]
    if (/^(?:فيما|بينما)$/u.test(word) || (word === 'في' && next === 'حين')) return i
    const isPast = (): boolean =>
      finiteReadings(next).some(({ tense, object }) => tense === 'past' && !object)
    if (word === 'كما' && isPast()) return i
    const isDone = (): boolean =>
      !entities.startingAt.has(i + 1) &&
      !actionNoun(word) &&
      finiteReadings(word).some(
        ({ tense, object, conjunction }) => tense === 'past' && !object && conjunction,
      )
    if (isWish && isDone()) return i
    // «أكد الوزير أن …، وتعهد بـ …»: what he does with his next words.
    const pledges = (): boolean =>
      finiteReadings(word).some(
        ({ tense, object, conjunction, person: who, verb: { lemma } }) =>
          tense === 'past' && !object && conjunction && who === person && isOfClass('pledges', lemma),
      )
    if (pledges() && !entities.startingAt.has(i + 1)) return i
  }
  return limit
}

const mentionsPaper = (doc: EntityDoc, zone: TokenRange): boolean =>
  doc.tokens.slice(zone.start, zone.end).some(({ text }) => isPaper(text))
