/** What the pass over the drafts has learnt so far. */
import type { Reader } from '../entities/reader.ts'
import type { Draft } from '../entities/draft.ts'
import type { Face, Thing } from '../entities/thing.ts'
import type { People } from './people.ts'
import type { Signals } from './signals.ts'

/** A draft with the thing and the face it is a mention of. */
export interface Resolved {
  draft: Draft
  thing: Thing
  face: Face
  basis: Draft['basis']
}

/** Somebody in an office, with the words of the title as keys. */
export interface Holder {
  thing: Thing
  country: string | undefined
  title: readonly string[]
}

export interface State {
  readonly reader: Reader
  readonly signals: Signals
  readonly people: People
  /** In text order. */
  readonly done: Resolved[]
  /** The last two actors that were joined: «الجانبان». */
  pair: readonly [Resolved, Resolved] | undefined
  /** How often two were joined, and where last, by their ids. */
  readonly pairs: Map<string, { pair: readonly [Resolved, Resolved]; times: number }>
  /** The first two states that act. */
  readonly states: Resolved[]
  /** By class of office, latest last. */
  readonly holders: Map<string, Holder[]>
  /** Those whom the article names behind a title, by office and title, in text order. */
  readonly named: ReadonlyMap<string, readonly { start: number; thing: Thing }[]>
  /** The first thing of each class noun: what a headline calls before the text names it. */
  readonly ahead: ReadonlyMap<string, Thing>
  /** The one body whose name goes on where a shorter ends, by the key of the shorter: «لجنة التهدئة». */
  readonly fuller: ReadonlyMap<string, Thing>
  /** One thing a real thing: groups and bodies by what they are called. */
  readonly canonical: Map<string, Thing>
}

/** A description points to something in sight: how many mentions back it may look. */
const IN_SIGHT = 300

/** The latest mention in sight that passes. */
export function latest({ done }: State, test: (mention: Resolved) => boolean): Resolved | undefined {
  for (let i = done.length - 1; i >= 0 && i >= done.length - IN_SIGHT; i--) if (test(done[i]!)) return done[i]
  return undefined
}
