/**
 * Passages of several sentences that one source tells: what follows «صرح الوزير بما يلي:», the text of a
 * communiqué, the answers of an interview.
 */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { TokenRange } from '../text/tokens.ts'
import { verbCueAt } from './cues.ts'
import { subjectBefore, subjectIn } from './sources.ts'
import type { StatementNote } from './statement.ts'

/** «ما يلي»، «نصه»: a text follows, and not a sentence. */
const LEADS_TO_TEXT = /^[وف]?[بك]?(?:يلي|ياتي|الاتي|التالي|التاليه|نصه|نصها|نص)$/u
const ITEM = /^(?:(?:او|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[اة]?ا?|اولا|ثانيا|\d{1,2}|[-–•*■])$/u
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
    if (doc.tokens[opening.end - 1]!.text !== ':') continue
    const sources = tellersIn(doc, opening)
    if (sources.length === 0) continue
    const last = lastSentence(doc, i + 1, leadsToText(doc, opening), starts)
    const cue = { start: opening.end - 1, end: opening.end }
    found.push(passage(doc, sources, cue, { start: sentences[i + 1]!.start, end: sentences[last]!.end }))
    i = last - 1
  }
  return found.length > 0 ? found : interview(doc, starts)
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
    return after.length > 0 ? after : (subjectBefore(doc, i, sentence.start)?.actors ?? [])
  }
  return leadsToText(doc, sentence) ? subjectIn(doc, sentence) : []
}

/** A list goes on while its items do, a text until the reporter turns to something else, a speech for a paragraph. */
function lastSentence(doc: EntityDoc, from: number, isText: boolean, starts: ReadonlySet<number>): number {
  const { bodySentences: sentences, tokens } = doc
  const isItem = ({ start }: TokenRange): boolean => ITEM.test(tokens[start]!.text)
  let inList = isItem(sentences[from]!)
  let last = from
  for (let i = from + 1; i < sentences.length; i++) {
    const sentence = sentences[i]!
    const opens = starts.has(sentence.start)
    inList ||= isItem(sentence)
    if (opens && (!isText || turns(doc, sentence) || (inList && !isItem(sentence)))) break
    if (tokens[sentence.end - 1]!.text === ':') {
      // The text goes on in a list of its own.
      last = i
      continue
    }
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

/** Questions that open paragraphs: what comes behind the first is said by whoever is asked. */
function interview(doc: EntityDoc, starts: ReadonlySet<number>): StatementNote[] {
  const { bodySentences: sentences, tokens } = doc
  const questions = sentences.filter(
    ({ start, end }) => starts.has(start) && /[؟?]/u.test(tokens[end - 1]!.text),
  )
  const [first] = questions
  if (first === undefined || questions.length < QUESTIONS) return []
  const asked = speakerIn(doc, first.start) ?? personIn(doc, { start: 0, end: first.start })
  const cue = { start: first.end - 1, end: first.end }
  const content = { start: first.end, end: sentences.at(-1)!.end }
  return asked === undefined || content.end <= content.start ? [] : [passage(doc, [asked], cue, content)]
}

/** Who is quoted in what leads up to the questions. */
function speakerIn(doc: EntityDoc, limit: number): string | undefined {
  for (const { start, end } of doc.bodySentences) {
    if (start >= limit) return undefined
    for (let i = start; i < end; i++) {
      if (!verbCueAt(doc.tokens, i)) continue
      const [source] = subjectIn(doc, { start: i + 1, end })
      if (source !== undefined) return source
    }
  }
  return undefined
}

/** Who is spoken of above: a named person before an unnamed one. */
function personIn(doc: EntityDoc, range: TokenRange): string | undefined {
  const people = mentionsIn(doc, range)
    .map(actorOf)
    .filter((id) => id !== null)
    .map((id) => doc.entities.byId.get(id)!)
    .filter(({ type }) => type === 'Person')
  return (people.find(({ named }) => named) ?? people[0])?.id
}
