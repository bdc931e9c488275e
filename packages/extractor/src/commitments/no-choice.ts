/** What somebody has no choice but to do: «لم يعد أمام الحكومة سوى رفع الأسعار»، «ليس أمام النقابة إلا الإضراب». */
import { isPreposition } from '../text/governs.ts'
import { encliticReadings } from '../text/clitics.ts'
import { actionNoun } from '../text/morphology.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { referent } from './referent.ts'
import { ownerAfter } from './thing-subjects.ts'

const NONE = /^[وف]?(?:لا|ليس|لم|لن)$/u
const BEFORE = /^(?:امام|لدي)(?:ه|ها|هم|هما|نا)?$/u
const BUT = /^(?:سوي|الا|غير)$/u
/** Between the negation and «أمام»: «لا خيار», «لم يعد ثمة سبيل». In tokens. */
const NEAR = 4
/** Between «أمام» and «سوى»: whose choice it is. In tokens. */
const REACH = 8

export const noChoiceAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const { text } = tokens[at]!
  if (!BEFORE.test(text)) return []
  const owned = encliticReadings(text).find(({ stem }) => BEFORE.test(stem))
  const denied = tokens
    .slice(Math.max(bounds.start, at - NEAR), at)
    .findLastIndex(({ text }) => NONE.test(text))
  if (denied < 0) return []
  const limit = Math.min(bounds.end - 1, at + REACH)
  let but = at + 1
  while (but < limit && !BUT.test(tokens[but]!.text)) but++
  const start = isPreposition(tokens[but + 1]?.form ?? tokens[but]!.form) ? but + 2 : but + 1
  const noun = but < limit && start < bounds.end ? actionNoun(tokens[start]!.form) : undefined
  const [verb] = noun?.verbs ?? []
  if (!noun || (verb?.role !== 'action' && verb?.role !== 'aspect')) return []
  const committers = owned
    ? referent(doc, owned.pronoun, statement, topic, true)
    : (ownerAfter(doc, at, but)?.actors ?? [])
  const end = clauseEnd(doc, start, bounds.end)
  return [
    {
      rule: 'no-choice',
      trigger: { start: at, end: but + 1 },
      cut: 0,
      evidence: { start: at, end },
      action: { words: { start, end }, cut: noun.cut, noun: null, verbs: noun.verbs },
      kind: 'plan',
      polarity: 'positive',
      certainty: 'probable',
      committers,
      statement,
    },
  ]
}
