/**
 * Attribution: who says what. One pass over the sentences; each verb, noun or phrase of saying opens a
 * statement whose source is its subject, or the one who spoke last («وأضاف»), and whose content runs
 * to the end of its quotation or sentence, or to the next statement. The source, cue and content of
 * PARC 3.0 (Pareti 2016).
 */
import type { Diagnostic } from '@mithaq/model'
import { spanOf } from '../doc.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isOfClass } from '../word-classes.ts'
import type { TokenRange } from '../text/tokens.ts'
import { byAside, byHisWords } from './by-aside.ts'
import { byNoun } from './by-noun.ts'
import { byPaper, issuersIn } from './by-paper.ts'
import { byPhrase } from './by-phrase.ts'
import { byVerb } from './by-verb.ts'
import { isByline, isOfHim, verbCueAt } from './cues.ts'
import { headlineSpeech, jointStatement } from './headlines.ts'
import type { Memory } from './memory.ts'
import { findPassages } from './passages.ts'
import { isOfThing, type StatementDoc, type StatementNote } from './statement.ts'

export function findStatements(doc: EntityDoc): StatementDoc {
  const passages = findPassages(doc)
  const statements: StatementNote[] = [...passages]
  const memory: Memory = { last: undefined, earlier: undefined, issuers: [] }
  let quotedUntil = 0
  for (const sentence of doc.bodySentences) {
    const from = Math.max(sentence.start, quotedUntil)
    if (from >= sentence.end) continue
    const found = statementsOf(doc, { start: from, end: sentence.end }, memory)
    const within = passages.find(({ content }) => content.start <= from && from < content.end)
    for (const note of found) {
      quotedUntil = Math.max(quotedUntil, note.content.end)
      if (within && !isSame(note, within)) note.parent ??= within
    }
    statements.push(...found)
  }
  return { ...doc, statements, diagnostics: [...doc.diagnostics, ...unknownSources(doc, statements)] }
}

/** A teller who is quoted in his own passage says it once. */
const isSame = ({ sources }: StatementNote, within: StatementNote): boolean =>
  sources.length > 0 && sources.every((id) => within.sources.includes(id))

const unknownSources = (doc: EntityDoc, statements: readonly StatementNote[]): Diagnostic[] =>
  statements
    .filter(({ sources }) => sources.length === 0)
    .map(({ cue }) => ({
      code: 'source-unknown',
      message: 'somebody says this who could not be named',
      span: spanOf(doc, cue),
    }))

function statementsOf(doc: EntityDoc, sentence: TokenRange, memory: Memory): StatementNote[] {
  const found: StatementNote[] = []
  memory.earlier = memory.last
  if (isByline(doc.tokens, sentence)) return []
  const headline = headlineSpeech(doc, sentence)
  if (headline) {
    memory.last = headline
    return [headline]
  }
  const joint = jointStatement(doc, sentence)
  const issuers = joint?.sources ?? issuersIn(doc, sentence)
  if (issuers.length > 0) memory.issuers = issuers
  for (let i = sentence.start; i < sentence.end; i++) {
    const cue = verbCueAt(doc.tokens, i)
    const notes = cue
      ? firstOf(
          () => byAside(doc, cue, sentence, found, memory),
          () => passedOn(doc, cue.at, byVerb(doc, cue, sentence, found, memory), sentence, found, memory),
        )
      : firstOf(
          () => byHisWords(doc, i, sentence, found, memory),
          () => byPhrase(doc, i, sentence, found, memory),
          () => byNoun(doc, i, sentence, found),
          () => byPaper(doc, i, sentence, found, memory),
        )
    if (notes.length === 0) continue
    found.push(...notes)
    const inner = notes.at(-1)!
    if ((inner.sources.length > 0 || cue) && !isOfThing(doc, inner) && !isCaption(doc, sentence))
      memory.last = inner
    // A quotation is one speech: look on behind it. An indirect clause may hold others.
    i = Math.max(i, resumeAt(inner) - 1)
  }
  return found.length === 0 && joint ? [joint] : found
}

/** «مصر دعت إلى فتح المعبر (الفرنسية)»: of whom a picture tells does not go on. */
function isCaption({ tokens }: EntityDoc, { end }: TokenRange): boolean {
  if (tokens[end - 1]!.text !== ')') return false
  return tokens.slice(Math.max(0, end - CREDIT), end).some(({ form }) => isOfClass('credit', form))
}
/** In tokens. */
const CREDIT = 6

/** What the first reader finds that finds anything. */
const firstOf = (...readers: readonly (() => readonly StatementNote[])[]): readonly StatementNote[] => {
  for (const read of readers) {
    const notes = read()
    if (notes.length > 0) return notes
  }
  return []
}

/** «هددت النقابة، بحسب رويترز، بوقف العمل»: whom an aside between the verb and what is said names. */
function passedOn(
  doc: EntityDoc,
  cue: number,
  notes: readonly StatementNote[],
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): readonly StatementNote[] {
  const [first] = notes
  for (let i = cue + 1; i < (first?.content.start ?? 0); i++) {
    const [aside] = byPhrase(doc, i, sentence, before, memory)
    const isQuoted = doc.tokens[i]!.text === 'نقلا'
    const isSpokenFor = doc.tokens[i + 1]!.text === 'لسان'
    // «حذر الوزير، كما نقل عنه مساعده، من أن»
    const isRelayed = aside !== undefined && isOfHim(doc.tokens[aside.cue.end - 1]!)
    if (!aside) continue
    if (!isQuoted && !isSpokenFor && !isRelayed && aside.content.end < first!.content.end) continue
    // «وذكرت الوكالة، نقلاً عن مسؤول، أن»: the one who is quoted says it.
    if (isQuoted)
      return notes.flatMap((note) => [
        note,
        { ...note, sources: aside.sources, cue: aside.cue, cueStart: aside.cueStart, parent: note },
      ])
    // «، على لسان رئيسها حنا غريب، »: he speaks for it; any other passes it on.
    if (isSpokenFor) return notes.map((note) => ({ ...note, voice: aside.sources }))
    const outer = isRelayed ? { ...aside, content: first!.content } : aside
    first!.parent ??= outer
    return [outer, ...notes]
  }
  return notes
}

function resumeAt({ mode, frame, cue, content }: StatementNote): number {
  if (mode === 'direct') return content.end
  return frame === 'phrase' ? cue.end : content.start
}
