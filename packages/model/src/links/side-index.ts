/** Earlier commitments, to be found by debtor and by what is done, the latest first. */
import type { Deed } from '../schema.ts'
import type { LinkedCommitment } from './article.ts'
import type { Side } from './compare.ts'
import { type Marks, marksOf } from './content.ts'
import type { Wholes } from './wholes.ts'

type Probe = readonly [actors: readonly string[], side: Side<LinkedCommitment | Deed>]

/** Numbers of sides in rising order, by debtor and mark. */
type Postings = Map<string, number[]>

export class SideIndex {
  readonly #wholes: Wholes
  readonly #sides: Side<LinkedCommitment>[] = []
  readonly #all: Postings = new Map()
  readonly #brief: Postings = new Map()

  constructor(wholes: Wholes) {
    this.#wholes = wholes
  }

  add(side: Side<LinkedCommitment>): void {
    const number = this.#sides.push(side) - 1
    const { groups, head, isBrief } = this.#marksOf(side)
    for (const postings of isBrief ? [this.#all, this.#brief] : [this.#all])
      for (const key of new Set(this.#keys(side.item.committers, [...groups.flat(), ...head]))) {
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
    const found = new Set<readonly number[]>()
    for (const probe of probes) for (const posting of this.#find(probe)) found.add(posting)
    for (const number of fallingUnion([...found])) yield this.#sides[number]!
  }

  *#find([actors, side]: Probe): Generator<readonly number[]> {
    const { groups, head, isBrief } = this.#marksOf(side)
    const among = (postings: Postings, marks: readonly string[]): number[][] =>
      [...this.#keys(actors, marks)].flatMap((key) => {
        const posting = postings.get(key)
        return posting ? [posting] : []
      })
    const found = groups.map((marks) => among(this.#all, marks))
    if (isBrief) yield* [...found.flat(), ...among(this.#all, head)]
    else {
      // What is in two groups is in one of those that are not the longest, and that is often the longest by far.
      yield* withoutLongest(found).flat()
      yield* among(this.#brief, [...groups.flat(), ...head])
    }
  }

  #marksOf({ content }: Probe[1]): Marks {
    return marksOf(content, (place) => this.#wholes.above(place))
  }

  *#keys(actors: readonly string[], marks: readonly string[]): Generator<string> {
    for (const actor of actors)
      for (const whole of this.#wholes.above(actor)) for (const mark of marks) yield `${whole} ${mark}`
  }
}

function withoutLongest(groups: readonly number[][][]): readonly number[][][] {
  const lengths = groups.map((postings) => postings.reduce((sum, { length }) => sum + length, 0))
  const longest = lengths.reduce((known, length, i) => (length > lengths[known]! ? i : known), 0)
  return groups.filter((_, i) => i !== longest)
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
