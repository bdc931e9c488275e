/** What a paper says without a verb of saying: «خرج الطرفان ببيان جاء فيه أن …»، «ورقة … وفيها أن»، «أهم ما حملته الوثيقة أن». */
import type { EntityDoc } from '../entities/mention-index.ts'
import { finiteReadings } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isPaper } from './cues.ts'
import type { Memory } from './memory.ts'
import { subjectIn } from './sources.ts'
import { enclosingOf, type StatementNote } from './statement.ts'

const THAT = /^ان(?:ه|ها|هم|هما)?$/u
const IN_IT = /^[وف]?(?:فيه|فيها|منه|منها)$/u

/** Whose the paper is that the text spoke of last. */
export function byPaper(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  if (memory.issuers.length === 0) return []
  const that = thatOf(doc, at, sentence.end)
  const enclosing = enclosingOf(before, at)
  if (that === undefined || enclosing) return []
  return [
    {
      sources: memory.issuers,
      cue: { start: at, end: at + 1 },
      cueStart: doc.tokens[at]!.start,
      content: { start: doc.tokens[that]!.text === 'ان' ? that + 1 : that, end: sentence.end },
      mode: 'indirect',
      act: '',
      lemma: '',
      frame: 'ان',
      paper: true,
    },
  ]
}

function thatOf({ tokens }: EntityDoc, at: number, limit: number): number | undefined {
  if (at + 2 >= limit) return undefined
  const { text } = tokens[at]!
  if (IN_IT.test(text)) return THAT.test(tokens[at + 1]!.text) ? at + 1 : undefined
  if (!isPaper(text) || !text.startsWith('ال')) return undefined
  // «حملته الوثيقة أن»
  const before = tokens[at - 1]
  const isCarried = finiteReadings(before?.form ?? '').some(({ object }) => object !== undefined)
  if (isCarried) return THAT.test(tokens[at + 1]!.text) ? at + 1 : undefined
  // «جاء في البيان، الذي تلته الرئيسة، أن»
  if (before?.text !== 'في' || !/^[وف]?(?:جاء|ورد|مما)$/u.test(tokens[at - 2]?.text ?? '')) return undefined
  for (let i = at + 1; i < Math.min(limit, at + ASIDE); i++) {
    const isClosed = i === at + 1 || tokens[i - 1]!.kind === 'mark' || tokens[at + 1]!.kind !== 'mark'
    if (THAT.test(tokens[i]!.text) && isClosed) return i
  }
  return undefined
}
/** Between a paper and what it says stands who read it out. In tokens. */
const ASIDE = 20

/** «اختتم القادة قمتهم ببيان»، «قالت الحكومة في بيان»: who is spoken of before a paper is named issues it. */
export function issuersIn(doc: EntityDoc, { start, end }: TokenRange): readonly string[] {
  for (let i = start + 1; i < end; i++) {
    const { text } = doc.tokens[i]!
    const isIssued =
      isPaper(text) && !text.includes('ال') && (text.startsWith('بب') || doc.tokens[i - 1]!.text === 'في')
    if (isIssued || ISSUES.test(text)) return subjectIn(doc, { start, end: i })
  }
  return []
}
const ISSUES = /^ب(?:ورقه|وثيقه|مسوده|خلاصه)$/u
