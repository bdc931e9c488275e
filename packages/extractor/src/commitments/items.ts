/** The items of a communiqué, which say in the present what will be: «أولاً: تتسلم الحكومة …». */
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import type { Action, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { agreed } from './deal.ts'
import { carriedAction } from './future-action.ts'
import { subjectOf } from './subject.ts'

/** An item of a list that a body resolves or parties agree on: its present tense and its verbal nouns will be. */
export const itemAt: Pattern = (doc, at, bounds, statement, topic) => {
  const word = doc.tokens[at]!
  const { resolve } = topic
  if (resolve === null || word.kind !== 'word' || doc.entities.startingAt.has(at)) return []
  const before = doc.tokens[at - 1]
  const opens = before?.kind === 'mark' && before.text !== '،' && !/["«“(]/u.test(before.text)
  const joined = word.text.startsWith('و') && word.text.length > 3
  if (!opens && !joined) return []
  const end = clauseEnd(doc, at, bounds.end)
  const base = {
    ...agreed,
    rule: 'item',
    trigger: { start: at, end: at + 1 },
    kind: resolve.length > 1 ? ('agreement' as const) : ('decision' as const),
    evidence: { start: at, end },
    statement,
  }
  const noun = opens ? actionNoun(word.form) : undefined
  if (noun && noun.cut === 0 && noun.verbs[0]!.role !== 'state' && noun.verbs[0]!.role !== 'report') {
    const action = { words: { start: at, end }, cut: 0, noun: null, verbs: noun.verbs }
    return [{ ...base, action, committers: resolve }]
  }
  const forms = finiteReadings(word.form)
  const form = forms.find(
    ({ tense, verb, object }) => tense === 'present' && !object && verb.role !== 'state',
  )
  if (
    !form ||
    forms.some(({ verb }) => verb.role === 'report') ||
    actionNoun(word.form) ||
    form.conjunction !== joined
  )
    return []
  const clause = { start: at, end }
  const { actors, behind } = subjectOf(
    doc,
    at,
    form.person,
    clause,
    undefined,
    { ...topic, recent: [] },
    true,
  )
  const isLight = form.verb.role === 'light'
  const carried = isLight ? carriedAction(doc, at, end) : null
  if (isLight && (carried === null || carried.passive)) return []
  const own = form.verb.nouns[0] ?? null
  const action: Action = carried
    ? { ...carried.action, words: { start: carried.at, end } }
    : {
        words: clause,
        cut: own === null ? form.cut : word.text.length,
        noun: own,
        verbs: [form.verb],
        ...(behind && { subject: behind }),
      }
  const committers = actors.length > 0 ? actors : resolve
  return [{ ...base, cut: form.cut, action, committers }]
}
