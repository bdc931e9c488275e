/** What is done under a deal, and in exchange for it: «بموجب الاتفاق تنسحب …»، «في مقابل إفراج الولايات المتحدة عن …». */
import { actorOf } from '../entities/mention-index.ts'
import { remember } from '../remember.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { nounOfVerb } from './action.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { agreed, isDeal, REACH } from './deal.ts'
import { carriedAction } from './future-action.ts'
import { subjectOf } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

/**
 * «وبموجب الاتفاق تنسحب قوات البلدين …»، «اتفاقية تتولى بموجبها الجمعية تجهيز …»: what is done under a deal. Asked at its
 * verb in the present.
 */
export const underDealAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  const word = tokens[at]!
  if (word.kind !== 'word' || doc.entities.startingAt.has(at)) return []
  const form = doingVerb(word.form)
  if (!form || !(isUnderDeal(doc, at, bounds) || (topic.provided && isReturn(doc, at, bounds)))) return []
  if (actionNoun(word.form) && !isVowelled(doc, at)) return []
  if (isOfClass('obliges', form.verb.lemma)) return obliged(doc, at, bounds, statement)
  const end = clauseEnd(doc, at, bounds.end)
  const from = UNDER_IT.test(tokens[at + 1]?.text ?? '') ? at + 1 : at
  const subject = subjectOf(doc, from, form.person, { start: at, end }, undefined, { ...topic, recent: [] })
  const committers = subject.actors.length > 0 ? subject.actors : topic.parties
  if (committers.length === 0) return []
  const carried = form.verb.role === 'light' ? carriedAction(doc, at, end) : null
  const omitted = subject.behind ?? (from > at ? { start: from, end: from + 1 } : undefined)
  const action = carried
    ? { ...carried.action, words: { start: carried.at, end } }
    : {
        ...nounOfVerb(doc, { start: at, end }),
        ...(omitted && {
          subject: { start: Math.min(from === at ? omitted.start : from, omitted.start), end: omitted.end },
        }),
      }
  return [
    {
      ...agreed,
      rule: 'under-deal',
      trigger: { start: at, end: at + 1 },
      cut: form.cut,
      evidence: { start: at, end },
      action,
      committers,
      statement,
    },
  ]
}

/** Whom it obliges stands this near. In tokens. */
const NEAR = 10

/** «بموجب الخطة يتعين على دمشق تدمير 12 منشأة»: whom it names behind على is to do what stands behind him. */
function obliged(
  doc: StatementDoc,
  at: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
): Candidate[] {
  for (let i = at + 1; i < Math.min(bounds.end - 2, at + NEAR); i++) {
    if (doc.tokens[i]!.text !== 'علي') continue
    const mention = doc.entities.startingAt.get(i + 1)?.[0]
    const actor = actorOf(mention)
    const start = mention?.tokens.end
    const noun = start === undefined || start >= bounds.end ? undefined : actionNoun(doc.tokens[start]!.form)
    if (actor === null || start === undefined || !noun || noun.cut > 0) return []
    const end = clauseEnd(doc, start, bounds.end)
    return [
      {
        ...agreed,
        rule: 'under-deal',
        kind: 'obligation',
        trigger: { start: at, end: at + 1 },
        evidence: { start: at, end },
        action: { words: { start, end }, cut: 0, noun: null, verbs: noun.verbs },
        committers: [actor],
        statement,
      },
    ]
  }
  return []
}

const doingVerb = remember((word) =>
  finiteReadings(word).find(
    ({ tense, verb, object }) => tense === 'present' && !object && verb.role !== 'report',
  ),
)

/** «تُخلي»: a sign that no noun of these letters has. */
const isVowelled = ({ text, tokens }: StatementDoc, at: number): boolean =>
  /^[وف]?[يتن]\u064f/u.test(text.slice(tokens[at]!.start, tokens[at]!.end))

const UNDER = /^[وف]?(?:بموجب|بمقتضي|بحسب|حسب|وفق|وفقا|طبقا)$/u
const UNDER_IT = /^[وف]?(?:بموجب|بمقتضا)(?:ه|ها|هما)$/u

/** «بموجب الاتفاق» opens the verb's clause, or «بموجبه» stands right behind it. */
function isUnderDeal({ tokens }: StatementDoc, at: number, { start }: TokenRange): boolean {
  if ([at - 1, at + 1, at + 2, at + 3].some((i) => UNDER_IT.test(tokens[i]?.text ?? ''))) return true
  for (let i = at - 2; i >= Math.max(start, at - REACH); i--)
    if (UNDER.test(tokens[i]!.text))
      return isDeal(tokens, i + 1) && !/^[وف]?(?:ان|الذي|التي)$/u.test(tokens[at - 1]!.text)
  return false
}

/** «وفي المقابل تُعيد بغداد حصة الإقليم»: what the other side does, behind a sentence that told of the deal. */
const isReturn = ({ tokens }: StatementDoc, at: number, { start }: TokenRange): boolean =>
  at <= start + 4 &&
  /^[وف]?(?:في المقابل|بالمقابل|من (?:جهت|جانب|ناحيت)(?:ه|ها|هم|هما)|كذلك|كما)$/u.test(
    tokens
      .slice(start, at)
      .filter(({ kind }) => kind === 'word')
      .map(({ text }) => text)
      .join(' '),
  )

const IN_EXCHANGE = /^[وف]?(?:ال)?مقابل$/u

/** «في مقابل إفراج الولايات المتحدة عن …»: what one side does for what the other does. */
export const exchangeAt: Pattern = (doc, at, bounds, statement, topic) => {
  const { tokens } = doc
  if (topic.recent.length === 0 || !IN_EXCHANGE.test(tokens[at]!.text)) return []
  const start = at + 1
  const noun = start < bounds.end ? actionNoun(tokens[start]!.form) : undefined
  if (!noun || noun.cut > 0 || noun.verbs[0]?.role === 'state' || doc.entities.startingAt.has(start))
    return []
  const end = clauseEnd(doc, start, bounds.end)
  const owner = ownerAfter(doc, start, end)
  const others = topic.parties.filter((id) => !topic.recent.includes(id))
  const committers = owner?.actors ?? others
  if (committers.length === 0) return []
  const subject = owner && { subject: owner.mention.tokens }
  return [
    {
      ...agreed,
      rule: 'exchange',
      trigger: { start: at, end: start },
      evidence: { start, end },
      action: { words: { start, end }, cut: 0, noun: null, verbs: noun.verbs, ...subject },
      committers,
      statement,
    },
  ]
}
