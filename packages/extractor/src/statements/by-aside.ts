/**
 * Statements told by the way: «الحل قريب، يقول الوزير، لكن …», «كما يروي أحدهم»، «"لن نقبل"، قال النقيب», «فالجماعة، على قوله،
 * ليست …». The clause around is what is said.
 */
import { rememberOf } from '../remember.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isFiniteVerb } from '../text/morphology.ts'
import { isComma, isQuoteMark, type Token, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { isPaper, type VerbCue } from './cues.ts'
import type { Memory } from './memory.ts'
import { subjectIn } from './sources.ts'
import { enclosingOf, type StatementNote } from './statement.ts'

/** A speaker with his title. In tokens. */
const SPEAKER = 12
/** A shorter quotation is a name or a word, not a speech. In tokens. */
const SPEECH = 4

/** «، تقول «حرييت»، »: a verb of saying and who says it, between marks, and nothing behind that it would open. */
export function byAside(
  doc: EntityDoc,
  cue: VerbCue,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  const { tokens } = doc
  const isAs = tokens[cue.at - 1]?.text === 'كما'
  const opens = isAs ? cue.at - 1 : cue.at
  if (!isOfClass('by-the-way', cue.verb.verb.lemma)) return []
  if (cue.type === 'participle' || cue.verb.conjunction || opens <= sentence.start + 2) return []
  if (!isComma(tokens[opens - 1]) && !isQuoteMark(tokens[opens - 1])) return []
  const end = markBehind(doc, cue.at + 1, sentence.end)
  if (end === undefined || opensContent(doc, end, sentence.end)) return []
  const quote = quoteBefore(doc, opens)
  const isNow = cue.verb.tense === 'present'
  if (!isAs && !isNow && !quote && !tokens.slice(sentence.start, opens).some(isFiniteVerb)) return []
  const named = subjectIn(doc, { start: cue.at + 1, end })
  const goesOn = end === cue.at + 1 || isPaper(tokens[cue.at + 1]!.text) || isSame(tokens[cue.at + 1]!.text)
  const sources = named.length > 0 ? named : goesOn ? (memory.last?.sources ?? []) : []
  if (sources.length === 0) return []
  const enclosing = enclosingOf(before, opens)
  return [
    {
      sources,
      cue: { start: cue.at, end: cue.at + 1 },
      cueStart: tokens[cue.at]!.start + cue.verb.cut,
      content: quote ?? enclosing?.content ?? sentence,
      mode: quote ? 'direct' : 'narrated',
      act: cue.act,
      lemma: cue.verb.verb.lemma,
      frame: 'phrase',
      paper: false,
      ...(enclosing && { parent: enclosing }),
    },
  ]
}

/** «، يضيف المتحدث، »: he who spoke. */
const isSame = (word: string): boolean => /^(?:المتحدث|المصدر|المسوول|المسئول|الرجل|الاخير)$/u.test(word)

/** The mark that closes an aside; undefined where what is said comes first. */
function markBehind({ tokens }: EntityDoc, from: number, limit: number): number | undefined {
  for (let i = from; i < Math.min(limit, from + SPEAKER); i++) {
    const { text, kind } = tokens[i]!
    if (/^[وفبل]?ان(?:ه|ها|هم|هما)?$/u.test(text) || text === ':') return undefined
    if (kind === 'mark' && !isQuoteMark(tokens[i])) return i
  }
  return limit - from < SPEAKER ? limit : undefined
}

/** «قال مسؤول، طلب عدم ذكر اسمه، إن …» */
function opensContent({ tokens }: EntityDoc, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++)
    if (
      tokens[i]!.text === ':' ||
      (tokens[i]!.kind === 'mark' && /^[بل]?ان/u.test(tokens[i + 1]?.text ?? ''))
    )
      return true
  return false
}

/** «"آن الأوان لأن نخرج إلى العلن"، يقول الوزير»: the speech that closes right before. */
function quoteBefore(doc: EntityDoc, at: number): TokenRange | undefined {
  const { tokens } = doc
  const close = isComma(tokens[at - 1]) ? at - 2 : at - 1
  if (!isQuoteMark(tokens[close])) return undefined
  const speeches = speechesOf(doc)
  return speeches.get(close) ?? speeches.get(close + 1)
}

/** By the token they end before, of those that end together the longest. */
const speechesOf = rememberOf(
  ({ quotes }: EntityDoc) =>
    new Map(
      quotes
        .filter(({ start, end }) => end - start >= SPEECH)
        .map((quote) => [quote.end, quote] as const)
        .reverse(),
    ),
)

/** «على قوله»، «على حد تعبيرها»، «بحسب قوله»: whoever spoke last. */
const HIS_WORDS = /^(?:قول|تعبير|وصف|زعم|راي|كلام|تصريح)(?:ه|ها|هم|هما)$/u

/** «وفي رأيه فإن الحل قريب» */
const IN_HIS_VIEW = /^[وف]?في (?:راي|تقدير|نظر|اعتقاد)(?:ه|ها|هم|هما)$/u

function behindView(tokens: readonly Token[], from: number): number {
  const start = isComma(tokens[from]) ? from + 1 : from
  return tokens[start]?.text === 'فان' ? start + 1 : start
}

export function byHisWords(
  { tokens }: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  const noun = tokens[at + 1]?.text === 'حد' ? at + 2 : at + 1
  const isView = at === sentence.start && IN_HIS_VIEW.test(`${tokens[at]!.text} ${tokens[at + 1]?.text}`)
  const isCited = /^[وف]?(?:علي|بحسب|حسب|وفق)$/u.test(tokens[at]!.text)
  if (!isView && !(isCited && HIS_WORDS.test(tokens[noun]?.text ?? ''))) return []
  if (memory.last === undefined || memory.last.sources.length === 0) return []
  const enclosing = enclosingOf(before, at)
  // Within what he says already it adds nothing.
  if (enclosing) return []
  return [
    {
      ...memory.last,
      cue: { start: at, end: noun + 1 },
      cueStart: tokens[at]!.start,
      content: isView ? { start: behindView(tokens, noun + 1), end: sentence.end } : sentence,
      mode: 'narrated',
      act: '',
      lemma: '',
      frame: 'phrase',
    },
  ]
}
