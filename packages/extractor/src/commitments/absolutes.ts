/**
 * What is ruled out by its noun alone: «لا تراجع عن القرار»، «لا تفاوض تحت النار»، «لا زيادة في الأسعار»; and as what is
 * not to be thought of: «رفع الأسعار غير وارد»، «تأجيل الانتخابات ليس مطروحاً».
 */
import { actionNoun, finiteReadings, presentReading } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { isQuoteMark } from '../text/tokens.ts'
import { phraseBook } from '../text/phrases.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { bodiesOf } from './referent.ts'

const NO = /^[وف]?لا$/u

export const absoluteAt: Pattern = (doc, at, bounds, statement) => {
  const { tokens } = doc
  const start = at + 1
  if (!statement || !NO.test(tokens[at]!.text) || start >= bounds.end) return []
  const openness = isOfClass('no-objection', tokens[start]!.text)
  if (openness) return openTo(doc, at, bounds.end, statement)
  if (!isRuledOut(doc, at, start)) return []
  const committers = bodiesOf(doc, statement.sources)
  if (committers.length === 0) return []
  const end = clauseEnd(doc, start, bounds.end)
  return [
    {
      rule: 'absolute',
      trigger: { start: at, end: start },
      cut: tokens[at]!.text.length - 2,
      evidence: { start: at, end },
      action: {
        words: { start, end },
        cut: 0,
        noun: null,
        verbs: actionNoun(tokens[start]!.text)?.verbs ?? [],
      },
      kind: 'refusal',
      polarity: 'negative',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

/** Behind a noun these set on what terms it is ruled out: «لا معابر قبل الأسرى»، «لا غاز من دون دفع مسبق». */
const TERMS = /^(?:قبل|بعد|تحت|دون|بدون|من|الا|مع|في|هذا|هذه|ل.+)$/u

/** The noun of an action, indefinite and alone; what somebody says in two words rules out anything on terms. */
function isRuledOut({ tokens, entities }: StatementDoc, at: number, start: number): boolean {
  const { text, kind } = tokens[start]!
  if (kind !== 'word' || entities.startingAt.has(start) || text.startsWith('ال')) return false
  // «الحكومة: لا علاوة هذا العام»، «"لا تأجيل"»
  const isSaid = /^(?::|"|«|“)$/u.test(tokens[at - 1]?.text ?? '')
  const noun = actionNoun(text)
  // «لا تراجع الحكومة حساباتها» has a verb: a noun stands alone, or before a preposition.
  if (noun) {
    const [verb] = noun.verbs
    const acts = verb && (verb.role === 'action' || verb.role === 'aspect')
    if (noun.cut > 0 || noun.definite || noun.pronoun || !acts) return false
    return isOfClass('ruled-out', noun.stem) || (isSaid && !presentReading(text))
  }
  return (
    isSaid &&
    !isOfClass('no-fact', text) &&
    finiteReadings(text).length === 0 &&
    TERMS.test(tokens[start + 1]?.text ?? '')
  )
}

/** Between «لا مانع» and what it leaves open. In tokens. */
const NEAR = 5

/** «لا مانع لدينا من استئناف الحوار»: who does not object is open to it. */
function openTo(doc: StatementDoc, at: number, limit: number, statement: StatementNote): Candidate[] {
  const committers = bodiesOf(doc, statement.sources)
  for (let i = at + 2; i < Math.min(limit - 1, at + NEAR); i++) {
    const noun = isPreposition(doc.tokens[i]!.text) ? actionNoun(doc.tokens[i + 1]!.text) : undefined
    if (!noun || noun.cut > 0 || committers.length === 0) continue
    const end = clauseEnd(doc, i + 1, limit)
    return [
      {
        rule: 'absolute',
        trigger: { start: at, end: at + 2 },
        cut: doc.tokens[at]!.text.length - 2,
        evidence: { start: at, end },
        action: { words: { start: i + 1, end }, cut: 0, noun: null, verbs: noun.verbs },
        kind: 'pledge',
        polarity: 'positive',
        certainty: 'probable',
        committers,
        statement,
      },
    ]
  }
  return []
}

const excluded = lazily(() =>
  phraseBook(
    readLexicon<'class' | 'word'>('classes.tsv')
      .filter(({ class: name }) => name === 'excluded' || name === 'excludes')
      .map((row) => [row.word, row.class] as const),
  ),
)
/** «مسألة تأجيل الانتخابات», «خيار رفع الأسعار» */
const MATTER = /^(?:مساله|قضيه|فكره|موضوع|خيار|احتمال|ملف|امر)$/u

/** «قال الوزير إن رفع الأسعار غير وارد»، «من غير الوارد رفع الأسعار»: who says so will not do it. */
export const excludedAt: Pattern = (doc, at, bounds, statement) => {
  const phrase = excluded()(doc.tokens, at, bounds.end)
  if (!phrase || !statement) return []
  const { value, end: behind } = phrase
  const head = value === 'excludes' ? at : clauseStart(doc, at, bounds.start)
  let first = value === 'excludes' ? behind : head
  // «"من غير الوارد" اللجوء إلى …»
  while (first < bounds.end && isQuoteMark(doc.tokens[first])) first++
  const start = first < bounds.end && MATTER.test(doc.tokens[first]!.text) ? first + 1 : first
  if (start >= bounds.end || (value !== 'excludes' && start >= at)) return []
  // «أي دعوة لتأجيل الانتخابات (دعوة) مرفوضة»: any of a kind, be it an action or not.
  const any = value !== 'excludes' && doc.tokens[start]!.text === 'اي' && start + 1 < at ? start + 1 : null
  const noun = doc.entities.startingAt.has(start) ? undefined : actionNoun(doc.tokens[any ?? start]!.form)
  const [verb] = noun?.verbs ?? []
  const opens = noun && (noun.cut === 0 || (value === 'excludes' && noun.proclitics.join('') === 'ل'))
  if (any === null && (!opens || (verb?.role !== 'action' && verb?.role !== 'aspect'))) return []
  const committers = bodiesOf(doc, statement.sources)
  if (committers.length === 0) return []
  const isTwice = any !== null && doc.tokens[at - 1]!.text === doc.tokens[any]!.text
  const end = value === 'excludes' ? clauseEnd(doc, start, bounds.end) : isTwice && at - 1 > any ? at - 1 : at
  return [
    {
      rule: 'absolute',
      trigger: { start: at, end: behind },
      cut: 0,
      evidence: { start: head, end: Math.max(behind, end) },
      action: { words: { start, end }, cut: noun?.cut ?? 0, noun: null, verbs: noun?.verbs ?? [] },
      kind: 'refusal',
      polarity: 'negative',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}
