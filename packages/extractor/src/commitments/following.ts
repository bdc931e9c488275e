/** Verbs that و joins to a future are future too: «ستبني الحكومة مدارس وتفتح مستشفيات، وترمم الطرق». */
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings, type FiniteVerb, presentForms } from '../text/morphology.ts'
import { isComma, type Token, type TokenRange } from '../text/tokens.ts'
import { nounOfVerb } from './action.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { carriedAction } from './future-action.ts'
import { subjectBehind } from './subject.ts'

/** «…، قبل أن يتوجه إلى الرياض» */
const isBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'ان' && tokens[at - 2]?.text === 'قبل'

/** «سيزور عمّان | قبل أن يحضر مؤتمراً في روما»: what the same will do next is another deed. */
export function untilNext(
  { tokens }: StatementDoc,
  { start, end }: TokenRange,
  person: FiniteVerb['person'],
): number {
  for (let i = start + 1; i < end - 2; i++) {
    if (tokens[i]!.text !== 'قبل' || tokens[i + 1]!.text !== 'ان') continue
    const isDeed = finiteReadings(tokens[i + 2]!.form).some(
      (form) =>
        form.tense === 'present' && form.person === person && !/^(?:state|report)$/u.test(form.verb.role),
    )
    if (isDeed) return tokens[i - 1]!.kind === 'mark' ? i - 1 : i
  }
  return end
}

/** «زيارة …، يلتقي خلالها …» */
const DURING = /^خلال(?:ه|ها)$/u

export const followingAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const word = tokens[at]!
  const { going } = topic
  if (!going || word.kind !== 'word' || doc.entities.startingAt.has(at)) return []
  const from = isBefore(tokens, at) ? at - 2 : at
  const joins = from === going.end || (from === going.end + 1 && isComma(tokens[from - 1]))
  const within = from < at || DURING.test(tokens[at + 1]?.text ?? '')
  if (!joins || actionNoun(word.form)) return []
  const forms = finiteReadings(word.form)
  const form = presentForms(word.form).find(
    ({ conjunction, verb, person }) =>
      (conjunction || within) &&
      verb.role !== 'report' &&
      verb.role !== 'state' &&
      // «سيقدم خياماً وأغطية»: no «I cover».
      person !== '1s',
  )
  if (!form || forms.some(({ verb }) => verb.role === 'report')) return []
  // «وتفتح مستشفيات»: only a name is surely the subject, and not what is opened.
  const behind = subjectBehind(doc, at, bounds.end)
  const named = behind?.actors.every((id) => doc.entities.byId.get(id)?.named) ? behind : null
  const committers = named?.actors ?? topic.recent
  if (committers.length === 0) return []
  const end = clauseEnd(doc, at, bounds.end)
  const carried = form.verb.role === 'light' ? carriedAction(doc, at, end) : null
  if (form.verb.role === 'light' && (!carried || carried.passive)) return []
  const noun = form.verb.nouns[0]
  const words = { start: at, end }
  return [
    {
      rule: 'following',
      trigger: { start: at, end: at + 1 },
      cut: form.cut,
      evidence: words,
      action: carried
        ? { ...carried.action, words: { start: carried.at, end } }
        : {
            ...nounOfVerb(doc, words),
            ...(noun === undefined ? {} : { cut: word.text.length, noun, verbs: [form.verb] }),
            ...(named?.behind && { subject: named.behind }),
          },
      kind: going.kind,
      polarity: going.polarity,
      certainty: going.certainty,
      committers,
      statement,
    },
  ]
}
