/** Who speaks: the subject of a verb of saying, before or after it, or the one who spoke last. */
import { actorOf, type EntityDoc, isInName } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { isGoverned, isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, isFiniteVerb } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import { isComma, isQuoteMark, type Token, type TokenRange } from '../text/tokens.ts'
import { verbCueAt } from './cues.ts'

/** Words between a subject and its verb seldom are more («وزير الخارجية، في مؤتمر صحفي، قال»). */
const BEFORE = 14

/** Neither under a preposition nor the object of a noun: «لدى استقباله الرئيس». */
export const isBare = (doc: EntityDoc, mention: Mention): boolean =>
  !isGoverned(doc.tokens, mention.opens ?? mention.tokens.start, mention.proclitics) &&
  !(meets(doc, mention.tokens.start - 1) || meets(doc, mention.tokens.start - 2))

/** «لقائه»، «استقباله»: a meeting of his, whose object follows, a title between at most. */
function meets({ tokens, entities }: EntityDoc, at: number): boolean {
  const word = tokens[at]?.text ?? ''
  if (!/(?:ه|ها|هم|هما)$/u.test(word) || entities.startingAt.has(at)) return false
  const noun = actionNoun(word)
  return noun?.pronoun !== undefined && noun.verbs.some(({ event }) => event === 'CONSULT')
}

/** The first free-standing actor in a zone, with those joined to it by و. */
export function subjectIn(doc: EntityDoc, zone: TokenRange): string[] {
  let governed = -1
  for (let i = zone.start; i < zone.end; i++) {
    const mentions = doc.entities.startingAt.get(i)
    if (!mentions) continue
    // «بين أوزبكستان وقطر»: و joins the second to one under a preposition.
    const isJoined = i === governed && mentions[0]!.proclitics[0] === 'و'
    const isSubject = !isJoined && (isBare(doc, mentions[0]!) || isBehindVerb(doc, mentions[0]!, zone.start))
    if (!isSubject) governed = mentions[0]!.tokens.end
    if (isSubject && actorOf(mentions[0]) && !isGenitive(doc, mentions[0]!, zone.start)) {
      const named =
        (i > zone.start || isDescribed(doc, mentions[0]!) ? holderBehind(doc, mentions[0]!) : undefined) ??
        apposedTo(doc, mentions[0]!)
      return coordinated(doc, named ?? mentions, zone.end)
    }
    i = mentions[0]!.tokens.end - 1
  }
  return []
}

/** «وبيّن وزير الداخلية أن»: right behind a verb that looks like a preposition. */
const isBehindVerb = (
  { tokens }: EntityDoc,
  { opens, tokens: { start }, proclitics }: Mention,
  floor: number,
) =>
  (opens ?? start) === floor &&
  proclitics.length === 0 &&
  floor > 0 &&
  isPreposition(tokens[floor - 1]!.form) &&
  verbCueAt(tokens, floor - 1) !== undefined

/**
 * «ووعد بعلاج الجرحى»، «تقرر دمج الفصائل»: whose a noun is does nothing. «تواصل القوات» is a verb as well,
 * and then its subject does, unless another verb stands before it.
 */
function isGenitive({ tokens }: EntityDoc, mention: Mention, floor: number): boolean {
  const at = (mention.opens ?? mention.tokens.start) - 1
  const before = tokens[at]
  if (at < floor || before?.kind !== 'word') return false
  // «عضو مجلس المحافظة كريم الشواك»
  if (mention.opens === undefined && isOfClass('office', before.form)) return true
  if (actionNoun(before.form) === undefined) return false
  return !isFiniteVerb(before) || (at > 0 && isFiniteVerb(tokens[at - 1]!))
}

/** «القيادي في المقاومة علي الأحمدي»: a description that a name may follow. */
const isDescribed = (doc: EntityDoc, { entity }: Mention): boolean => {
  const known = doc.entities.byId.get(entity)
  return known?.type === 'Group' || (known?.type === 'Person' && !known.named)
}

/** «كاتب الدولة المكلف بالشؤون العربية، التوهامي العبدولي، »: the name between commas that says who is described. */
function apposedTo(doc: EntityDoc, { entity, tokens }: Mention): readonly Mention[] | undefined {
  if (doc.entities.byId.get(entity)?.named !== false) return undefined
  for (let i = tokens.end; i <= tokens.end + DESCRIPTION; i++) {
    const token = doc.tokens[i]
    if (token === undefined) return undefined
    if (token.text === '،') {
      const name = doc.entities.startingAt.get(i + 1)
      const isName =
        name?.[0]!.proclitics.length === 0 && doc.entities.byId.get(name[0].entity)?.type === 'Person'
      return isName && doc.tokens[name[0]!.tokens.end]?.text === '،' ? name : undefined
    }
    if (token.kind === 'mark' || isFiniteVerb(token)) return undefined
  }
  return undefined
}
/** In tokens. */
const DESCRIPTION = 10

/** Between an office and who holds it: «رئيس مجلس النواب الدكتور سليم الجبوري». */
const HONORIFICS = 2

/** «وزير خارجية مصر سامح شكري»: behind a title the body that it names is not who acts. */
export function holderBehind(doc: EntityDoc, { entity, tokens }: Mention): readonly Mention[] | undefined {
  const known = doc.entities.byId.get(entity)
  if (known?.type === 'Person' && known.named) return undefined
  for (let i = tokens.end; i <= tokens.end + HONORIFICS; i++) {
    const next = doc.entities.startingAt.get(i)
    if (next)
      return next[0]!.proclitics.length === 0 && doc.entities.byId.get(next[0]!.entity)?.type === 'Person'
        ? next
        : undefined
    const token = doc.tokens[i]
    // «قال دبلوماسي إن سلفا كير …»
    if (token?.kind !== 'word' || isPreposition(token.form) || /^[وف]?[بل]?ان$/u.test(token.text))
      return undefined
    // «رفض وزير الدفاع العراقي اقتراح كوفي أنان»
    if (isObject(token)) return undefined
  }
  return undefined
}

/** A verbal noun without article. */
const isObject = ({ form }: Token): boolean => {
  const noun = actionNoun(form)
  return noun !== undefined && !noun.definite && noun.cut === 0
}

/** «الولايات المتحدة والعراق»، «الوزيرة وكذلك الرئيس»: the actors of a mention and of those that و ties to it. */
export const coordinated = (doc: EntityDoc, first: readonly Mention[], limit: number): string[] =>
  coordination(doc, first, limit).actors

/** The same, with the token behind the last of them. */
export function coordination(
  doc: EntityDoc,
  first: readonly Mention[],
  limit: number,
): { actors: string[]; end: number } {
  const actors = first.map(actorOf).filter((id) => id !== null)
  let last = first[0]!.tokens.end
  for (;;) {
    let end = last
    while (end < limit && isCloser(doc.tokens[end]!.text)) end++
    const isJoiner =
      !doc.entities.startingAt.has(end) && /^و(?:كذلك|كذا|ايضا)?$/u.test(doc.tokens[end]?.text ?? '')
    if (isJoiner) {
      end++
      // «أرامكو» و «أدنوك»
      while (isQuoteMark(doc.tokens[end])) end++
    }
    const next = doc.entities.startingAt.get(end) ?? titledAt(doc, end)
    if (!next || next[0]!.tokens.start >= limit) break
    const joined = next[0]!.proclitics[0] === 'و' || isJoiner
    if (!joined || next[0]!.proclitics.length > 1) break
    actors.push(...next.map(actorOf).filter((id) => id !== null))
    last = next[0]!.tokens.end
  }
  return { actors: [...new Set(actors)], end: last }
}

/** «ونظيره السعودي فيصل بن فرحان»: the name whose title begins at a token. */
export function titledAt(doc: EntityDoc, at: number): readonly Mention[] | undefined {
  for (let i = at + 1; i <= at + TITLE; i++) {
    const found = doc.entities.startingAt.get(i)
    if (found?.[0]!.opens === at) return found
  }
  return undefined
}
/** In tokens. */
const TITLE = 8

const isCloser = (text: string): boolean =>
  text === '"' || text === '»' || text === '”' || text === ')' || text === '،'

/** The free-standing actor before a verb, in its clause: «الوزير قال»، «وكالة … ذكرت». */
export function subjectBefore(
  doc: EntityDoc,
  verb: number,
  from: number,
): { actors: string[]; start: number; end: number } | null {
  const antecedent = antecedentBefore(doc, verb) ?? describedBefore(doc, verb, from)
  if (antecedent) return antecedent
  const floor = Math.max(from, verb - BEFORE)
  for (let i = verb - 1; i >= floor; i--) {
    const mentions = doc.entities.startingAt.get(i)
    if (mentions && isBare(doc, mentions[0]!) && actorOf(mentions[0])) {
      const first = joinedStart(doc, i, floor)
      const actors = coordinated(doc, doc.entities.startingAt.get(first)!, verb)
      return { actors, start: first, end: mentions[0]!.tokens.end }
    }
    // «وزارة» of «مصدر من وزارة المالية» is no «وزاره».
    const isVerb = finiteReadings(doc.tokens[i]!.form).some(
      ({ tense, verb: { lemma } }) => tense !== 'participle' && lemma !== 'كان',
    )
    if (isVerb && !isInName(doc, i)) break
  }
  return null
}

/** «نبيل الحميري، رئيس فريق الحوثيين في اللجنة، نفى»: the name before what stands between commas. */
function describedBefore(
  doc: EntityDoc,
  verb: number,
  floor: number,
): { actors: string[]; start: number; end: number } | null {
  // «…، وخلصت اللقاءات إلى»: another clause.
  const isJoined =
    doc.tokens[verb]!.text.startsWith('و') &&
    finiteReadings(doc.tokens[verb]!.form).some(({ conjunction }) => conjunction)
  if (isJoined || !isComma(doc.tokens[verb - 1])) return null
  let comma = verb - 2
  while (comma > floor && !isComma(doc.tokens[comma]) && comma > verb - 2 * DESCRIPTION) comma--
  if (!isComma(doc.tokens[comma]) || /^[وف]/u.test(doc.tokens[comma + 1]!.text)) return null
  for (let i = comma - 1; i >= Math.max(floor, comma - TITLE); i--) {
    const name = doc.entities.startingAt.get(i)
    if (name?.[0]!.tokens.end !== comma) continue
    const known = doc.entities.byId.get(name[0].entity)
    return known?.type === 'Person' && isBare(doc, name[0])
      ? { actors: name.map(actorOf).filter((id) => id !== null), start: i, end: comma }
      : null
  }
  return null
}

/**
 * «من الأمين العام بان كي مون الذي جدد …»، «الرياض، التي كانت ترفض»: whom the relative tells of, whatever governs him; two
 * of «مصر والسودان اللتان عرضتا».
 */
export function antecedentBefore(
  doc: EntityDoc,
  verb: number,
): { actors: string[]; start: number; end: number } | null {
  if (finiteReadings(doc.tokens[verb]!.form).some(({ object }) => object !== undefined)) return null
  let relative = verb - 1
  while (AUXILIARY.test(doc.tokens[relative]?.text ?? '')) relative--
  if (!RELATIVE.test(doc.tokens[relative]?.text ?? '')) return null
  const edge = isComma(doc.tokens[relative - 1]) ? relative - 1 : relative
  for (let start = edge - 1; start >= Math.max(0, edge - BEFORE); start--) {
    const mentions = doc.entities.startingAt.get(start)
    if (!mentions) continue
    const { end } = mentions[0]!.tokens
    const actors = mentions.map(actorOf).filter((id) => id !== null)
    if (end !== edge || actors.length === 0) return null
    if (!TWO.test(doc.tokens[relative]!.text)) return { actors, start, end }
    const first = joinedStart(doc, start, Math.max(0, start - BEFORE))
    return { actors: coordinated(doc, doc.entities.startingAt.get(first)!, relative), start: first, end }
  }
  return null
}

/** Opens what is told of whoever stands before it. */
export const RELATIVE = /^(?:الذي|التي|الذين|اللذان|اللتان|اللذين|اللتين)$/u
const TWO = /^اللذ?ت?[اي]ن$/u
/** Between the relative and its verb. */
const AUXILIARY = /^(?:كان|كانت|كانا|كانتا|كانوا|قد|لا|لم|لن|سوف|ما|زال|زالت|تزال|يزال)$/u

/** Where the one ends to whom و joins the mention that opens at a token: «أرامكو» و «أدنوك». */
function joinedEdge({ tokens }: EntityDoc, opens: number, proclitics: readonly string[]): number | undefined {
  if (proclitics[0] === 'و') return opens
  let at = opens
  while (at > 0 && isQuoteMark(tokens[at - 1])) at--
  if (tokens[at - 1]?.text !== 'و') return undefined
  at--
  while (at > 0 && isQuoteMark(tokens[at - 1])) at--
  return at
}

/** From the last of several joined subjects back to the first. */
function joinedStart(doc: EntityDoc, at: number, floor: number): number {
  let first = at
  for (;;) {
    const { proclitics, opens = first } = doc.entities.startingAt.get(first)![0]!
    const edge = joinedEdge(doc, opens, proclitics)
    if (edge === undefined) break
    let before = edge - 1
    while (before >= floor && !doc.entities.startingAt.has(before)) before--
    if (before < floor) break
    const mention = doc.entities.startingAt.get(before)![0]!
    if (mention.tokens.end !== edge || !isBare(doc, mention) || !actorOf(mention)) break
    first = before
  }
  return first
}
