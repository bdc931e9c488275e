/** The PLOVER class of the action committed to. */
import { type Commitment, ENUMS } from '@mithaq/model'
import type { EntityDoc } from '../entities/mention-index.ts'
import { actionNoun } from '../text/morphology.ts'
import type { Action } from './candidate.ts'

/** A phase («ستبدأ مغادرة …») takes the class of the action behind it. In tokens. */
const REACH = 16

export function eventOf(doc: EntityDoc, { verbs, words }: Action): Commitment['eventClass'] {
  const own = verbs.find(({ event }) => event !== '')?.event
  const phase = own === undefined && verbs.some(({ role }) => role === 'aspect' || role === 'light')
  const next =
    phase || own === undefined
      ? eventOfNoun(doc, words.start + 1, Math.min(words.end, words.start + REACH))
      : undefined
  const event = next ?? own
  return event !== undefined && event in ENUMS.eventClass ? (event as Commitment['eventClass']) : undefined
}

function eventOfNoun(doc: EntityDoc, from: number, to: number): string | undefined {
  for (let i = from; i < to; i++) {
    const event = actionNoun(doc.tokens[i]!.form)?.verbs.find(({ event }) => event !== '')?.event
    if (event !== undefined && !doc.entities.startingAt.has(i)) return event
  }
  return undefined
}
