/**
 * What will be: «ستغادر القوات …»، «سوف تدعم»، «لن تسمح»، «سيتم الإعلان عنه»، «من المقرر أن تبدأ». A plan as
 * reported, a pledge when the actor says it of itself, a refusal under لن.
 */
import { isOfClass } from '../word-classes.ts'
import { lazily, readLexicon } from '../read-lexicon.ts'
import type { Commitment } from '@mithaq/model'
import { actorOf, isInName } from '../entities/mention-index.ts'
import { isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import {
  actionNoun,
  type FutureVerb,
  futureReading,
  personOf,
  presentReading,
  spokenFuture,
} from '../text/morphology.ts'
import { remember } from '../remember.ts'
import { isPreposition } from '../text/governs.ts'
import { nounReadings } from '../text/clitics.ts'
import { phraseBook, type PhraseBook } from '../text/phrases.ts'
import { quoteAt } from '../text/quotes.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Action, Pattern } from './candidate.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { bodiesOf, NOBODY, type Topic } from './referent.ts'
import { subjectOf, type Subject } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

interface Future {
  /** Token of the verb itself. */
  verb: number
  reading: FutureVerb
  kind: Commitment['kind']
  polarity: Commitment['polarity']
  certainty: Commitment['certainty']
  rule: string
  /** Who expects it is somebody else: «يتوقع البنك أن …». */
  foretold?: true
}

const modals = lazily(() =>
  phraseBook(
    readLexicon<'phrase' | 'kind' | 'certainty' | 'person'>('modals.tsv').map(
      (row) => [row.phrase, row] as const,
    ),
  ),
)
/** The phrase at a token that sets a verb in the future: «من المقرر». */
export const modalAt: PhraseBook<unknown> = (tokens, at, limit) => modals()(tokens, at, limit)
/** A conjunction on the word that sets the future. */
const GLUED = /^[وف](?:لن|سوف|من)$/u
/** «، ولن تسحب»: it goes on with the subject of the verb before it, where no other stands by. */
const joins = ({ tokens }: StatementDoc, at: number): boolean => /^و(?:لن|سوف)$/u.test(tokens[at]!.text)

const QUESTION = /^[وف]?(?:هل|اين|من|لماذا)$/u
const RELATIVE = /^(?:الذي|التي|الذين|اللذان|اللتان|والتي|والذي|ما|مما|ماذا|متي|كيف|كم)$/u

const isArea = remember((word) =>
  nounReadings(word).some(({ stem }) => isOfClass('area', stem.replace(/^ال/u, ''))),
)

const WHO = /^و?(?:الذي|التي|الذين)$/u

/** The antecedent acts, or the verb has its object on it and its subject behind. */
function isDoneBy(doc: StatementDoc, at: number): boolean {
  const hasObject = /..(?:ه|ها|هما|هم)$/u.test(doc.tokens[at]!.text)
  const behind = hasObject && doc.entities.startingAt.get(at + 1)?.[0]
  if (behind) return actorOf(behind) !== null && isBare(doc, behind)
  const found = subjectBefore(doc, at, Math.max(0, at - 14))
  return found?.end === at - 1
}

/** «إقليم سيلاكاب»، «من سيقان»: behind a preposition or a kind of place stands a noun. */
function isNoVerb(doc: StatementDoc, at: number): boolean {
  const { tokens } = doc
  const before = tokens[at - 1]?.text ?? ''
  // «الهيئة القضائية هي التي ستحسم الطعون»
  if (RELATIVE.test(before) && /^(?:هو|هي|هم)$/u.test(tokens[at - 2]?.text ?? '')) return false
  // «الوفد الذي سيتوجه إلى القاهرة»، «القمة التي ستستضيفها الكويت»: somebody does it.
  if (WHO.test(before) && isDoneBy(doc, at)) return false
  return RELATIVE.test(before) || QUESTION.test(before) || isPreposition(before) || isArea(before)
}

/** «لا مفر من نقل اجتماعنا»، «ليس أمامنا إلا نقل الاجتماع»: of what one must do oneself. */
const saysOur = ({ tokens }: StatementDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ text }) => /..نا$/u.test(text))
/** In tokens. */
const NEAR = 4

/** «من المقرر وصول الوفد غداً»، «من المتوقع توقيع مصر الاتفاق»: a modal with the noun of what is to be. */
export const expectedAt: Pattern = (doc, at, bounds, statement) => {
  const modal = modals()(doc.tokens, at, bounds.end)
  const start = modal?.end
  if (!modal || start === undefined || start >= bounds.end || doc.entities.startingAt.has(start)) return []
  const isOwn = modal.value.person === 'first'
  const noun = actionNoun(doc.tokens[start]!.form)
  const verb = noun?.verbs[0]
  const opens = noun?.cut === 0 || (isOwn && noun?.proclitics.join('') === 'ل')
  if (!noun || !verb || !opens || noun.definite || verb.role === 'state' || verb.role === 'report') return []
  const end = clauseEnd(doc, start, bounds.end)
  if (isOwn && !saysOur(doc, { start: at, end: Math.min(end, start + NEAR) })) return []
  const committers = isOwn
    ? bodiesOf(doc, statement?.sources ?? [])
    : (ownerAfter(doc, start, bounds.end)?.actors ?? [])
  return [
    {
      rule: 'modal-noun',
      trigger: { start: at, end: start },
      cut: GLUED.test(doc.tokens[at]!.text) ? 1 : 0,
      evidence: { start: at, end },
      action: { words: { start, end }, cut: noun.cut, noun: null, verbs: noun.verbs },
      kind: modal.value.kind as Commitment['kind'],
      polarity: 'positive',
      certainty: modal.value.certainty as Commitment['certainty'],
      committers,
      statement,
    },
  ]
}

/** «لن نكون عائقاً»، «لن يكونوا البادئين بإطلاق النار»: what they will not be. */
const isBeing = ({ tokens }: StatementDoc, { reading, rule, verb }: Future): boolean =>
  rule === 'future-negated' &&
  reading.verb?.lemma === 'كان' &&
  /^[^بل].*[^اءنهم]ا$|^ال.*ين$/u.test(tokens[verb + 1]?.text ?? '')

export const futureAt: Pattern = (doc, at, bounds, statement, topic) => {
  const future = readFuture(doc, at, bounds.end, statement)
  return future ? candidatesOf(future, doc, at, bounds, statement, topic) : []
}

function candidatesOf(
  future: Future,
  ...[doc, at, bounds, statement, topic]: Parameters<Pattern>
): ReturnType<Pattern> {
  if (
    (future.reading.verb?.role === 'state' && !hesitates(future.reading) && !isBeing(doc, future)) ||
    isOfClass('speaks', future.reading.verb?.lemma ?? '')
  )
    return []
  if (isNoVerb(doc, at) || isInName(doc, at)) return []
  const { verb } = future
  const start = clauseStart(doc, at, bounds.start)
  const carried = isOfClass('carries', future.reading.verb?.lemma ?? '')
    ? carriedAction(doc, verb, bounds.end)
    : hesitates(future.reading)
      ? affirmedAction(doc, verb, bounds.end)
      : null
  // «ستجري مباحثات»: without a noun to carry it is a verb of its own.
  const reading =
    carried || !future.reading.heavy ? future.reading : { ...future.reading, verb: future.reading.heavy }
  if (reading.verb?.role === 'light' && !carried) return []
  // «يتوقع البنك أن يهبط الخام»: who expects is not who does.
  const floor = future.rule === 'modal' ? verb : start
  const named = (): Subject =>
    subjectOf(
      doc,
      verb,
      reading.person,
      { start: floor, end: bounds.end },
      future.foretold ? undefined : statement,
      future.foretold ? NOBODY : topic,
      (reading.conjunction && doc.tokens[at]!.text.startsWith('و')) || joins(doc, at),
    )
  // «بدأت رايس زيارة …، وستجري محادثات مع …»
  const going = carried?.passive && reading.heavy && reading.conjunction && !carried.definite ? named() : null
  const subject: Subject =
    going && going.actors.length > 0
      ? going
      : carried?.passive
        ? { actors: orderedBy(doc, statement, topic) }
        : named()
  const actors = bound(doc, subject, statement, topic)
  const end = clauseEnd(doc, carried?.at ?? verb, bounds.end)
  const first = subject.start !== undefined && subject.start >= start ? subject.start : at
  return [
    {
      rule: carried?.passive && subject !== going ? `${future.rule}-passive` : future.rule,
      trigger: { start: at, end: verb + 1 },
      cut: reading.conjunction || GLUED.test(doc.tokens[at]!.text) ? 1 : 0,
      evidence: { start: first, end },
      action: carried
        ? { ...carried.action, words: { start: carried.at, end } }
        : verbAction(doc, { ...future, reading }, end, subject),
      kind: kindOf(future, reading, actors, statement, subject),
      polarity: hesitates(reading)
        ? 'positive'
        : refrains(reading) && future.polarity === 'positive'
          ? 'negative'
          : future.polarity,
      certainty: future.certainty,
      committers: actors,
      statement,
      spoken: reading.person.startsWith('1'),
    },
  ]
}

/** A subject may stand between. In tokens. */
const WAS = 5

/** «ما كان سيحدث»، «كانت الحكومة ستبني جسراً»: it did not. */
function wasToBe({ tokens, entities }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - WAS) && tokens[i]!.kind === 'word'; i--) {
    if (WAS_TO_BE.test(tokens[i]!.text)) return true
    const isNoun = entities.startingAt.has(i) || tokens[i]!.text.startsWith('ال')
    if (!isNoun) return false
  }
  return false
}

const WAS_TO_BE = /^[وف]?كانت?$/u
const WILL_NOT = /^[وف]?لن$/u
const WILL = /^[وف]?سوف$/u
const plain = { kind: 'plan', polarity: 'positive', certainty: 'certain' } as const

function readFuture(
  doc: StatementDoc,
  at: number,
  limit: number,
  statement: StatementNote | undefined,
): Future | null {
  const { tokens } = doc
  const { text: word, form } = tokens[at]!
  if (doc.entities.startingAt.has(at)) return null
  if (wasToBe(doc, at)) return null
  const glued = futureReading(form)
  if (glued) return { ...plain, verb: at, reading: glued, rule: 'future' }
  const spoken = quoteAt(doc, at) ? spokenFuture(form) : undefined
  if (spoken) {
    // «مش هنقبل»
    return /^[وف]?(?:مش|مو)$/u.test(tokens[at - 1]?.text ?? '')
      ? { ...plain, kind: 'refusal', polarity: 'negative', verb: at, reading: spoken, rule: 'future-negated' }
      : { ...plain, verb: at, reading: spoken, rule: 'future' }
  }
  const negative = WILL_NOT.test(word)
  if (negative || WILL.test(word)) {
    const reading = verbAt(doc, at + 1, limit) ?? unknownVerb(doc, at + 1, limit)
    if (!reading) return null
    return negative
      ? {
          verb: at + 1,
          reading,
          kind: 'refusal',
          polarity: 'negative',
          certainty: 'certain',
          rule: 'future-negated',
        }
      : { ...plain, verb: at + 1, reading, rule: 'future' }
  }
  const expected =
    statement?.frame === 'ان' && at === statement.content.start && isOfClass('expects', statement.lemma)
  if (expected) {
    const reading = verbAt(doc, at, limit)
    if (reading) return { ...plain, certainty: 'probable', verb: at, reading, rule: 'modal', foretold: true }
  }
  const modal = modals()(tokens, at, limit)
  if (!modal) return null
  for (let i = modal.end; i < Math.min(limit, modal.end + 6); i++) {
    if (/^[وف]?(?:ب?دون|بعد|قبل)$/u.test(tokens[i]!.text)) break
    const opened = i > modal.end && /^(?:[وبل]?ان|ل?كي)$/u.test(tokens[i - 1]!.text)
    const reading = opened ? (verbAt(doc, i, limit) ?? unknownVerb(doc, i, limit)) : undefined
    // «آن الأوان لأن نخرج»; «… لأن تخرجوا» is a call on others.
    if (reading && modal.value.person === 'first' && (!statement || !reading.person.startsWith('1')))
      return null
    if (reading)
      return {
        verb: i,
        reading,
        kind: modal.value.kind as Commitment['kind'],
        polarity: 'positive',
        certainty: modal.value.certainty as Commitment['certainty'],
        rule: 'modal',
      }
  }
  return null
}

function verbAt({ tokens }: StatementDoc, at: number, limit: number): FutureVerb | undefined {
  if (at >= limit) return undefined
  const reading = presentReading(tokens[at]!.form)
  return reading && { ...reading, cut: 0, conjunction: false }
}

/** Behind لن and سوف stands a verb, whether the lexicon has it or not. */
function unknownVerb({ tokens }: StatementDoc, at: number, limit: number): FutureVerb | undefined {
  const stem = at < limit ? tokens[at]!.text : ''
  return /^[يتن].{2,}$/u.test(stem) ? { person: personOf(stem), stem, cut: 0, conjunction: false } : undefined
}

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
  for (let i = verb + 1; i < Math.min(limit, verb + 8); i++) {
    const noun = actionNoun(tokens[i]!.form)
    if (!noun || doc.entities.startingAt.has(i)) continue
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

/** «لن نتردد في تنفيذ …»: what stands behind «في» is what will be done. */
function affirmedAction(doc: StatementDoc, verb: number, limit: number): ReturnType<typeof carriedAction> {
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

function verbAction(doc: StatementDoc, { verb, reading }: Future, end: number, subject: Subject): Action {
  const thing = thingBefore(doc, subject, verb)
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

/** What nobody is named to do binds those whose agreement or office it is. */
function orderedBy(doc: StatementDoc, statement: StatementNote | undefined, topic: Topic): readonly string[] {
  if (topic.parties.length > 1) return topic.parties
  if (topic.recent.length > 0) return topic.recent
  const sources = statement?.sources ?? []
  return bodiesOf(
    doc,
    sources.filter((id) => doc.entities.byId.get(id)?.named),
  )
}

/** A thing that several parties own moves as they agreed: their statement or deal binds them all. */
function bound(
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

/** «ستمتنع عن التصويت» */
const refrains = ({ verb }: FutureVerb): boolean => isOfClass('refrains', verb?.lemma ?? '')

/** «لن نتردد في تنفيذ الإضراب»: who will not hesitate will do it. */
const hesitates = ({ verb }: FutureVerb): boolean => isOfClass('hesitates', verb?.lemma ?? '')

function kindOf(
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
