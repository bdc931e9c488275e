/** Statements that a verb of saying opens: its source, its content, and who passes it on. */
import { isOfClass } from '../word-classes.ts'
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import { type Content, findContent } from './content.ts'
import { isNounCue, isPaper, type VerbCue } from './cues.ts'
import type { Person } from '../text/verbs.ts'
import type { Memory } from './memory.ts'
import { coordinated, holderBehind, subjectBefore, subjectIn, titledAt } from './sources.ts'
import type { StatementNote } from './statement.ts'

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
  if (!content || content.start >= sentence.end || isBetween(doc, cue, content)) return []
  const zone = { start: cue.at + 1, end: content.zoneEnd }
  const enclosing = before.findLast(({ content: { start, end } }) => start <= cue.at && cue.at < end)
  const sibling = continues(doc, cue)
  if (enclosing && sibling) cutContent(doc, enclosing, cue.at)
  const beside = enclosing ?? (cue.type === 'participle' ? before.at(-1) : undefined)
  const parent = sibling ? beside?.parent : enclosing
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
  const relayed = relay(doc, cue, zone, base, parent)
  if (relayed) return relayed
  const { sources, paper, inherited } = sourcesOf(doc, cue, zone, sentence, before, memory)
  const outer = parent ?? (inherited ? memory.last?.parent : undefined) ?? hearer(doc, zone, base)
  const note: StatementNote = { ...base, sources, paper, ...(outer && { parent: outer }) }
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
  isPreposition(tokens[at]!.text.slice(verb.cut)) &&
  !isGeminate(text, tokens[at]!) &&
  (frame !== 'ان' || zoneEnd - at > BETWEEN)

/** «بيّن» is no «بين». */
const isGeminate = (text: string, { start, end }: { start: number; end: number }): boolean =>
  text.slice(start, end).includes('\u0651')

/** A speaker with his title. In tokens. */
const BETWEEN = 8

/** Words that set a clause beside the one before it. */
const BESIDE = /^(?:فيما|بينما|كما|حيث)$/u

/** «، وأضاف»، «، مشيراً إلى»: it goes on beside the statement before it, not inside. */
const continues = (doc: EntityDoc, { at, type, verb }: VerbCue): boolean =>
  type === 'participle' || verb.conjunction || BESIDE.test(doc.tokens[at - 1]?.text ?? '')

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
    if (tokens[i]!.text !== '،' && tokens[i]!.text !== ',') continue
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

/** Verbs of passing on, and what stands before whom they quote: «نقلت … عن»، «نسبت … إلى». */
const RELAYS = new Map([
  ['نقل', 'عن'],
  ['نسب', 'الي'],
  ['علم', 'من'],
])

/** «نقلت الوكالة عن مسؤولين قولهم إن»: the agency's statement, and the officials' within it. */
function relay(
  doc: EntityDoc,
  cue: VerbCue,
  zone: TokenRange,
  base: Omit<StatementNote, 'sources'>,
  parent: StatementNote | undefined,
): StatementNote[] | null {
  const link = RELAYS.get(cue.verb.verb.lemma)
  if (link === undefined) return null
  let about = zone.start
  while (about < zone.end && doc.tokens[about]!.text !== link) about++
  if (about >= zone.end) return null
  const agency = subjectIn(doc, { start: zone.start, end: about })
  // «عن وزير الخارجية الروسي سيرغي لافروف»: a title may lead up to the name.
  const people = peopleIn(doc, { start: about + 1, end: zone.end })
  const sources = people ? coordinated(doc, people, zone.end) : []
  const speech = findNounCue(doc, about, zone.end) ?? about
  const outer: StatementNote = {
    ...base,
    sources: agency.length > 0 ? agency : (subjectBefore(doc, cue.at, 0)?.actors ?? []),
    content: { start: about, end: base.content.end },
    mode: 'narrated',
    ...(parent && { parent }),
  }
  const inner = {
    ...base,
    sources,
    cue: { start: speech, end: speech + 1 },
    cueStart: doc.tokens[speech]!.start,
    parent: outer,
  }
  return [outer, inner]
}

function peopleIn(doc: EntityDoc, { start, end }: TokenRange): readonly Mention[] | undefined {
  for (let i = start; i < end && !isNounCue(doc.tokens[i]!.text); i++) {
    const mentions = doc.entities.startingAt.get(i)
    if (!mentions) continue
    const behind = i > start ? holderBehind(doc, mentions[0]!) : undefined
    return behind ?? (actorOf(mentions[0]) ? mentions : undefined)
  }
  return undefined
}

function findNounCue(doc: EntityDoc, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (isNounCue(doc.tokens[i]!.text)) return i
  return undefined
}

/** «قال مسؤولون لوكالة …»: whom they told passes it on. */
function hearer(
  doc: EntityDoc,
  zone: TokenRange,
  base: Omit<StatementNote, 'sources'>,
): StatementNote | undefined {
  const media = mentionsIn(doc, zone).find(
    (mention) =>
      mention.proclitics.includes('ل') &&
      doc.entities.byId.get(mention.entity)?.type === 'Media' &&
      !isOwn(doc, mention.entity),
  )
  return (
    media && {
      ...base,
      sources: [media.entity],
      cue: media.tokens,
      cueStart: media.start,
      mode: 'narrated',
      act: '',
    }
  )
}

/** The agency that the dateline names tells the story itself: «بغداد (رويترز) - …». */
function isOwn(doc: EntityDoc, media: string): boolean {
  const first = doc.bodySentences.find(({ start }) => start > 0)?.start ?? 0
  return mentionsIn(doc, { start: 0, end: first }).some(
    ({ entity, tokens }) => entity === media && tokens.end <= first,
  )
}

function sourcesOf(
  doc: EntityDoc,
  cue: VerbCue,
  zone: TokenRange,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): { sources: readonly string[]; paper: boolean; inherited?: true } {
  const earlier = before.at(-1)
  if (cue.type === 'participle') {
    const doer = earlier ? [] : doerBefore(doc, sentence.start, cue.at)
    const sources = earlier?.sources ?? (doer.length > 0 ? doer : memory.last?.sources)
    return { sources: sources ?? [], paper: earlier?.paper ?? false }
  }
  if (zone.start < zone.end && isPaper(doc.tokens[zone.start]!.text)) {
    const issuers = mentionsIn(doc, zone)
      .map(actorOf)
      .filter((id) => id !== null)
    return { sources: issuers.length > 0 ? [...new Set(issuers)] : memory.issuers, paper: true }
  }
  // «وأكد سموه أن»: the honorific is a pronoun.
  const isHonorific = isOfClass('honorific', doc.tokens[zone.start]?.form ?? '')
  // «وأضاف أحدهما»: one of those who spoke.
  const isOneOfThem = isOfClass('one-of-them', doc.tokens[zone.start]?.form ?? '')
  if (isHonorific || isOneOfThem)
    return { sources: memory.last?.sources ?? [], paper: memory.last?.paper ?? false, inherited: true }
  const floor = before.length > 0 ? before.at(-1)!.content.start : sentence.start
  // «أعلن الجبير أن … الحوثيون وحلفاؤهم، وحذر …»: whom he spoke of last does not go on.
  // «حسم الوزير الأمر، حين قال لصحافيين إن …»: who did the first thing says it.
  const isWhen = /^(?:حين|عندما|حينما)$/u.test(doc.tokens[cue.at - 1]?.text ?? '')
  const ahead =
    isWhen || (cue.verb.conjunction && before.length > 0) ? null : subjectBefore(doc, cue.at, floor)
  if (ahead?.end === cue.at) return { sources: ahead.actors, paper: false }
  // «اللواء عباس إبراهيم، العائد من الدوحة، أبلغ الأهالي أن»: who stands behind is told.
  if (ahead && isOfClass('tells', cue.verb.verb.lemma)) return { sources: ahead.actors, paper: false }
  // «وأضاف، مخاطباً فريق الحزب، أنه …»
  const isAside =
    cue.verb.conjunction &&
    (isComma(doc.tokens[zone.start]) ||
      // «رحبت بالاتفاق، ودعت الطرفين إلى …»: whom she calls on.
      (cue.act === 'demand' && isComma(doc.tokens[cue.at - 1]) && mentionsIn(doc, zone).length < 2))
  const after = isAside ? [] : subjectIn(doc, zone)
  if (after.length > 0) {
    // «وأضاف المصدر نفسه»: passed on by whom he was passed on before.
    const again = sameSet(after, memory.last?.sources ?? [])
    return { sources: after, paper: false, ...(again && { inherited: true }) }
  }
  if (ahead) return { sources: ahead.actors, paper: false }
  if (doc.tokens[cue.at - 1]?.text === 'من') return { sources: [], paper: false }
  if (!isAside && namesSomeone(doc, zone)) return { sources: [], paper: false }
  // A dropped subject: that of the sentence's first verb, else whoever spoke last.
  const head = isWhen || (cue.verb.conjunction && before.length === 0) ? headOf(doc, sentence, cue.at) : []
  if (head.length > 0) return { sources: head, paper: false }
  return { sources: memory.last?.sources ?? [], paper: memory.last?.paper ?? false, inherited: true }
}

/** «خرج الوزير أشرف العربي ليقطع الطريق على …، مؤكداً أن»: who did the last thing that the sentence tells. */
function doerBefore(doc: EntityDoc, floor: number, cue: number): readonly string[] {
  for (let i = cue - 1; i >= floor; i--) {
    const isDeed =
      !doc.entities.startingAt.has(i) &&
      !isPreposition(doc.tokens[i]!.form) &&
      !/^(?:الذي|التي|الذين|ان|ما|لم)$/u.test(doc.tokens[i - 1]?.text ?? '') &&
      finiteReadings(doc.tokens[i]!.form).some(({ tense, object }) => tense === 'past' && !object)
    const first = isDeed ? (doc.entities.startingAt.get(i + 1) ?? titledAt(doc, i + 1)) : undefined
    if (first && first[0]!.proclitics.length === 0 && actorOf(first[0])) return coordinated(doc, first, cue)
    // «سمير جعجع أغلق الباب، معلناً أن»
    const ahead = isDeed ? subjectBefore(doc, i, floor) : null
    if (ahead?.end === i) return ahead.actors
  }
  return []
}

/** How far the subject of a sentence's first verb stands from its begin. In tokens. */
const HEAD = 10

/** «وصف نتانياهو التفاهم بأنه …، وقال»: who did the first thing says the second. */
function headOf(doc: EntityDoc, sentence: TokenRange, cue: number): readonly string[] {
  const end = Math.min(cue, sentence.start + HEAD)
  return cue > sentence.start + 2 ? subjectIn(doc, { start: sentence.start, end }) : []
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** A definite noun right behind the verb is a subject that we do not know, not a dropped one. */
const namesSomeone = (doc: EntityDoc, zone: TokenRange): boolean => {
  const first = doc.tokens[zone.start]
  return zone.start < zone.end && first?.kind === 'word' && !isClauseWord(first.text)
}

/** Adverbs and prepositions, glued ones included, open an adjunct and no subject. */
const isClauseWord = (word: string): boolean =>
  isPreposition(word) || isOfClass('adverb', word) || word.startsWith('ب') || word.startsWith('ل')

const mentionsPaper = (doc: EntityDoc, zone: TokenRange): boolean =>
  doc.tokens.slice(zone.start, zone.end).some(({ text }) => isPaper(text))
