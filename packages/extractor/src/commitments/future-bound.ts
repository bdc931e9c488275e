/** Whom the future binds, and how firmly. */
import type { Commitment } from '@mithaq/model'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import type { FutureVerb } from '../text/morphology.ts'
import { type Future, hesitates, refrains } from './future-verb.ts'
import { bodiesOf, type Topic } from './referent.ts'
import type { Subject } from './subject.ts'

/** What nobody is named to do binds those whose agreement or office it is. */
export function orderedBy(
  doc: StatementDoc,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  if (topic.parties.length > 1) return topic.parties
  if (topic.recent.length > 0) return topic.recent
  const sources = statement?.sources ?? []
  return bodiesOf(
    doc,
    sources.filter((id) => doc.entities.byId.get(id)?.named),
  )
}

/** A thing that several parties own moves as they agreed: their statement or deal binds them all. */
export function bound(
  doc: StatementDoc,
  subject: Subject,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  // «قال الوزير إن اللائحة ستصدر»: of a thing his body disposes.
  if (subject.indirect && subject.actors.every((id) => statement?.sources.includes(id)))
    return bodiesOf(doc, subject.actors)
  if (!subject.indirect || !isJoint(doc, subject)) return subject.actors
  return [...new Set([...partiesTo(subject, statement, topic), ...subject.actors])]
}

/** «مقاتليه سيبقون» is one side's own; «المهمة ستنتهي» may be of both. */
const isJoint = ({ tokens }: StatementDoc, { start }: Subject): boolean =>
  start === undefined || !/(?:ته|يه|ها|هم|تنا|ينا)$/u.test(tokens[start]!.text)

function partiesTo(
  { actors }: Subject,
  statement: StatementNote | undefined,
  { parties }: Topic,
): readonly string[] {
  if ((statement?.sources.length ?? 0) > 1) return statement!.sources
  const shared = actors.length > 0 && parties.length > 1 && !actors.every((id) => parties.includes(id))
  return shared ? parties : []
}

export function kindOf(
  future: Future,
  reading: FutureVerb,
  actors: readonly string[],
  statement: StatementNote | undefined,
  subject: Subject,
): Commitment['kind'] {
  if (future.kind !== 'plan' && !hesitates(reading)) return future.kind
  if (refrains(reading)) return 'refusal'
  if (statement?.paper && statement.sources.length > 1) return 'agreement'
  if (subject.indirect && actors.length > subject.actors.length) return 'agreement'
  if (future.rule === 'modal' || subject.indirect) return 'plan'
  const own =
    reading.person.startsWith('1') ||
    subject.ofSpeaker === true ||
    actors.some((id) => statement?.sources.includes(id))
  return own && statement !== undefined ? 'pledge' : 'plan'
}
