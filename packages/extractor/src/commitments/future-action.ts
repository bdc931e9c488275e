/** What will be done: by the verb itself, or by the noun that a light one carries. */
import type { StatementDoc } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, type FutureVerb } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Action } from './candidate.ts'
import type { Future } from './future-verb.ts'
import { antecedentOf } from './relatives.ts'
import type { Subject } from './subject.ts'

/** «سيتم الإعلان عنه»، «ستقوم الوزارة بتوزيع …»: the noun that a light verb carries. */
export function carriedAction(
  doc: StatementDoc,
  verb: number,
  limit: number,
): { at: number; action: Omit<Action, 'words'>; passive: boolean; definite: boolean } | null {
  const { tokens } = doc
  const active = tokens[verb]!.text.includes('قوم')
  // «سيصار إلى تشكيل لجنة»
  const resorts = tokens[verb]!.text.endsWith('يصار')
  for (let i = verb + 1, end = verb + CARRIED; i < Math.min(limit, end); i++) {
    // «ستقوم وزارة الصحة الأردنية بتوزيع …»: a long name leads no further away.
    const name = doc.entities.startingAt.get(i)?.[0]
    if (name) {
      end += name.tokens.end - i
      i = name.tokens.end - 1
      continue
    }
    const noun = actionNoun(tokens[i]!.form)
    if (!noun) continue
    if (active !== noun.proclitics.includes('ب')) continue
    // «ستجري على هامش الاجتماع قرعة …»
    const before = tokens[i - 1]!
    const isAside = isPreposition(before.form) || before.text === 'هامش'
    if (!active && isAside && !(resorts && before.text === 'الي')) continue
    return {
      at: i,
      action: { cut: noun.cut, noun: null, verbs: noun.verbs },
      passive: !active,
      definite: noun.definite,
    }
  }
  return null
}

/** «الإعلان عن النتائج سيتم غداً»: the noun that opens the clause is what a light verb says is done. */
export function nounBefore(doc: StatementDoc, clause: number, verb: number, end: number): Action | null {
  const { tokens, entities } = doc
  let head = clause
  while (tokens[head]?.kind === 'mark') head++
  const light = { start: /^[وف]?(?:لن|سوف)$/u.test(tokens[verb - 1]!.text) ? verb - 1 : verb, end: verb + 1 }
  const noun =
    head < light.start && !entities.startingAt.has(head) ? actionNoun(tokens[head]!.form) : undefined
  const isSubject = noun?.proclitics.every((letter) => letter === 'و' || letter === 'ف')
  if (!noun || !isSubject || noun.verbs[0]?.role === 'state' || noun.verbs[0]?.role === 'light') return null
  return { words: { start: head, end }, cut: noun.cut, noun: null, verbs: noun.verbs, light }
}

/** Names apart. In tokens. */
const CARRIED = 8

/** «لن نتردد في تنفيذ …»: what stands behind «في» is what will be done. */
export function affirmedAction(
  doc: StatementDoc,
  verb: number,
  limit: number,
): ReturnType<typeof carriedAction> {
  const at = verb + 2
  const noun =
    at < limit && isPreposition(doc.tokens[at - 1]!.form) ? actionNoun(doc.tokens[at]!.form) : undefined
  return noun
    ? { at, action: { cut: noun.cut, noun: null, verbs: noun.verbs }, passive: false, definite: false }
    : null
}

/** «المهمة العسكرية ستتحول»: the words of a subject that is no actor. */
const thingBefore = (
  { tokens }: StatementDoc,
  { indirect, start }: Subject,
  verb: number,
): TokenRange | undefined => {
  const end = /^(?:لن|سوف)$/u.test(tokens[verb - 1]?.text ?? '') ? verb - 1 : verb
  return indirect && start !== undefined && start < end ? { start, end } : undefined
}

export function verbAction(
  doc: StatementDoc,
  { verb, reading }: Future,
  end: number,
  subject: Subject,
): Action {
  const hasObject = doc.tokens[verb]!.text.length > reading.cut + reading.stem.length
  const thing =
    subject.thing ?? thingBefore(doc, subject, verb) ?? (hasObject ? antecedentOf(doc, verb) : undefined)
  const behind =
    subject.behind && (subject.behind.end < end || subject.behind.start > verb + 1)
      ? { subject: subject.behind }
      : {}
  // «أن يكون عائقاً» reads better than «كون عائق».
  const known = isCopula(doc, verb, reading) ? undefined : reading.verb?.nouns[0]
  const cut = doc.tokens[verb]!.text.length
  return known === undefined
    ? { words: { start: verb, end }, cut: reading.cut, noun: 'أن', verbs: reading.verb ? [reading.verb] : [] }
    : {
        words: { start: verb, end },
        cut,
        noun: known,
        verbs: [reading.verb!],
        ...behind,
        ...(thing && { thing }),
      }
}

/** «ستظل تحضر الولائم»: what one goes on being or doing follows; «ستظل في الخدمة» is a stay. */
const isCopula = ({ tokens }: StatementDoc, at: number, { verb }: FutureVerb): boolean =>
  verb?.lemma === 'كان' || (verb?.lemma === 'ظل' && !isPreposition(tokens[at + 1]?.form ?? ''))
