/** The action that a word of commitment governs: «بتقديم …»، «أن تسحب …»، «على تشكيل …»، «وقف …». */
import type { EntityDoc } from '../entities/mention-index.ts'
import { verbCueAt } from '../statements/cues.ts'
import { nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, presentReading } from '../text/morphology.ts'
import type { Token } from '../text/tokens.ts'
import type { Action } from './candidate.ts'
import { connectiveAt } from './openers.ts'

/** Subject, place and day may stand between a verb and its action; more is another clause. In tokens. */
const REACH = 24
const STOPS = new Set(['.', '؟', '!', '؛', ':', '…'])
const COMPLEMENTIZER = /^[بعل]?(?:ان|الا)$/u
const NOT = /^(?:[بلو]?عدم|ب?الا)$/u

export interface Complement {
  action: Pick<Action, 'cut' | 'noun' | 'verbs'>
  /** First token of the action. */
  start: number
  /** «بعدم …»، «ألا …»: it keeps from. */
  negated: boolean
  /** Tokens between the trigger and the action: subject and adjuncts. */
  zoneEnd: number
}

export function findComplement(
  doc: EntityDoc,
  trigger: number,
  frames: readonly string[],
  limit: number,
): Complement | null {
  const { tokens } = doc
  const end = Math.min(limit, trigger + REACH)
  let adjunct = false
  for (let i = trigger + 1; i < end; i++) {
    const { text, kind } = tokens[i]!
    if (STOPS.has(text)) return null
    if (kind === 'mark') {
      adjunct = false
      continue
    }
    if (frames.includes('ان') && COMPLEMENTIZER.test(text)) return verbal(tokens, i, end)
    const found = nominal(doc, i, frames, adjunct)
    if (found) return found
    const mention = doc.entities.startingAt.get(i)?.[0]
    if (
      !mention &&
      (connectiveAt(tokens, i, end)?.type === 'relative' ||
        (i > trigger + 1 && verbCueAt(tokens, i)?.type === 'participle'))
    )
      return null
    if (mention) {
      i = mention.tokens.end - 1
      adjunct = false
    } else if (isPreposition(text)) adjunct = true
    else if (doc.dateEnds.has(i)) adjunct = false
  }
  return null
}

/** «أن تسحب قواتها»: the verb becomes its noun. */
function verbal(tokens: readonly Token[], at: number, limit: number): Complement | null {
  let verb = at + 1
  let negated = tokens[at]!.text.endsWith('الا')
  if (tokens[verb]?.text === 'لا') {
    negated = true
    verb++
  }
  for (; verb < Math.min(limit, at + 8); verb++) {
    const reading = presentReading(tokens[verb]!.text)
    if (!reading?.verb || reading.verb.role === 'state') continue
    const noun = reading.verb.nouns[0]
    if (noun === undefined) continue
    return {
      action: { cut: tokens[verb]!.text.length, noun, verbs: [reading.verb] },
      start: verb,
      negated,
      zoneEnd: at,
    }
  }
  return null
}

function nominal(doc: EntityDoc, i: number, frames: readonly string[], adjunct: boolean): Complement | null {
  const { tokens } = doc
  const { text } = tokens[i]!
  // A preposition of its own: «على تشكيل», «بـ"تأمين …"».
  if (frames.includes(text) && text !== 'ان' && text !== 'obj') {
    let start = i + 1
    while (tokens[start]?.kind === 'mark') start++
    return tokens[start] ? nounAt(doc, start, i, 0) : null
  }
  const glued = nounReadings(text).find(({ proclitics }) => frames.includes(proclitics.at(-1) ?? ''))
  if (glued && (actionNoun(glued.stem) || isDeictic(glued.stem)) && !doc.entities.startingAt.has(i))
    return nounAt(doc, i, i, glued.cut)
  if (adjunct || !frames.includes('obj') || doc.entities.startingAt.has(i)) return null
  const noun = actionNoun(text)
  if (!noun || noun.proclitics.length > 0 || (noun.definite && !noun.pronoun)) return null
  return nounAt(doc, i, i, 0)
}

function nounAt(doc: EntityDoc, start: number, zoneEnd: number, cut: number): Complement | null {
  const { tokens } = doc
  const word = tokens[start]!.text.slice(cut)
  if (NOT.test(word) && tokens[start + 1]?.kind === 'word') {
    const next = nounAt(doc, start + 1, zoneEnd, 0)
    return next && { ...next, negated: true }
  }
  if (doc.entities.startingAt.has(start) && cut === 0) return null
  return { action: { cut, noun: null, verbs: actionNoun(word)?.verbs ?? [] }, start, negated: false, zoneEnd }
}

/** «بذلك»، «به»: the action is the one spoken of before. */
export const isDeictic = (word: string): boolean => word === 'ذلك' || word === 'هذا'
