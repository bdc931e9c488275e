/**
 * Where a subject stands when it stands oddly: parted by an aside, behind the object, told by «أي منهما» or
 * «هذه الأخيرة», or named only beside its description.
 */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import { coordination, RELATIVE, subjectBefore } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isFiniteVerb } from '../text/morphology.ts'
import { isComma, isQuoteMark, tokenAt } from '../text/tokens.ts'
import type { Person } from '../text/verbs.ts'
import { agreesBefore } from '../entities/agreement.ts'
import type { Topic } from './referent.ts'
import type { Subject } from './subject.ts'

/** «دول مثل قطر وتركيا»: those whom an example names for a group. */
function exampleOf(doc: EntityDoc, at: number): readonly string[] {
  if (doc.tokens[at]?.text !== 'مثل') return []
  let from = at + 1
  while (isQuoteMark(doc.tokens[from])) from++
  const named = doc.entities.startingAt.get(from)
  return named && named[0]!.proclitics.length === 0 ? coordination(doc, named, doc.tokens.length).actors : []
}

/** «المركزيات الثلاث، وهي الاتحاد المغربي للشغل و…، »: those whom an aside names for a description. */
export function namedBeside(doc: EntityDoc, actors: readonly string[]): readonly string[] {
  const [only, more] = actors
  if (only === undefined || more !== undefined || !doc.entities.passing.has(only)) return actors
  const [mention] = doc.entities.byId.get(only)?.mentions ?? []
  if (!mention) return actors
  const comma = tokenAt(doc.tokens, mention.end)
  const examples = exampleOf(doc, comma)
  if (examples.length > 0) return examples
  if (!isComma(doc.tokens[comma])) return actors
  let at = comma + 1
  if (/^و(?:هي|هم|هما)$/u.test(doc.tokens[at]?.text ?? '')) at++
  const named = doc.entities.startingAt.get(at)
  if (!named || named[0]!.proclitics.length > 0) return actors
  const { actors: list } = coordination(doc, named, doc.tokens.length)
  return list.length > 1 ? list : actors
}

/** «واشنطن، وفق ما قالت السفيرة دوروثي شيا، لن تطبق …»: whom an aside parts from the verb. */
export function beforeAside(
  doc: EntityDoc,
  verb: number,
  person: Person,
): { actors: string[]; start: number; end: number } | null {
  let close = verb - 1
  if (/^(?:لن|سوف)$/u.test(doc.tokens[close]?.text ?? '')) close--
  if (!isComma(doc.tokens[close])) return null
  for (let open = close - 2; open >= Math.max(1, close - ASIDE); open--) {
    if (/^[.؟!]$/u.test(doc.tokens[open]!.text)) return null
    if (!isComma(doc.tokens[open])) continue
    const found = subjectBefore(doc, open, Math.max(0, open - NAME))
    return found?.end === open && agreesBefore(doc, found.actors, person) ? found : null
  }
  return null
}
/** In tokens. */
const ASIDE = 24
const NAME = 12

/** «مصر والسودان اللتان تتقاسمان النهر، عرضتا …»: whom a relative clause parts from the verb. */
export function beforeRelative(
  doc: EntityDoc,
  verb: number,
  person: Person,
): { actors: string[]; start: number; end: number } | null {
  const { tokens } = doc
  if (/^[وف]./u.test(tokens[verb]!.text) || !isComma(tokens[verb - 1])) return null
  let isTold = false
  for (let i = verb - 2; i >= Math.max(1, verb - ASIDE); i--) {
    if (/^[.؟!؛:]$/u.test(tokens[i]!.text)) return null
    if (!RELATIVE.test(tokens[i]!.text)) {
      isTold ||= isFiniteVerb(tokens[i]!)
      continue
    }
    const edge = isComma(tokens[i - 1]) ? i - 1 : i
    const found = isTold ? subjectBefore(doc, edge, Math.max(0, edge - NAME)) : null
    return found?.end === edge && agreesBefore(doc, found.actors, person) ? found : null
  }
  return null
}

/** «أياً منهما لن …»، «أي من دولنا لن …»: all of them, who are the parties or who speak. */
export function eitherOf(
  { tokens }: EntityDoc,
  verb: number,
  clause: number,
  statement: StatementNote | undefined,
  topic: Topic,
): (Subject & { adjacent: boolean }) | null {
  for (let i = verb - 2; i >= Math.max(clause, verb - 4); i--) {
    if (!/^ايا?$/u.test(tokens[i]!.text)) continue
    const next = tokens[i + 1]!.text
    const ofThem = /^من(?:هما|هم|ها|ا)$/u.test(next)
    const ofOurs = next === 'من' && /نا$|^الطرفين$|^الجانبين$/u.test(tokens[i + 2]?.text ?? '')
    if (!ofThem && !ofOurs) continue
    const sources = statement?.sources ?? []
    const all = [sources, topic.parties, topic.recent].find((ids) => ids.length > 1) ?? sources
    if (all.length > 0) return { actors: all, start: i, adjacent: true }
  }
  return null
}

/** «أن يحضر الاجتماع كل من وزير الخارجية ونظيره»: the subject behind the object. */
export function bothOf(doc: EntityDoc, verb: number, limit: number): Subject | null {
  for (let i = verb + 1; i < Math.min(limit, verb + 8) && !isComma(doc.tokens[i]); i++) {
    if (doc.tokens[i]!.text !== 'كل' || doc.tokens[i + 1]?.text !== 'من') continue
    const first = mentionsIn(doc, { start: i + 2, end: Math.min(limit, i + 12) }).find(actorOf)
    const at = first && doc.entities.startingAt.get(first.tokens.start)
    const joint = at && coordination(doc, at, limit)
    return joint ? { actors: joint.actors, behind: { start: i, end: joint.end } } : null
  }
  return null
}

/** «هذه الأخيرة ستضخ»: the last who was named. */
export function latterOf(
  doc: EntityDoc,
  verb: number,
  clause: number,
): (Subject & { adjacent: boolean }) | null {
  for (let i = verb - 1; i >= Math.max(clause, verb - 4); i--) {
    const { text } = doc.tokens[i]!
    const isLatter = /^الاخير(?:ه)?$/u.test(text) && /^هذ(?:ا|ه)$/u.test(doc.tokens[i - 1]?.text ?? '')
    if (!isLatter) continue
    for (let k = i - 2; k >= Math.max(0, i - 40); k--) {
      const actor = actorOf(doc.entities.startingAt.get(k)?.[0])
      if (actor) return { actors: [actor], start: i - 1, adjacent: true }
    }
  }
  return null
}
