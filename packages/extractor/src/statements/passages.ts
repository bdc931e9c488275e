/**
 * Passages of several sentences that one source tells: what follows «صرح الوزير بما يلي:», the text of a
 * communiqué, the answers of an interview.
 */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isByline, isPaper, verbCueAt } from './cues.ts'
import { subjectBefore, subjectIn } from './sources.ts'
import type { StatementNote } from './statement.ts'

/** «ما يلي»، «نصه»: a text follows, and not a sentence. */
const LEADS_TO_TEXT = /^[وف]?[بك]?(?:يلي|ياتي|الاتي|التالي|التاليه|نصه|نصها|نص)$/u
const ORDINAL = /^(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|\d{1,2})$/u
const BULLET = /^[-–•*■]$/u
/** «أولاً: …»، «1- …»: an item of a list. */
export const isItem = ({ tokens }: EntityDoc, { start }: TokenRange): boolean =>
  ORDINAL.test(tokens[start]!.text) || BULLET.test(tokens[start]!.text)

/** Words with which the reporter takes the floor again. */
const TURNS =
  /^(?:[وف]?(?:الي ذلك|من (?:جهته|جهتها|جانبه|جانبها|جهه اخري|ناحيته)|بدوره|بدورها|في المقابل|في غضون ذلك|علي صعيد|يذكر ان|يشار الي))/u
/** So many questions make an interview. */
const QUESTIONS = 2

/** In text order; none lies within another. */
export function findPassages(doc: EntityDoc): StatementNote[] {
  const { bodySentences: sentences } = doc
  const starts = new Set(doc.paragraphs.map(({ start }) => start))
  const found: StatementNote[] = []
  for (let i = 0; i + 1 < sentences.length; i++) {
    const opening = sentences[i]!
    if (doc.tokens[opening.end - 1]!.text !== ':' || isByline(doc.tokens, opening)) continue
    const sources = tellersIn(doc, opening)
    if (sources.length === 0 && !ORDINAL.test(doc.tokens[sentences[i + 1]!.start]!.text)) continue
    const last = lastSentence(doc, i + 1, leadsToText(doc, opening), starts)
    const cue = { start: opening.end - 1, end: opening.end }
    found.push(passage(doc, sources, cue, { start: sentences[i + 1]!.start, end: sentences[last]!.end }))
    i = last - 1
  }
  return found.length > 0 ? found : interview(doc)
}

const passage = (
  { tokens }: EntityDoc,
  sources: readonly string[],
  cue: TokenRange,
  content: TokenRange,
): StatementNote => ({
  sources,
  cue,
  cueStart: tokens[cue.start]!.start,
  content,
  mode: 'narrated',
  act: '',
  lemma: '',
  frame: 'passage',
  paper: sources.length > 1,
})

const leadsToText = ({ tokens }: EntityDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ text }) => LEADS_TO_TEXT.test(text))

/** The subject of the last verb of saying, else of the sentence. */
function tellersIn(doc: EntityDoc, sentence: TokenRange): readonly string[] {
  for (let i = sentence.end - 1; i >= sentence.start; i--) {
    if (!verbCueAt(doc.tokens, i)) continue
    const after = subjectIn(doc, { start: i + 1, end: sentence.end })
    const named = after.length > 0 ? after : subjectBefore(doc, i, sentence.start)?.actors
    if (named) return named
    // «نعلن ما يأتي:»
    break
  }
  if (!leadsToText(doc, sentence)) return []
  const named = subjectIn(doc, sentence)
  if (named.length > 0) return named
  const declared = declarants(doc, sentence.start)
  return declared.length > 0 ? declared : issuersBefore(doc, sentence.start)
}

/** «نحن قادة الدول العربية …، نعلن ما يأتي:». */
function declarants(doc: EntityDoc, limit: number): readonly string[] {
  const we = doc.bodySentences.find(({ start }) => start < limit && doc.tokens[start]!.text === 'نحن')
  return we === undefined ? [] : subjectIn(doc, { start: we.start + 1, end: we.end })
}

/** So far back a paper is announced whose words follow. In sentences. */
const ANNOUNCED = 3

/** «أعلن وفدا فتح وحماس، في بيان مشترك، … وفيما يلي نص البيان:» */
function issuersBefore(doc: EntityDoc, limit: number): readonly string[] {
  const before = doc.bodySentences.filter(({ start }) => start < limit).slice(-ANNOUNCED)
  for (const { start, end } of before.toReversed()) {
    if (!doc.tokens.slice(start, end).some(({ text }) => isPaper(text))) continue
    for (let i = start; i < end; i++) {
      if (!verbCueAt(doc.tokens, i)) continue
      const issuers = subjectIn(doc, { start: i + 1, end: Math.min(end, i + NEAR) })
      if (issuers.length > 0) return issuers
    }
  }
  return []
}

/** A list goes on while its items do, a text until the reporter turns to something else, a speech for a paragraph. */
function lastSentence(doc: EntityDoc, from: number, isText: boolean, starts: ReadonlySet<number>): number {
  const { bodySentences: sentences } = doc
  let inList = isItem(doc, sentences[from]!)
  let last = from
  for (let i = from + 1; i < sentences.length; i++) {
    const sentence = sentences[i]!
    const opens = starts.has(sentence.start)
    inList ||= isItem(doc, sentence)
    if (opens && (!isText || turns(doc, sentence) || (inList && !isItem(doc, sentence)))) break
    last = i
  }
  return last
}

const turns = ({ tokens }: EntityDoc, { start, end }: TokenRange): boolean =>
  TURNS.test(
    tokens
      .slice(start, Math.min(end, start + 3))
      .map(({ text }) => text)
      .join(' '),
  )

/** Paragraphs that ask: what comes behind the first is said by whoever is asked. */
function interview(doc: EntityDoc): StatementNote[] {
  const { tokens, paragraphs, bodySentences: sentences } = doc
  const asked = paragraphs.filter(({ end }) => /[؟?]/u.test(tokens[end - 1]!.text))
  const [one] = asked
  if (one === undefined || asked.length < QUESTIONS) return []
  const mark = tokens[one.start]!
  // «* …» asks whether or not a question mark ends it.
  const asks = ({ start, end }: TokenRange): boolean =>
    mark.kind === 'mark' ? tokens[start]!.text === mark.text : /[؟?]/u.test(tokens[end - 1]!.text)
  const first = paragraphs.find(asks)!
  const quoted = speakerIn(doc, first.start)
  const named = quoted !== undefined && doc.entities.byId.get(quoted)?.named === true
  const speaker = named ? quoted : (personIn(doc, first.start) ?? quoted)
  if (speaker === undefined) return []
  const cue = { start: first.end - 1, end: first.end }
  // Of a question without a mark before it the answer may stand in its paragraph.
  const isAnswer = ({ start, end }: TokenRange): boolean =>
    start >= first.end && (mark.kind !== 'mark' || !asks({ start, end }))
  const last = sentences.at(-1)!.end
  return joined(paragraphs.filter(isAnswer))
    .map(({ start, end }) => ({ start, end: Math.min(end, last) }))
    .filter(({ start, end }) => start < end)
    .map((content) => passage(doc, [speaker], cue, content))
}

/** Ranges that touch become one. */
function joined(ranges: readonly TokenRange[]): TokenRange[] {
  const found: TokenRange[] = []
  for (const { start, end } of ranges) {
    const last = found.at(-1)
    if (last?.end === start) last.end = end
    else found.push({ start, end })
  }
  return found
}

/** Who is quoted in what leads up to the questions. */
function speakerIn(doc: EntityDoc, limit: number): string | undefined {
  for (const { start, end } of doc.bodySentences) {
    if (start >= limit) return undefined
    for (let i = start; i < end; i++) {
      if (!verbCueAt(doc.tokens, i)) continue
      const [source] = subjectIn(doc, { start: i + 1, end: Math.min(end, i + NEAR) })
      if (source !== undefined && SPEAKERS.has(doc.entities.byId.get(source)!.type)) return source
    }
  }
  return undefined
}

/** A title may stand between a verb and who speaks. In tokens. */
const NEAR = 10
const SPEAKERS: ReadonlySet<string> = new Set(['Person', 'Group'])

/** A byline is shorter, and no lead. In tokens. */
const LEAD = 8

/** Who is spoken of above: a named person before an unnamed one, the interviewer left out. */
function personIn(doc: EntityDoc, limit: number): string | undefined {
  const people = doc.bodySentences
    .filter(({ start, end }) => start < limit && end - start >= LEAD)
    .flatMap((sentence) => mentionsIn(doc, sentence))
    .map(actorOf)
    .filter((id) => id !== null)
    .map((id) => doc.entities.byId.get(id)!)
    .filter(({ type }) => type === 'Person')
  return (people.find(({ named }) => named) ?? people[0])?.id
}
