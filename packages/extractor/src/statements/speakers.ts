/** Whose a verb of saying is: its subject, the doer before it, the one who spoke last. */
import { actorOf, type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { isPreposition } from '../text/governs.ts'
import { finiteReadings } from '../text/morphology.ts'
import { isComma, isQuoteMark, type TokenRange } from '../text/tokens.ts'
import { agrees } from '../entities/agreement.ts'
import type { Person } from '../text/verbs.ts'
import { isOfClass } from '../word-classes.ts'
import { isPaper, isSayingVerb, type VerbCue, verbCueAt } from './cues.ts'
import type { Memory } from './memory.ts'
import { coordinated, RELATIVE, subjectBefore, subjectIn, titledAt } from './sources.ts'
import { isOfThing, type StatementNote } from './statement.ts'

export function sourcesOf(
  doc: EntityDoc,
  cue: VerbCue,
  zone: TokenRange,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
  turn: number | undefined,
): { sources: readonly string[]; paper: boolean; inherited?: StatementNote | undefined } {
  const { person } = cue.verb
  const last = spokeLast(doc, memory.last, person)
  const earlier = spokeLast(doc, before.at(-1), person)
  if (cue.type === 'participle') {
    // «زعم القاضي أن …، وهو ما نفاه المتحدث، مؤكداً أن»
    const objector = earlier ? objectorBefore(doc, earlier.cue.end, cue.at) : []
    if (objector.length > 0) return { sources: objector, paper: false }
    const doer = earlier ? [] : doerBefore(doc, sentence.start, cue.at)
    const sources = earlier?.sources ?? (doer.length > 0 ? doer : last?.sources)
    return { sources: sources ?? [], paper: earlier?.paper ?? false, inherited: earlier }
  }
  if (zone.start < zone.end && isPaper(doc.tokens[zone.start]!.text)) {
    const issuers = mentionsIn(doc, zone)
      .map(actorOf)
      .filter((id) => id !== null)
    return { sources: issuers.length > 0 ? [...new Set(issuers)] : memory.issuers, paper: true }
  }
  // «فالرجل أبلغ المجلس أن»، «أن الرجل أسر إليه»: who spoke before this sentence.
  const isBack = [cue.at - 1, cue.at + 1].some(
    (i) =>
      isOfClass('points-back', doc.tokens[i]?.form ?? '') &&
      !doc.entities.startingAt.has(i) &&
      // «الرجل الثاني في الوزارة فلان»
      !/^ال.../u.test(doc.tokens[i + 1]?.text ?? '') &&
      titledAt(doc, i) === undefined,
  )
  if (isBack && memory.earlier) return { sources: memory.earlier.sources, paper: false }
  // «وأكد سموه أن»: the honorific is a pronoun.
  const isHonorific = isOfClass('honorific', doc.tokens[zone.start]?.form ?? '')
  // «وأضاف أحدهما»: one of those who spoke.
  const isOneOfThem = isOfClass('one-of-them', doc.tokens[zone.start]?.form ?? '')
  const honoured = isHonorific ? subjectIn(doc, { start: zone.start, end: zone.start + 1 }) : []
  if (honoured.length > 0 && !sameSet(honoured, last?.sources ?? []))
    return { sources: honoured, paper: false }
  if (isHonorific || isOneOfThem)
    return { sources: last?.sources ?? [], paper: last?.paper ?? false, inherited: last }
  const floor = turn ?? (before.length > 0 ? before.at(-1)!.content.start : sentence.start)
  // «أعلن الجبير أن … الحوثيون وحلفاؤهم، وحذر …»: whom he spoke of last does not go on.
  // «حسم الوزير الأمر، حين قال لصحافيين إن …»: who did the first thing says it.
  const isWhen = /^(?:حين|عندما|حينما)$/u.test(doc.tokens[cue.at - 1]?.text ?? '')
  // «بيد أنه قطع بأن»
  const isPronoun = PRONOUN.test(doc.tokens[cue.at - 1]?.text ?? '')
  const ahead =
    isWhen || isPronoun || (cue.verb.conjunction && before.length > 0 && turn === undefined)
      ? null
      : subjectBefore(doc, cue.at, floor)
  // «في تعليق على خطاب بري قال الوزير إن»: who stands right behind says it.
  const isRightBehind = saysItself(cue) && startsAt(doc, cue.at + 1)
  if (ahead && isNext(doc, ahead.end, cue.at) && !isRightBehind)
    return { sources: ahead.actors, paper: false }
  // «اللواء عباس إبراهيم، العائد من الدوحة، أبلغ الأهالي أن»: who stands behind is told.
  if (ahead && isOfClass('tells', cue.verb.verb.lemma)) return { sources: ahead.actors, paper: false }
  // «وأضاف، مخاطباً فريق الحزب، أنه …»
  const isAside =
    cue.verb.conjunction &&
    (isComma(doc.tokens[zone.start]) ||
      // «رحبت بالاتفاق، ودعت الطرفين إلى …»: whom she calls on.
      (cue.act === 'demand' && isComma(doc.tokens[cue.at - 1]) && mentionsIn(doc, zone).length < 2))
  const named = isAside ? [] : subjectIn(doc, { start: zone.start, end: relativeIn(doc, zone) })
  const after = cue.isDeed === true && named.every((id) => isHis(doc, id)) ? [] : named
  if (after.length > 0) {
    // «وأضاف المصدر نفسه»: passed on by whom he was passed on before.
    const again = sameSet(after, memory.last?.sources ?? [])
    return { sources: after, paper: false, ...(again && { inherited: memory.last }) }
  }
  // «حسم الرئيس موقفه من جلسة دعا إليها الوزير، فأعلن»: who did the first thing says the next.
  const goesOn = cue.verb.conjunction && turn === undefined && isComma(doc.tokens[cue.at - 1])
  const doer = ahead && goesOn ? headOf(doc, sentence, cue.at) : []
  if (doer.length > 0) return { sources: doer, paper: false }
  if (ahead) return { sources: ahead.actors, paper: false }
  // «…، غير أن المتحدث سارع إلى نفي ذلك وقال: …»
  const turned = turn !== undefined && cue.verb.conjunction ? doerBefore(doc, turn, cue.at) : []
  if (turned.length > 0) return { sources: turned, paper: false }
  if (doc.tokens[cue.at - 1]?.text === 'من') return { sources: [], paper: false }
  if (!isAside && namesSomeone(doc, zone)) return { sources: [], paper: false }
  // «اكتفى بتصريح أكد فيه أن»
  const isInIt = IN_IT.test(doc.tokens[zone.start]?.text ?? '')
  // A dropped subject: that of the sentence's first verb, else whoever spoke last.
  const isFirst = before.every((note) => isOfThing(doc, note))
  const head =
    isWhen || ((isPronoun || isInIt || cue.verb.conjunction) && isFirst)
      ? firstDoer(doc, sentence, cue.at)
      : []
  if (head.length > 0) return { sources: head, paper: false }
  return { sources: last?.sources ?? [], paper: last?.paper ?? false, inherited: last }
}

/** «كان الوزير قد حذر الحكومة من أن»: nothing but «قد» between. */
const isNext = ({ tokens }: EntityDoc, end: number, verb: number): boolean =>
  end === verb || (end === verb - 1 && tokens[end]!.text === 'قد')

/** Whoever stands behind such a verb is its subject, and nobody who is told or warned. */
const saysItself = ({ verb: { verb }, frames }: VerbCue): boolean =>
  isSayingVerb(verb) && !frames.includes('من') && !isOfClass('tells', verb.lemma)

/** Somebody is named there, or his title opens there. */
const startsAt = (doc: EntityDoc, at: number): boolean => {
  const [mention] = doc.entities.startingAt.get(at) ?? titledAt(doc, at) ?? []
  return mention !== undefined && actorOf(mention) !== null && mention.proclitics.length === 0
}

/** Nobody quotes deeper. */
const NESTED = 8

/**
 * «قال الوزير إن الحزب أكد أن …، مشيراً إلى …»: of those whose words stand within each other's the outermost that the verb
 * agrees with goes on; who only passes on does not.
 */
export function spokeLast(
  doc: EntityDoc,
  last: StatementNote | undefined,
  person: Person,
): StatementNote | undefined {
  const chain: StatementNote[] = []
  for (let note = last; note && chain.length < NESTED; note = note.parent)
    if (note === last || note.mode !== 'narrated') chain.unshift(note)
  return (
    chain.find(({ sources }) => sources.length > 0 && sources.every((id) => agrees(doc, id, person))) ?? last
  )
}

/** «وقال في الخطاب الذي هنأ فيه شعب مصر إن»: a relative clause names nobody who speaks, unless it says so. */
function relativeIn({ tokens }: EntityDoc, { start, end }: TokenRange): number {
  for (let i = start; i + 2 < end; i++) {
    const says = verbCueAt(tokens, i + 1) !== undefined && !IN_IT.test(tokens[i + 2]!.text)
    if (RELATIVE.test(tokens[i]!.text) && !says) return i
  }
  return end
}

/** «خاطب خصومه قائلاً»: his own people are whom he speaks to. */
const isHis = ({ entities }: EntityDoc, id: string): boolean =>
  entities.byId.get(id)?.mentions[0]?.rule === 'owned'

/** «خرج الوزير أشرف العربي ليقطع الطريق على …، مؤكداً أن»: who did the last thing that the sentence tells. */
export function doerBefore(doc: EntityDoc, floor: number, cue: number): readonly string[] {
  for (let i = cue - 1; i >= floor; i--) {
    const isDeed =
      !doc.entities.startingAt.has(i) &&
      !isPreposition(doc.tokens[i]!.form) &&
      !/^(?:الذي|التي|الذين|ان|ما|لم)$/u.test(doc.tokens[i - 1]?.text ?? '') &&
      finiteReadings(doc.tokens[i]!.form).some(
        // «ما لم يقله الوزير قاله مصدر، مؤكداً»
        ({ tense, object, verb }) => tense === 'past' && (!object || verb.role === 'report'),
      )
    const first = isDeed
      ? (doc.entities.startingAt.get(i + 1) ?? titledAt(doc, i + 1) ?? nameBehind(doc, i + 1, cue))
      : undefined
    if (first && !isHis(doc, first[0]!.entity) && first[0]!.proclitics.length === 0 && actorOf(first[0]))
      return coordinated(doc, first, cue)
    // «سمير جعجع أغلق الباب، معلناً أن»
    const ahead = isDeed ? subjectBefore(doc, i, floor) : null
    if (ahead?.end === i) return ahead.actors
  }
  return []
}

/** «وعد المترشح الحر علي بن فليس»: an office that no list has, and who holds it. */
function nameBehind(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  if (!/^ال.../u.test(doc.tokens[from]?.text ?? '')) return undefined
  for (let i = from; i < Math.min(limit, from + OFFICE); i++) {
    const found = doc.entities.startingAt.get(i)
    if (found) return doc.entities.byId.get(found[0]!.entity)?.type === 'Person' ? found : undefined
    if (doc.tokens[i]!.kind !== 'word' || isPreposition(doc.tokens[i]!.form)) return undefined
  }
  return undefined
}
/** In tokens. */
const OFFICE = 5

/** «بيد أنه»: the subject of the verb behind it. */
const PRONOUN = /^[وف]?(?:ان|لكن)(?:ه|ها|هم|هما)$/u

/** «بعدما قاطعها المؤتمرون أقسم الأمين العام …، وخاطب خصومه»: who did the last thing told, else the sentence's subject. */
function firstDoer(doc: EntityDoc, sentence: TokenRange, cue: number): readonly string[] {
  const doer = doerBefore(doc, sentence.start, cue)
  return doer.length > 0 ? doer : headOf(doc, sentence, cue)
}

/** «، وهو ما نفاه المتحدث»: who says something of what was said. */
function objectorBefore(doc: EntityDoc, floor: number, cue: number): readonly string[] {
  for (let i = cue - 1; i > floor; i--) {
    if (!/^وه[وي]$/u.test(doc.tokens[i]!.text)) continue
    for (let verb = i + 1; verb < Math.min(cue, i + HEAD); verb++)
      if (finiteReadings(doc.tokens[verb]!.form).some(({ tense, object }) => tense === 'past' && object))
        return subjectIn(doc, { start: verb + 1, end: cue })
  }
  return []
}

/** How far the subject of a sentence's first verb stands from its begin. In tokens. */
const HEAD = 10

/** «وصف نتانياهو التفاهم بأنه …، وقال»: who did the first thing says the second. */
function headOf(doc: EntityDoc, sentence: TokenRange, cue: number): readonly string[] {
  const end = Math.min(cue, sentence.start + HEAD)
  return cue > sentence.start + 2 ? subjectIn(doc, { start: sentence.start, end }) : []
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** A noun right behind the verb, or a name in quotation marks, is a subject that we do not know, not a dropped one. */
const namesSomeone = (doc: EntityDoc, zone: TokenRange): boolean => {
  const first = doc.tokens[zone.start]
  if (zone.start >= zone.end || !first) return false
  return isQuoteMark(first) || (first.kind === 'word' && !isClauseWord(first.text))
}

/** A paper, a meeting, a speech in which it is said. */
const IN_IT = /^في(?:ه|ها|هما)$/u

/** Adverbs and prepositions, glued ones included, open an adjunct and no subject. */
const isClauseWord = (word: string): boolean =>
  isPreposition(word) ||
  IN_IT.test(word) ||
  isOfClass('adverb', word) ||
  word.startsWith('ب') ||
  word.startsWith('ل')
