/** The present of headlines, which tells what has been decided: «قطر تشتري سندات مصرية»، «البنك يمدد مهمته». */
import { isInName } from '../entities/mention-index.ts'
import { subjectBefore } from '../statements/sources.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import { remember, rememberOf } from '../remember.ts'
import { innermost, isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { agreesBefore } from '../entities/agreement.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { withoutMedia } from './referent.ts'

/** No headline has more. In tokens. */
const LONGEST = 25

export const headlineAt: Pattern = (doc, at, bounds, statement) => {
  const headline = headlinesOf(doc)[at]
  if (!headline || statement || isInName(doc, at)) return []
  const form = tellingVerb(doc.tokens[at]!.form)
  if (!form) return []
  const negated = /^[وف]?لا$/u.test(doc.tokens[at - 1]?.text ?? '')
  const verb = negated ? at - 1 : at
  const found = subjectBefore(doc, verb, headline.start)
  if (!found || !agreesBefore(doc, found.actors, form.person)) return []
  if (!doc.tokens.slice(found.end, verb).every(isQuoteMark)) return []
  const opens =
    found.start === headline.start ||
    isQuoteMark(doc.tokens[found.start - 1]) ||
    doc.tokens[found.start]!.text.startsWith('و')
  const committers = withoutMedia(doc, found.actors)
  if (!opens || committers.length === 0) return []
  const end = halfEnd(doc, at, clauseEnd(doc, at, bounds.end))
  const noun = form.verb.nouns[0] ?? null
  return [
    {
      rule: 'headline',
      trigger: { start: at, end: at + 1 },
      cut: form.cut,
      evidence: { start: found.start, end },
      action: {
        words: { start: at, end },
        cut: noun === null ? form.cut : doc.tokens[at]!.text.length,
        noun,
        verbs: [form.verb],
      },
      kind: negated ? 'refusal' : 'decision',
      polarity: negated ? 'negative' : 'positive',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

/** «قطر تشتري سندات والكويت تتحفظ»: another subject with its verb is the other half. */
function halfEnd({ tokens, entities }: StatementDoc, at: number, limit: number): number {
  for (let i = at + 1; i < limit; i++) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention?.proclitics[0] !== 'و') continue
    let next = mention.tokens.end
    while (isQuoteMark(tokens[next])) next++
    if (next < tokens.length && finiteReadings(tokens[next]!.form).length > 0) return i
  }
  return limit
}

/** A deed of one's will that is told of in advance; fights and talks are told of when they are over. */
const tellingVerb = remember((word): FiniteVerb | undefined => {
  const readings = finiteReadings(word)
  if (readings.some(({ verb }) => verb.role === 'report' || isOfClass('stands', verb.lemma))) return undefined
  if (actionNoun(word)) return undefined
  return readings.find(
    ({ tense, verb, object, person }) =>
      tense === 'present' &&
      !object &&
      person.startsWith('3') &&
      verb.role === 'action' &&
      !TOLD_AFTER.has(verb.event ?? ''),
  )
})
const TOLD_AFTER = new Set([
  'ASSAULT',
  'ACCUSE',
  'PROTEST',
  'CONSULT',
  'DEMAND',
  'REQUEST',
  'THREATEN',
  'COERCE',
])

/** By token the headline that it stands in: a short line, or part of one, without a full stop. */
const headlinesOf = rememberOf((doc: StatementDoc) => {
  const lines = doc.bodySentences.filter((sentence) => isHeadline(doc, sentence))
  return innermost(
    doc.tokens,
    lines.map((line) => [line, line] as const),
  )
})

function isHeadline({ tokens, text, datelines }: StatementDoc, { start, end }: TokenRange): boolean {
  if (end - start > LONGEST || end - start < 3) return false
  const last = tokens[end - 1]!
  if (/^[؟?!]$/u.test(last.text)) return false
  // «قطر تشتري سندات..»
  if (last.text === '.' && tokens[end - 2]!.text !== '.') return false
  return (
    last.text === '.' ||
    last.text === '…' ||
    /^[|*•■●▪◆]$/u.test(last.text) ||
    end === tokens.length ||
    datelines.has(end) ||
    text.slice(last.end, tokens[end]!.start).includes('\n')
  )
}
