/** «ما نسعى إليه هو وقف دائم …»، «كل ما تريده القاهرة هو استئناف …»، «ما ستقوم به الحكومة هو توزيع …»: what is meant stands behind «هو». */
import type { Commitment } from '@mithaq/model'
import type { StatementDoc } from '../statements/statement.ts'
import { actionNoun, finiteReadings, futureReading } from '../text/morphology.ts'
import type { Person } from '../text/verbs.ts'
import { isOfClass } from '../word-classes.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { COMPLEMENTIZER, nounAt, verbal } from './complement-at.ts'
import { bodiesOf } from './referent.ts'
import { subjectOf } from './subject.ts'
import { triggerAt, verbTrigger } from './triggers.ts'

const WHAT = /^[وف]?(?:ما|مما)$/u
const IS = /^(?:هو|هي)$/u
/** Between «ما» and «هو» stand the verb, its subject and its day. In tokens. */
const REACH = 12

export const cleftAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  if (!WHAT.test(tokens[at]!.text) || at + 1 >= bounds.end) return []
  const verb = /^(?:سوف|لن)$/u.test(tokens[at + 1]!.text) ? at + 2 : at + 1
  const sense = senseAt(doc, verb)
  const is = sense && copulaAfter(doc, verb, bounds.end)
  if (!sense || is === undefined) return []
  const found = COMPLEMENTIZER.test(tokens[is + 1]!.text)
    ? verbal(tokens, is + 1, bounds.end)
    : isMeant(doc, is + 1)
      ? nounAt(doc, is + 1, is, 0)
      : null
  if (!found) return []
  const { actors } = subjectOf(doc, verb, sense.person, { start: at, end: is }, statement, topic)
  // «قال الرئيس السوري إن ما تريده إسرائيل هو …»: what one says that others want.
  const own = new Set([...(statement?.sources ?? []), ...bodiesOf(doc, statement?.sources ?? [])])
  if (sense.kind === 'wish' && statement && !actors.every((id) => own.has(id))) return []
  const end = clauseEnd(doc, found.start, bounds.end)
  const negative = found.negated || sense.polarity === 'negative'
  return [
    {
      rule: 'cleft',
      trigger: { start: at, end: is + 1 },
      cut: tokens[at]!.text.length - 2,
      evidence: { start: at, end },
      action: { ...found.action, words: { start: found.start, end } },
      kind: sense.kind,
      polarity: negative ? 'negative' : 'positive',
      certainty: sense.certainty,
      committers: actors,
      statement,
      spoken: sense.person.startsWith('1'),
    },
  ]
}

type Sense = Pick<Candidate, 'kind' | 'polarity' | 'certainty'> & { person: Person }

/** How the verb binds: as it does elsewhere, with or without a pronoun that points back at «ما». */
function senseAt({ tokens }: StatementDoc, verb: number): Sense | undefined {
  const token = tokens[verb]
  if (token?.kind !== 'word') return undefined
  const future = futureReading(token.form)
  const does = future?.verb && isOfClass('does', future.verb.lemma)
  if (does) {
    const kind: Commitment['kind'] = future.person.startsWith('1') ? 'pledge' : 'plan'
    return { kind, polarity: 'positive', certainty: 'certain', person: future.person }
  }
  for (const { verb: word, tense, person, passive } of finiteReadings(token.form)) {
    const row = passive ? undefined : verbTrigger(word.key)
    if (row && row.kind !== 'obligation' && tense !== 'participle' && row.tenses.includes(tense))
      return { ...row, person }
  }
  // «ما تم الاتفاق عليه هو …»
  const phrase = triggerAt(tokens, verb)
  return phrase?.type === 'verb' && isOfClass('impersonal', phrase.word)
    ? { ...phrase, person: phrase.verb.person }
    : undefined
}

function copulaAfter({ tokens }: StatementDoc, verb: number, limit: number): number | undefined {
  for (let i = verb + 1; i < Math.min(limit - 1, verb + REACH) && tokens[i]!.kind === 'word'; i++)
    if (IS.test(tokens[i]!.text)) return i
  return undefined
}

/** The noun of an action: «ما نريده هو الأمن» names no deed. */
const isMeant = ({ tokens }: StatementDoc, at: number): boolean => actionNoun(tokens[at]!.form) !== undefined
