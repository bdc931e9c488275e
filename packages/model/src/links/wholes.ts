/** Who and what belongs together: a minister and his government, a camp and its province. */

/** Offices within offices; more is a circle or an error. */
export const MOST_WHOLES = 5

export class Wholes {
  readonly #of = new Map<string, Set<string>>()
  readonly #above = new Map<string, ReadonlySet<string>>()

  add(part: string, whole: string): void {
    const known = this.#of.get(part)
    if (known) known.add(whole)
    else this.#of.set(part, new Set([whole]))
  }

  /** A thing and all that it is part of. */
  above(id: string): ReadonlySet<string> {
    const known = this.#above.get(id)
    if (known) return known
    const all = new Set([id])
    let frontier = [id]
    for (let depth = 0; depth < MOST_WHOLES && frontier.length > 0; depth++) {
      frontier = frontier.flatMap((each) => [...(this.#of.get(each) ?? [])]).filter((each) => !all.has(each))
      for (const each of frontier) all.add(each)
    }
    this.#above.set(id, all)
    return all
  }

  /** For each thing that is above another, all that are beneath it. */
  beneath(): Map<string, string[]> {
    const beneath = new Map<string, string[]>()
    for (const part of this.#of.keys())
      for (const whole of this.above(part))
        if (whole !== part) beneath.set(whole, [...(beneath.get(whole) ?? []), part])
    return beneath
  }

  /** One and the same, or one is part of the other: «وزير الدفاع التركي» and «تركيا», but not two ministries. */
  related(a: string, b: string): boolean {
    return this.above(a).has(b) || this.above(b).has(a)
  }

  /** Some of one side and some of the other belong together. */
  meet(some: readonly string[], others: readonly string[]): boolean {
    return some.some((a) => others.some((b) => this.related(a, b)))
  }
}
