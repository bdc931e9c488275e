/**
 * What a deal provides: «الاتفاق يشمل عملية انتقال …»، «تنص المسودة على أن تجمد إيران …»، «في مقابل إفراج الولايات
 * المتحدة عن …», and the items of a communiqué, which say in the present what will be: «أولاً: تتسلم الحكومة …».
 */
import { actorOf } from '../entities/mention-index.ts'
import { remember } from '../remember.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isPaper } from '../statements/cues.ts'
import { nounReadings } from '../text/clitics.ts'
import { actionNoun, finiteReadings, isFiniteVerb, presentReading } from '../text/morphology.ts'
import type { Token, TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { nounOfVerb } from './action.ts'
import { findComplements } from './complement.ts'
import type { Action, Candidate, Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { carriedAction } from './futures.ts'
import type { Topic } from './referent.ts'
import { subjectOf } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

/** A deal and what tells of its content stand this near. In tokens. */
const REACH = 16

const agreed = { kind: 'agreement', polarity: 'positive', certainty: 'certain', cut: 0 } as const

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

/** «الاتفاق»، «اتفاقية النفط»: a deal that is known. */
const providingVerb = remember((word) =>
  finiteReadings(word).find(
    ({ verb: { lemma }, tense }) => tense !== 'participle' && isOfClass('provides', lemma),
  ),
)

const isDeal = (tokens: readonly Token[], at: number): boolean =>
  nounReadings(tokens[at]?.form ?? '').some(({ stem }) =>
    stem.startsWith('ال')
      ? isOfClass('deal', stem.slice(2))
      : isOfClass('deal', stem) && /^ال.../u.test(tokens[at + 1]?.text ?? ''),
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
