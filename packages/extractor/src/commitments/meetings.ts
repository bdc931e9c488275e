/** A meeting that is the subject of its verb binds those who meet: «يعقد في بروكسل الجمعة اجتماع لوزراء خارجية الاتحاد». */
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import { remember } from '../remember.ts'
import { coordinated, isBare } from '../statements/sources.ts'
import { isPreposition } from '../text/governs.ts'
import { futureReading, presentForms } from '../text/morphology.ts'
import { isComma, type Token, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import type { Subject } from './subject.ts'
import { dateAt } from './when.ts'

/** When and where may stand before the meeting, what it is about before those who meet. In tokens. */
const ADJUNCTS = 12
const ABOUT = 16

/** «اجتماع»، «القمة». */
export const isMeeting = ({ text }: Token): boolean =>
  isOfClass('meeting', text) || isOfClass('meeting', text.replace(/^ال|ا$/u, ''))

const mayConvene = remember((word): boolean => {
  const future = futureReading(word)
  const verbs = future ? [future.verb, future.heavy] : presentForms(word).map(({ verb }) => verb)
  return verbs.some((verb) => verb !== undefined && isOfClass('convenes', verb.lemma))
})

/** «سيعقد … اجتماع بين …»: those who meet, where the meeting stands behind its verb and nobody before it. */
export function meetingAfter(doc: EntityDoc, verb: number, limit: number): Subject | null {
  const { tokens, entities } = doc
  if (!mayConvene(tokens[verb]!.form)) return null
  for (let at = verb + 1; at < Math.min(limit, verb + ADJUNCTS) && !isComma(tokens[at]); at++) {
    const mention = entities.startingAt.get(at)?.[0]
    // «على هامش المؤتمر»
    const isAside = isPreposition(tokens[at - 1]!.form) || ASIDE.test(tokens[at - 1]!.text)
    if (isMeeting(tokens[at]!) && !isAside) {
      const parties = partiesFrom(doc, at + 1, limit)
      const actors = parties.length > 0 ? parties : ownersOf(doc, at + 1, limit)
      if (actors.length === 0) return null
      const end = parties.length > 0 ? undefined : entities.startingAt.get(at + 1)?.[0]?.tokens.end
      const thing = end === undefined ? nounPhrase(doc, at, limit) : { start: at, end }
      return { actors, ...(at > verb + 1 && { thing }) }
    }
    if (mention && actorOf(mention) !== null && isBare(doc, mention)) return null
  }
  return null
}

/** «اجتماعات وزراء الخارجية العرب»: several, whose meeting it is. */
function ownersOf(doc: EntityDoc, at: number, limit: number): string[] {
  const mentions = doc.entities.startingAt.get(at)
  const [first] = mentions ?? []
  const owner = actorOf(first)
  if (!mentions || !first || owner === null || first.proclitics.length > 0) return []
  return doc.entities.byId.get(owner)?.type === 'Person' ? [] : coordinated(doc, mentions, limit)
}

/** «بين مصر والأردن»، «لوزراء الخارجية العرب»، «بمشاركة تركيا»: all who are told to take part. */
export function partiesFrom(doc: EntityDoc, from: number, limit: number): string[] {
  const { tokens, entities } = doc
  const parties: string[] = []
  for (let at = from; at < Math.min(limit, from + ABOUT) && !/^[.؟!؛]$/u.test(tokens[at]!.text); at++) {
    const mentions = entities.startingAt.get(at)
    if (!mentions) continue
    const [first] = mentions
    const before = (first!.opens ?? first!.tokens.start) - 1
    // «بدعوة من وزير العدل شارل رزق»
    const word = tokens[before]!.text === 'من' ? before - 1 : before
    const takesPart = first!.proclitics.at(-1) === 'ل' || TOGETHER.test(tokens[word]!.text)
    if (takesPart && actorOf(first) !== null) parties.push(...coordinated(doc, mentions, limit))
    at = first!.tokens.end - 1
  }
  return [...new Set(parties)]
}

/** «اجتماع طارئ»: the noun with its adjectives. */
export function nounPhrase(doc: EntityDoc, start: number, limit: number): TokenRange {
  const { tokens, entities } = doc
  let end = start + 1
  while (
    end < limit &&
    tokens[end]!.kind === 'word' &&
    !isPreposition(tokens[end]!.form) &&
    !/^[بل]./u.test(tokens[end]!.text) &&
    !entities.startingAt.has(end) &&
    dateAt(doc, end) === undefined
  )
    end++
  return { start, end }
}

const ASIDE = /^(?:هامش|ختام|اطار|بدايه|نهايه|اعقاب|مستهل)$/u
const TOGETHER = /^(?:بين|ب(?:مشاركه|حضور|رياسه|دعوه|رعايه))$|^(?:يضم|يجمع|تضم|تجمع)$/u
