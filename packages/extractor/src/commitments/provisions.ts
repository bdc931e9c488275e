/** What a deal provides: «الاتفاق يشمل عملية انتقال …»، «تنص المسودة على أن تجمد إيران …». */
import { remember } from '../remember.ts'
import { isPaper } from '../statements/cues.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { nounReadings } from '../text/clitics.ts'
import { actionNoun, finiteReadings, isFiniteVerb, presentReading } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { nounOfVerb } from './action.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { findComplements } from './complement.ts'
import { agreed, isDeal, REACH } from './deal.ts'
import type { Topic } from './referent.ts'
import { subjectOf } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

/** Asked at the verb that provides. */
export const provisionAt: Pattern = (doc, at, bounds, statement, topic) => {
  // «خرجت اللجنة بورقة وفيها أن ترفع الجماعة نقاطها، وأن …»
  if (HOLDS.test(doc.tokens[at]!.text) && isOfPaper(doc, at)) {
    const first = clauseBehind(doc, at, Math.min(bounds.end, at + CLOSE + 3))
    return first === null ? [] : clausesFrom(doc, at, first, bounds, statement, topic)
  }
  const provides = providingVerb(doc.tokens[at]!.form)
  if (!provides || doc.entities.startingAt.has(at) || !tellsOfDeal(doc, at, bounds)) return []
  const clause = clauseBehind(doc, at, bounds.end)
  if (clause !== null) return clausesFrom(doc, at, clause, bounds, statement, topic)
  let start = at + 1
  if (isDeal(doc.tokens, start) || isPaper(doc.tokens[start]?.text ?? '')) start++
  if (doc.tokens[start]?.text === 'علي') start++
  if (!doc.tokens[start] || doc.tokens[start]!.kind === 'mark' || start >= bounds.end) return []
  const noun = actionNoun(doc.tokens[start]!.form)
  const cut = noun ? noun.cut : provides.verb.lemma === 'قضى' ? 1 : 0
  // «يقضي الاتفاق بانسحاب المسلحين»: who moves is bound by it.
  const mover = noun && isOfClass('own-move', noun.stem) ? ownerAfter(doc, start, bounds.end) : null
  // «اعتمد المجلس خطة تقضي بـ»: who adopted it.
  const adopted = isNewDeal(doc, at, bounds.start) && topic.parties.length < 2
  const committers = mover?.actors ?? (adopted ? topic.subject : topic.parties)
  if (committers.length === 0) return []
  const end = clauseEnd(doc, start, bounds.end)
  const first = {
    ...agreed,
    rule: 'provision',
    trigger: { start: at, end: at + 1 },
    evidence: { start: isDeal(doc.tokens, at - 1) ? at - 1 : at, end },
    action: { words: { start, end }, cut, noun: null, verbs: noun?.verbs ?? [] },
    committers,
    statement,
  }
  const preposition = provides.verb.lemma === 'قضى' ? 'ب' : 'علي'
  const all = findComplements(doc, at, [preposition], bounds.end, false)
  // «يقضي بوقف القتال، وبتبادل الأسرى»: one each.
  if (all.length < 2 || all[0]!.start !== start) return [first]
  const found: Candidate[] = []
  for (const [i, { start: from, end: until, action }] of all.entries())
    found.push({
      ...first,
      evidence: { start: i === 0 ? first.evidence.start : from, end: until },
      action: { ...action, words: { start: from, end: until } },
    })
  return found
}

/** «وفيها أن»، «جاء فيه أن»، «مفاده أن» */
const HOLDS = /^[وف]?(?:في|مفاد|فحوا|مودا|مضمون|خلاصت)(?:ه|ها)$/u
/** In tokens. */
const CLOSE = 2

/** A paper or deal before it, whose content is told, whoever has seen it. */
function isOfPaper({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH) && !/^[.؟!]$/u.test(tokens[i]!.text); i--)
    if (
      isPaper(tokens[i]!.text) ||
      nounReadings(tokens[i]!.form).some(({ stem }) => isOfClass('deal', stem.replace(/^ال|ا$/gu, '')))
    )
      return true
  return false
}

const providingVerb = remember((word) =>
  finiteReadings(word).find(
    ({ verb: { lemma }, tense }) => tense !== 'participle' && isOfClass('provides', lemma),
  ),
)

/** The deal is the verb's subject, behind it or before it. */
function tellsOfDeal({ tokens }: StatementDoc, at: number, { start, end }: TokenRange): boolean {
  for (let i = at + 1; i < Math.min(end, at + 3); i++)
    if (isDeal(tokens, i) || isPaper(tokens[i]!.text)) return true
  for (let i = at - 1; i >= Math.max(start, at - REACH); i--) if (isDeal(tokens, i)) return true
  return isNewDeal({ tokens }, at, start)
}

/** «بتفاهم من أربع نقاط يقضي بـ»، «خطة تقضي بـ»: a deal that the verb says what it is. */
function isNewDeal({ tokens }: Pick<StatementDoc, 'tokens'>, at: number, floor: number): boolean {
  if (/^[وف]/u.test(tokens[at]!.text)) return false
  for (
    let i = at - 1;
    i >= Math.max(floor, at - NEAR) && tokens[i]!.kind === 'word' && !isFiniteVerb(tokens[i]!);
    i--
  )
    if (
      nounReadings(tokens[i]!.form).some(
        ({ stem }) => isOfClass('deal', stem.replace(/ا$/u, '')) || isOfClass('deal', stem),
      )
    )
      return true
  return false
}
/** In tokens. */
const NEAR = 10

/** The token behind «على أن», an aside between commas left out: «وينص الاتفاق، الذي …، على أن يسلم». */
function clauseBehind({ tokens }: StatementDoc, at: number, limit: number): number | null {
  for (let i = at + 1; i < Math.min(limit - 2, at + REACH); i++) {
    if (/^[.؟!؛]$/u.test(tokens[i]!.text)) return null
    if (tokens[i]!.text === 'ان' && /^[يتن]/u.test(tokens[i + 1]!.text)) return i + 1
  }
  return null
}

/** One for each clause that و joins: «على أن تجمد إيران …، وأن ترفع واشنطن …». */
function clausesFrom(
  doc: StatementDoc,
  trigger: number,
  first: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): Candidate[] {
  const found: Candidate[] = []
  for (let verb = first; verb < bounds.end;) {
    const noun = nounClause(doc, verb, bounds.end)
    const end = noun === null ? clauseEnd(doc, verb, bounds.end) : trimmed(doc, verb, noun)
    if (!/^[يتن].{2,}$/u.test(doc.tokens[verb]!.text)) break
    const person = presentReading(doc.tokens[verb]!.form)?.person ?? '3ms'
    const subject = subjectOf(doc, verb, person, { start: verb, end }, undefined, { ...topic, recent: [] })
    const committers = subject.actors.length > 0 ? subject.actors : topic.parties
    found.push({
      ...agreed,
      rule: 'provision',
      trigger: { start: trigger, end: trigger + 1 },
      evidence: { start: verb, end },
      action: {
        ...nounOfVerb(doc, { start: verb, end }),
        ...(subject.behind && { subject: subject.behind }),
      },
      committers,
      statement,
    })
    if (noun !== null) found.push(nounTold(doc, trigger, noun + 1, bounds.end, statement, topic))
    const next = doc.tokens[end]?.kind === 'mark' ? end + 1 : end
    if (doc.tokens[next]?.text !== 'وان') break
    verb = next + 1
  }
  return found
}

/** Token of «وعلى» before the next clause of the deal that a noun tells: «على أن يُسلَّم الميناء …، وعلى امتناع رجاله عن غلقه». */
function nounClause(doc: StatementDoc, from: number, limit: number): number | null {
  for (let i = from + 1; i < Math.min(limit - 1, clauseEnd(doc, from, limit) + 2); i++) {
    const noun = doc.tokens[i]!.text === 'وعلي' ? actionNoun(doc.tokens[i + 1]!.form) : undefined
    if (noun?.cut === 0) return i
  }
  return null
}

const trimmed = ({ tokens }: StatementDoc, start: number, end: number): number =>
  end - 1 > start && tokens[end - 1]!.kind === 'mark' ? end - 1 : end

/** What that noun tells: of the one who is to do it, else of the parties. */
function nounTold(
  doc: StatementDoc,
  trigger: number,
  start: number,
  limit: number,
  statement: StatementNote | undefined,
  topic: Topic,
): Candidate {
  const owner = ownerAfter(doc, start, limit)
  const words = { start, end: clauseEnd(doc, start, limit) }
  const verbs = actionNoun(doc.tokens[start]!.form)?.verbs ?? []
  return {
    ...agreed,
    rule: 'provision',
    trigger: { start: trigger, end: trigger + 1 },
    evidence: words,
    action: { words, cut: 0, noun: null, verbs, ...(owner && { subject: owner.mention.tokens }) },
    committers: owner?.actors ?? topic.parties,
    statement,
  }
}
