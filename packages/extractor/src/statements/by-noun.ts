/** Statements that the noun of a verb of saying opens: «اكتفى الوزير بالقول إن الحل قريب»، «سارع إلى التأكيد أن …». */
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, type NounReading } from '../text/morphology.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import { isSayingVerb, isTellingVerb, opensSpeech } from './cues.ts'
import { hearer } from './relays.ts'
import { coordination } from './sources.ts'
import { doerBefore } from './speakers.ts'
import { enclosingOf, type StatementNote } from './statement.ts'

/** Between the noun and what is said stands whom it is said to. In tokens. */
const HEARER = 4

export function byNoun(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
): StatementNote[] {
  const { tokens } = doc
  const noun = actionNoun(tokens[at]!.form)
  if (noun && !noun.definite && noun.pronoun === undefined && noun.verbs.some(isTellingVerb))
    return ofSpeaker(doc, at, sentence, before, noun)
  if (!noun?.definite || noun.pronoun !== undefined || !noun.verbs.some(isSayingVerb)) return []
  const isGoverned = noun.proclitics.at(-1) === 'ب' || isPreposition(tokens[at - 1]?.form ?? '')
  const that = isGoverned ? thatBehind(doc, at + 1, Math.min(sentence.end, at + 1 + HEARER)) : undefined
  if (that === undefined) return []
  const enclosing = enclosingOf(before, at)
  const sources = doerBefore(doc, enclosing?.content.start ?? sentence.start, at)
  if (sources.length === 0) return []
  const opensClause = tokens[that]!.text === ':' || tokens[that]!.text.endsWith('ان')
  const base = {
    cue: { start: at, end: at + 1 },
    cueStart: tokens[at]!.start + noun.cut,
    content: { start: opensClause ? that + 1 : that, end: enclosing?.content.end ?? sentence.end },
    mode: 'indirect' as const,
    act: '' as const,
    lemma: noun.verbs.find(isSayingVerb)!.lemma,
    frame: 'ان',
    paper: false,
  }
  const told = enclosing ? undefined : hearer(doc, { start: at + 1, end: that }, base)
  const outer = enclosing ?? told
  return [...(told ? [told] : []), { ...base, sources, ...(outer && { parent: outer }) }]
}

/** «رغم إعلان إسرائيل أن عملياتها ستتوقف»: whose word the noun is stands behind it. */
function ofSpeaker(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  { cut, verbs }: NounReading,
): StatementNote[] {
  const mentions = doc.entities.startingAt.get(at + 1)
  const [first] = mentions ?? []
  if (!mentions || actorOf(first) === null || first!.proclitics.length > 0) return []
  const { actors, end } = coordination(doc, mentions, sentence.end)
  if (end >= sentence.end) return []
  // «إعلان الحركة رفضها الخطة وتمسكها بالسلاح»: both are its own.
  const isOwn = actionNoun(doc.tokens[end]!.form)?.pronoun?.startsWith('3') === true
  if (!isOwn && !/^ب?ان(?:ه|ها|هم)?$/u.test(doc.tokens[end]!.text)) return []
  const enclosing = enclosingOf(before, at)
  const opensClause = doc.tokens[end]!.text.endsWith('ان') && !isOwn
  return [
    {
      cue: { start: at, end: at + 1 },
      cueStart: doc.tokens[at]!.start + cut,
      content: {
        start: opensClause ? end + 1 : end,
        end: mainClause(doc, end, enclosing?.content.end ?? sentence.end),
      },
      mode: isOwn ? 'narrated' : 'indirect',
      act: '',
      lemma: verbs.find(isTellingVerb)!.lemma,
      frame: isOwn ? 'obj' : 'ان',
      paper: false,
      sources: actors,
      // «رحبت مصر بإعلان الحركة رفضها»: Egypt does not say so.
      ...(enclosing && !(isOwn && enclosing.mode === 'narrated') && { parent: enclosing }),
    },
  ]
}

/** «رغم إعلان إسرائيل أن عملياتها ستتوقف | ، دعا الوزير إلى …»: a comma with a past verb behind it goes on about another. */
function mainClause({ tokens }: EntityDoc, from: number, limit: number): number {
  for (let i = from; i < limit - 1; i++) {
    if (!isComma(tokens[i])) continue
    const past = finiteReadings(tokens[i + 1]!.form).some(
      ({ tense, conjunction }) => tense === 'past' && !conjunction,
    )
    if (past && !actionNoun(tokens[i + 1]!.form)) return i
  }
  return limit
}

function thatBehind({ tokens }: EntityDoc, from: number, limit: number): number | undefined {
  for (let i = from; i < limit; i++) {
    if (opensSpeech(tokens[i]!.text)) return i
    if (tokens[i]!.text === '،') return undefined
  }
  return undefined
}
