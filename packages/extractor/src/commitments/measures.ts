/**
 * Measures told by a verbal noun alone: «أعلنت … إنهاء المهمة … في موعد أقصاه …»، «أشاروا إلى بقاء الجنود بعد
 * عام 2026». The cue or a date to come makes them commitments.
 */
import { isOfClass } from '../word-classes.ts'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { actionNoun } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Verb } from '../text/verbs.ts'
import type { Pattern } from './candidate.ts'
import { agrees } from '../entities/agreement.ts'
import { clauseEnd } from './clauses.ts'
import { referent, type Topic } from './referent.ts'
import { ownerAfter } from './thing-subjects.ts'
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
  // «متوقعاً رسو ناقلة»: who expects it does not do it.
  if (isOfClass('expects', statement.lemma)) return []
  if (isOfClass('judges', statement.lemma) && !ownerAfter(doc, at, bounds.end)) return []
  const noun = actionNoun(doc.tokens[at]!.form)
  const verb = noun?.verbs[0]
  if (!noun || !verb || verb.role === 'state' || verb.role === 'report') return []
  const end = clauseEnd(doc, at, bounds.end)
  const joint = statement.sources.length > 1
  const dated = comesBy(doc, { start: at, end })
  const settles =
    DECIDED.has(verb.event) ||
    verb.role === 'aspect' ||
    // «أعلنت أنقرة العودة إلى الاتفاق»
    (noun.definite && isOfClass('own-move', noun.stem)) ||
    isOfOwn(doc, at, verb, statement)
  const decided = statement.act === 'announce' && settles && statement.mode !== 'direct'
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

/** «أعلنت مصر تعليق رحلاتها إلى بيروت»: what the speaker does to a thing of his own. */
function isOfOwn(doc: StatementDoc, at: number, { role, lemma }: Verb, { sources }: StatementNote): boolean {
  const [, , pronoun] = /^([^وفبلك].{2,})(ته|ها)$/u.exec(doc.tokens[at + 1]?.text ?? '') ?? []
  if (
    pronoun === undefined ||
    role !== 'action' ||
    isOfClass('happens', lemma) ||
    isOfClass('finishes', lemma)
  )
    return false
  return sources.length === 1 && agrees(doc, sources[0]!, pronoun === 'ها' ? '3fs' : '3ms')
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
