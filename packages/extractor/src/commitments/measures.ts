/**
 * Measures told by a verbal noun alone: «أعلنت … إنهاء المهمة … في موعد أقصاه …»، «أشاروا إلى بقاء الجنود بعد
 * عام 2026», and what a deal provides: «الاتفاق يشمل …». The cue or a date to come makes them commitments.
 */
import { isOfClass } from '../word-classes.ts'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { nounReadings } from '../text/clitics.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { referent, type Topic } from './referent.ts'
import { comesBy } from './when.ts'

/** Classes of action that an official announcement decides, without a date. */
const DECIDED = new Set([
  'AID',
  'SUPPORT',
  'RETREAT',
  'MOBILIZE',
  'SANCTION',
  'COOPERATE',
  'CONCEDE',
  'AGREE',
])

export const measureAt: Pattern = (doc, at, bounds, statement, topic) => {
  if (!statement || !opensContent(statement, at) || doc.entities.startingAt.has(at)) return []
  const noun = actionNoun(doc.tokens[at]!.text)
  const verb = noun?.verbs[0]
  if (!noun || !verb || verb.role === 'state' || verb.role === 'report') return []
  const end = clauseEnd(doc, at, bounds.end)
  const joint = statement.sources.length > 1
  const dated = comesBy(doc, { start: at, end })
  const decided = statement.act === 'announce' && DECIDED.has(verb.event) && statement.mode !== 'direct'
  if (!dated && !decided && !(joint && statement.paper && verb.role === 'action')) return []
  const committers = movers(doc, at, noun.stem, noun.pronoun, { start: at, end }, statement, topic)
  if (committers.length === 0) return []
  const own = committers.every((id) => statement.sources.includes(id))
  return [
    {
      rule: 'measure',
      trigger: { start: at, end: at + 1 },
      cut: noun.cut,
      evidence: { start: at, end },
      action: { words: { start: at, end }, cut: noun.cut, noun: null, verbs: noun.verbs },
      kind: own && joint ? 'agreement' : own && statement.act === 'announce' ? 'decision' : 'plan',
      polarity: 'positive',
      certainty: 'certain',
      committers,
      statement,
    },
  ]
}

/** At the head of what is said, or joined by و to a measure there. */
const opensContent = (statement: StatementNote, at: number): boolean =>
  statement.frame !== 'ان' && statement.frame !== 'phrase' && at <= statement.content.start + 1

function movers(
  doc: StatementDoc,
  at: number,
  stem: string,
  pronoun: Parameters<typeof referent>[1] | undefined,
  range: TokenRange,
  statement: StatementNote,
  topic: Topic,
): readonly string[] {
  if (pronoun) return referent(doc, pronoun, statement, { ...topic, recent: statement.sources })
  // What owns «بقاء الجنود» stays; what owns «إنهاء المهمة» is ended.
  if (!isOfClass('own-move', stem)) return statement.sources
  const owner = mentionsIn(doc, { start: at + 1, end: Math.min(range.end, at + 5) }).find(
    (mention) => mention.proclitics.length === 0 && mention.entity.startsWith('actor:'),
  )
  const actor = owner && actorOf(owner)
  return actor ? [actor] : statement.sources
}

/** «الاتفاق يشمل عملية انتقال …»: what a deal provides binds its parties. */
export const provisionAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  if (topic.parties.length === 0 || !isDeal(tokens[at]!.text)) return []
  for (const verb of [at - 1, at + 1, at + 2]) {
    if (verb < bounds.start || verb >= bounds.end) continue
    const provides = finiteReadings(tokens[verb]!.text).find(({ verb: { lemma } }) =>
      isOfClass('provides', lemma),
    )
    if (!provides || provides.tense === 'participle') continue
    let start = Math.max(at, verb) + 1
    let cut = 0
    if (tokens[start]?.text === 'علي') start++
    if (tokens[start]?.text === 'ان' || !tokens[start] || start >= bounds.end) return []
    const reading = actionNoun(tokens[start]!.text)
    if (reading) cut = reading.cut
    else if (provides.verb.lemma === 'قضى') cut = 1
    const end = clauseEnd(doc, start, bounds.end)
    return [
      {
        rule: 'provision',
        trigger: { start: verb, end: verb + 1 },
        cut: 0,
        evidence: { start: Math.min(at, verb), end },
        action: { words: { start, end }, cut, noun: null, verbs: reading?.verbs ?? [] },
        kind: 'agreement',
        polarity: 'positive',
        certainty: 'certain',
        committers: topic.parties,
        statement,
      },
    ]
  }
  return []
}

const isDeal = (word: string): boolean =>
  nounReadings(word).some(({ stem }) => stem.startsWith('ال') && isOfClass('deal', stem.slice(2)))
