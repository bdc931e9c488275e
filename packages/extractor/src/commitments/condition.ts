/** On what condition: «شرط أن …»، «إذا …»، «وفقاً للظروف …», in the clause or before it in its sentence. */
import { rememberOf } from '../remember.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import { clauseEnd } from './clauses.ts'
import { conditionAt, connectiveAt } from './openers.ts'
import { verbCueAt } from '../statements/cues.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, spokenFuture } from '../text/morphology.ts'
import { datesIn } from './when.ts'

/** The tokens of the condition, its opening word included, or null. */
export function conditionOf(doc: StatementDoc, clause: TokenRange, frame: TokenRange): TokenRange | null {
  const before = conditionIn(doc, frame)
  return conditionIn(doc, clause) ?? (before && isFronted(doc, before, frame.end) ? before : null)
}

/** Where the article's statements have their cues; asked at every condition. */
const cuesOf = rememberOf(
  (statements: readonly StatementNote[]): ReadonlySet<number> =>
    new Set(statements.map(({ cue }) => cue.start)),
)

/** A clause and its condition before it stand this near: «إذا انسحبت، فإن الحكومة ستـ». In tokens. */
const FRONT = 6

/** The condition leads up to the clause, and is not that of another one before it: «… إذا قدمت بدائل، لكنها لن تسحب». */
function isFronted({ tokens }: StatementDoc, { end }: TokenRange, clause: number): boolean {
  if (clause - end > FRONT) return false
  for (let i = end; i < clause; i++) if (connectiveAt(tokens, i, clause)?.type === 'coordinate') return false
  return true
}

function conditionIn(doc: StatementDoc, { start, end }: TokenRange): TokenRange | null {
  for (let i = start; i < end; i++) {
    const cue = conditionAt(doc.tokens, i, end) ?? ifAt(doc, i, start)
    // «ما إذا كان» asks, it sets no condition.
    if (!cue || /^(?:[بلفك]?ما|عما|فيما)$/u.test(doc.tokens[i - 1]?.text ?? '')) continue
    // «وفق ما قالت السفيرة» tells the source.
    if (cue.type === 'by' && doc.tokens[cue.end]?.text === 'ما') continue
    // «في حين تعهد …» sets another clause beside it.
    if (cue.type === 'event' && (doc.tokens[i - 1]?.text === 'في' || !isEvent(doc, cue.end))) continue
    if (cuesOf(doc.statements).has(i)) continue
    const stop = clauseEnd(doc, i, end)
    let comma = cue.end + 1
    // «لو مفيش رد هنرجع الشارع»
    while (comma < stop && !isComma(doc.tokens[comma]) && !spokenFuture(doc.tokens[comma]!.form)) comma++
    const range = { start: i, end: comma < stop ? comma : stop }
    if (range.end <= cue.end) continue
    if (cue.type === 'event' && datesIn(doc, range).length > 0) continue
    return range
  }
  return null
}

/** «فور تشغيل الخط»، «حين تعرض»، «قبل أن يروا المال»: something that has to happen, and no meeting that was. */
function isEvent({ tokens, entities }: StatementDoc, at: number): boolean {
  const { text, kind } = tokens[at] ?? { text: '', kind: 'mark' }
  if (kind !== 'word' || entities.startingAt.has(at)) return false
  const noun = actionNoun(text)
  if (noun)
    return noun.cut === 0 && noun.verbs.some(({ role, event }) => role !== 'report' && event !== 'CONSULT')
  return finiteReadings(text).some(({ tense, conjunction }) => tense === 'present' && !conjunction)
}

/** «وتهدد بوقف التعاون إن فرضت العقوبات»: with a verb of the past right behind it إن is an if. */
function ifAt(
  { tokens, text }: StatementDoc,
  at: number,
  from: number,
): { type: 'if'; end: number } | undefined {
  const token = tokens[at]!
  if (token.text !== 'ان' || at === from || text[token.start] === 'أ') return undefined
  if (isPreposition(tokens[at - 1]!.form) || verbCueAt(tokens, at - 1)) return undefined
  const next = tokens[at + 1]?.text ?? ''
  const isPast = finiteReadings(next).some(
    ({ tense, conjunction, object }) => tense === 'past' && !conjunction && !object,
  )
  return isPast && !actionNoun(next) ? { type: 'if', end: at + 1 } : undefined
}
