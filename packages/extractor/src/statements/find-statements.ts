/**
 * Attribution: who says what. One pass over the sentences; each verb, noun or phrase of saying opens a
 * statement whose source is its subject, or the one who spoke last («وأضاف»), and whose content runs
 * to the end of its quotation or sentence, or to the next statement. The source, cue and content of
 * PARC 3.0 (Pareti 2016).
 */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { TokenRange } from '../text/tokens.ts'
import { type Content, findContent } from './content.ts'
import { isNounCue, isPaper, phraseCueAt, type VerbCue, verbCueAt } from './cues.ts'
import { coordinated, isBare, subjectBefore, subjectIn } from './sources.ts'
import type { StatementDoc, StatementNote } from './statement.ts'

/** What the pass remembers from sentence to sentence. */
interface Memory {
  last: StatementNote | undefined
  /** Who issued the document that «البيان» will refer to. */
  issuers: readonly string[]
}

export function findStatements(doc: EntityDoc): StatementDoc {
  const statements: StatementNote[] = []
  const memory: Memory = { last: undefined, issuers: [] }
  let quotedUntil = 0
  for (const sentence of doc.bodySentences) {
    const from = Math.max(sentence.start, quotedUntil)
    if (from >= sentence.end) continue
    const found = statementsOf(doc, { start: from, end: sentence.end }, memory)
    for (const note of found) quotedUntil = Math.max(quotedUntil, note.content.end)
    statements.push(...found)
  }
  return { ...doc, statements }
}

function statementsOf(doc: EntityDoc, sentence: TokenRange, memory: Memory): StatementNote[] {
  const found: StatementNote[] = []
  const headline = headlineSpeech(doc, sentence)
  if (headline) {
    memory.last = headline
    return [headline]
  }
  const joint = jointStatement(doc, sentence)
  if (joint) memory.issuers = joint.sources
  for (let i = sentence.start; i < sentence.end; i++) {
    const cue = verbCueAt(doc.tokens, i)
    const notes = cue ? byVerb(doc, cue, sentence, found, memory) : byPhrase(doc, i, sentence, found, memory)
    if (notes.length === 0) continue
    found.push(...notes)
    const inner = notes.at(-1)!
    if (inner.sources.length > 0 || cue) memory.last = inner
    // A quotation is one speech: look on behind it. An indirect clause may hold others.
    i = Math.max(
      i,
      inner.mode === 'direct'
        ? inner.content.end - 1
        : inner.frame === 'phrase'
          ? inner.cue.end - 1
          : inner.content.start - 1,
    )
  }
  return found.length === 0 && joint ? [joint] : found
}

function byVerb(
  doc: EntityDoc,
  cue: VerbCue,
  sentence: TokenRange,
  before: StatementNote[],
  memory: Memory,
): StatementNote[] {
  const content = findContent(doc, cue.at, cue.frames, sentence.end)
  if (!content) return []
  const zone = { start: cue.at + 1, end: content.zoneEnd }
  const enclosing = before.findLast(({ content: { start, end } }) => start <= cue.at && cue.at < end)
  const sibling = continues(doc, cue)
  if (enclosing && sibling) cutContent(doc, enclosing, cue.at)
  const beside = enclosing ?? (cue.type === 'participle' ? before.at(-1) : undefined)
  const parent = sibling ? beside?.parent : enclosing
  const base = {
    cue: { start: cue.at, end: cue.at + 1 },
    cueStart: doc.tokens[cue.at]!.start + cue.verb.cut,
    content: contentRange(content, sentence.end),
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
  return outer && !outer.parent && !before.includes(outer) && outer !== memory.last?.parent
    ? [outer, note]
    : [note]
}

/** «، وأضاف»، «، مشيراً إلى»: it goes on beside the statement before it, not inside. */
const continues = (doc: EntityDoc, { at, type, verb }: VerbCue): boolean =>
  type === 'participle' ||
  verb.conjunction ||
  /^(?:فيما|بينما|كما|حيث)$/u.test(doc.tokens[at - 1]?.text ?? '')

function cutContent(doc: EntityDoc, note: StatementNote, at: number): void {
  let end = at
  while (
    end > note.content.start + 1 &&
    (doc.tokens[end - 1]!.kind === 'mark' || /^(?:فيما|بينما|كما|حيث)$/u.test(doc.tokens[end - 1]!.text))
  )
    end--
  note.content = { start: note.content.start, end }
}

const contentRange = ({ start, quote }: Content, sentenceEnd: number): TokenRange =>
  quote ? { start, end: quote.end } : { start, end: sentenceEnd }

/** «نقلت الوكالة عن مسؤولين قولهم إن»: the agency's statement, and the officials' within it. */
function relay(
  doc: EntityDoc,
  cue: VerbCue,
  zone: TokenRange,
  base: Omit<StatementNote, 'sources'>,
  parent: StatementNote | undefined,
): StatementNote[] | null {
  if (cue.verb.verb.lemma !== 'نقل') return null
  let about = zone.start
  while (about < zone.end && doc.tokens[about]!.text !== 'عن') about++
  if (about >= zone.end) return null
  const agency = subjectIn(doc, { start: zone.start, end: about })
  const people = doc.entities.startingAt.get(about + 1)
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
  return doc.entities.mentions.some(({ entity, tokens }) => entity === media && tokens.end <= first)
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
  if (cue.type === 'participle')
    return { sources: earlier?.sources ?? memory.last?.sources ?? [], paper: earlier?.paper ?? false }
  if (zone.start < zone.end && isPaper(doc.tokens[zone.start]!.text)) {
    const issuers = mentionsIn(doc, zone)
      .map(actorOf)
      .filter((id) => id !== null)
    return { sources: issuers.length > 0 ? [...new Set(issuers)] : memory.issuers, paper: true }
  }
  const floor = before.length > 0 ? before.at(-1)!.content.start : sentence.start
  const ahead = subjectBefore(doc, cue.at, floor)
  if (ahead?.end === cue.at) return { sources: ahead.actors, paper: false }
  const after = subjectIn(doc, zone)
  if (after.length > 0) return { sources: after, paper: false }
  if (ahead) return { sources: ahead.actors, paper: false }
  if (doc.tokens[cue.at - 1]?.text === 'من') return { sources: [], paper: false }
  if (namesSomeone(doc, zone)) return { sources: [], paper: false }
  // A dropped subject: whoever spoke last.
  return { sources: memory.last?.sources ?? [], paper: memory.last?.paper ?? false, inherited: true }
}

/** A definite noun right behind the verb is a subject that we do not know, not a dropped one. */
const namesSomeone = (doc: EntityDoc, zone: TokenRange): boolean => {
  const first = doc.tokens[zone.start]
  return zone.start < zone.end && first?.kind === 'word' && !isClauseWord(first.text)
}

const isClauseWord = (word: string): boolean =>
  /^(?:ايضا|كذلك|في|خلال|علي|الي|عن|من|ان|امس|اليوم|بعد|قبل|حينها|عبر|بدوره|مجددا|اكثر)$/u.test(word) ||
  /^ب/u.test(word) ||
  /^ل/u.test(word)

const mentionsPaper = (doc: EntityDoc, zone: TokenRange): boolean =>
  doc.tokens.slice(zone.start, zone.end).some(({ text }) => isPaper(text))

/** «وفق المصدر»: the phrase names the source of the clause before it, or, at the sentence's head, after it. */
function byPhrase(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  const phrase = phraseCueAt(doc.tokens, at, sentence.end)
  const named = phrase && namedBy(doc, phrase, sentence.end, memory)
  if (!named || named.sources.length === 0) return []
  const enclosing = before.findLast(({ content: { start, end } }) => start <= at && at < end)
  const content =
    at <= sentence.start + 1
      ? { start: named.end, end: sentence.end }
      : { start: enclosing?.content.start ?? sentence.start, end: at }
  if (content.end - content.start < 3) return []
  return [
    {
      sources: named.sources,
      cue: phrase,
      cueStart: doc.tokens[at]!.start,
      content,
      mode: 'narrated',
      act: '',
      lemma: '',
      frame: 'phrase',
      paper: named.paper,
      ...(enclosing && { parent: enclosing }),
    },
  ]
}

/** The people behind a phrase, or those who issued the paper it names («بحسب البيان»). */
function namedBy(
  doc: EntityDoc,
  phrase: TokenRange,
  limit: number,
  memory: Memory,
): { sources: readonly string[]; end: number; paper: boolean } | null {
  if (phrase.end < limit && isPaper(doc.tokens[phrase.end]!.text))
    return { sources: memory.issuers, end: phrase.end + 1, paper: true }
  const people = doc.entities.startingAt.get(phrase.end)
  if (!people) return null
  const last = doc.tokens[phrase.end - 1]!.text
  const reached =
    isBare(doc, people[0]!) || people[0]!.proclitics.includes('ل') || last === 'عن' || isCuePreposition(last)
  return reached
    ? { sources: coordinated(doc, people, limit), end: people[0]!.tokens.end, paper: false }
    : null
}

const isCuePreposition = (word: string): boolean => /^[وف]?(?:وفق|حسب|بحسب)$/u.test(word)

/** «وزير المالية: لن نرفع الأسعار»: a headline that opens with who says it. In tokens. */
const HEADLINE_NAME = 10

function headlineSpeech(doc: EntityDoc, sentence: TokenRange): StatementNote | null {
  const { tokens } = doc
  for (let i = sentence.start + 1; i < Math.min(sentence.end - 2, sentence.start + HEADLINE_NAME); i++) {
    if (tokens[i]!.text !== ':') continue
    const zone = { start: sentence.start, end: i }
    const sources = subjectIn(doc, zone)
    const speaks = tokens.slice(zone.start, zone.end).some((_, k) => verbCueAt(tokens, zone.start + k))
    if (speaks || sources.length === 0) return null
    return {
      sources,
      cue: { start: i, end: i + 1 },
      cueStart: tokens[i]!.start,
      content: { start: i + 1, end: sentence.end },
      mode: 'direct',
      act: '',
      lemma: '',
      frame: 'quote',
      paper: false,
    }
  }
  return null
}

/** «اتفق العراق وتركيا، في بيان مشترك، على …»: the sentence is what the parties state, and «البيان» is theirs. */
function jointStatement(doc: EntityDoc, sentence: TokenRange): StatementNote | null {
  const { tokens } = doc
  for (let i = sentence.start; i + 1 < sentence.end; i++) {
    if (!isPaper(tokens[i]!.text) || !/^(?:ال)?مشتركا?$/u.test(tokens[i + 1]!.text)) continue
    const sources = subjectIn(doc, sentence)
    const cue = { start: i, end: i + 2 }
    const base = { mode: 'narrated', act: '', lemma: '', frame: 'phrase', paper: true } as const
    return sources.length > 1
      ? { ...base, sources, cue, cueStart: tokens[i]!.start, content: sentence }
      : null
  }
  return null
}
