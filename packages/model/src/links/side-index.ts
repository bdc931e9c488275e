/** Earlier commitments, to be found by debtor and topic, the latest first. */
import type { Deed } from '../schema.ts'
import type { LinkedCommitment } from './article.ts'
import type { Side } from './compare.ts'
import type { Wholes } from './wholes.ts'

type Probe = readonly [actors: readonly string[], side: Side<LinkedCommitment | Deed>]

export class SideIndex {
  readonly #wholes: Wholes
  readonly #sides: Side<LinkedCommitment>[] = []
  /** Numbers of sides in rising order. */
  readonly #byTopic = new Map<string, number[]>()
  readonly #byWord = new Map<string, number[]>()

  constructor(wholes: Wholes) {
    this.#wholes = wholes
  }

  add(side: Side<LinkedCommitment>): void {
    const number = this.#sides.push(side) - 1
    const { topic, words } = side.keys
    for (const [postings, among] of [
      [this.#byTopic, topic],
      [this.#byWord, words],
    ] as const)
      for (const key of this.#keys(side.item.committers, among)) {
        const posting = postings.get(key)
        if (posting) posting.push(number)
        else postings.set(key, [number])
      }
  }

  /** Those that may be the same undertaking as one by these actors. */
  latest(actors: readonly string[], side: Probe[1]): Generator<Side<LinkedCommitment>> {
    return this.latestOfAny([[actors, side]])
  }

  *latestOfAny(probes: readonly Probe[]): Generator<Side<LinkedCommitment>> {
    const postings = new Set<readonly number[]>()
    const find = (
      among: ReadonlyMap<string, number[]>,
      actors: readonly string[],
      words: readonly string[],
    ): void => {
      for (const key of this.#keys(actors, words)) {
        const posting = among.get(key)
        if (posting) postings.add(posting)
      }
    }
    for (const [actors, { keys }] of probes) {
      find(this.#byTopic, actors, keys.words)
      find(this.#byWord, actors, keys.topic)
    }
    for (const number of fallingUnion([...postings])) yield this.#sides[number]!
  }

  *#keys(actors: readonly string[], words: readonly string[]): Generator<string> {
    for (const actor of actors)
      for (const whole of this.#wholes.above(actor)) for (const word of words) yield `${whole} ${word}`
  }
}

/** The numbers of rising lists from the greatest down, each once; only as many are looked at as are asked for. */
function* fallingUnion(lists: readonly (readonly number[])[]): Generator<number> {
  const at = lists.map((list) => list.length - 1)
  for (;;) {
    let greatest = -1
    for (let i = 0; i < lists.length; i++) greatest = Math.max(greatest, lists[i]![at[i]!] ?? -1)
    if (greatest === -1) return
    for (let i = 0; i < lists.length; i++) if (lists[i]![at[i]!] === greatest) at[i]!--
    yield greatest
  }
}
