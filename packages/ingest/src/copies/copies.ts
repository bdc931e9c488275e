import { articleId, type ArticleInput, sha256Hex } from '@mithaq/model'
import { similarity, type Sketch, sketchOf } from './sketch.ts'

/** So much of the shorter text is in the longer where they are one report: papers cut, and add a first and a last line. */
const CONTAINED = 0.8
/** And so much they have in common of all that either has: a report in a long survey is but a part of it. */
const ALIKE = 0.55
/** A text of fewer runs of words is a copy only where all of it is the same. */
const FEWEST_RUNS = 20
/** Sketches fall into the same drawer where all of a band's numbers agree: 16 bands of 4. */
const BAND = 4
/** Texts off one form (weather, rates) fill a drawer without being copies: the latest of them are compared. */
const MOST_IN_DRAWER = 32

interface Original {
  id: string
  sketch: Sketch
}

/**
 * Recognises the report that several publishers carry. Each article is compared with the few whose sketches share
 * a drawer with its own, so that the work is linear; only originals are kept, in some 300 bytes each.
 */
export class Copies {
  readonly #drawers = new Map<string, Original[]>()
  readonly #carriers = new Map<string, string>()

  /**
   * The same article, with `copyOf` where an earlier one says the same. A report whose numbers differ on both
   * sides is no copy but another version, which may amend what the first one promised.
   *
   * A copy to the letter, which would have its original's id, gets one of its own.
   */
  mark<T extends ArticleInput>(article: T): T & { copyOf?: string } {
    const sketch = sketchOf(article.text)
    const id = article.id === undefined ? articleId(article.text) : articleKey(article.id)
    const drawers = drawersOf(sketch)
    const original = this.#find(sketch, drawers)
    const carrier = `${article.publisher ?? ''}\n${article.url ?? ''}`
    const carriedBy = this.#carriers.get(id)
    if (carriedBy === undefined) this.#carriers.set(id, carrier)
    if (original === undefined) {
      for (const drawer of drawers) this.#put(drawer, { id, sketch })
      return article
    }
    if (carriedBy === undefined) return { ...article, copyOf: original.id }
    // The very same article once more is no copy of itself.
    if (carriedBy === carrier || article.id !== undefined) return article
    const own = `${id.slice('article:'.length)}-${sha256Hex(carrier).slice(0, 8)}`
    return { ...article, id: own, copyOf: original.id }
  }

  #find(sketch: Sketch, drawers: readonly string[]): Original | undefined {
    const seen = new Set(drawers.flatMap((drawer) => this.#drawers.get(drawer) ?? []))
    let best: { original: Original; alike: number } | undefined
    for (const original of seen) {
      const alike = similarity(sketch, original.sketch)
      if (alike > (best?.alike ?? 0) && isCopy(sketch, original.sketch, alike)) best = { original, alike }
    }
    return best?.original
  }

  #put(drawer: string, original: Original): void {
    const held = this.#drawers.get(drawer) ?? []
    held.push(original)
    if (held.length > MOST_IN_DRAWER) held.shift()
    this.#drawers.set(drawer, held)
  }
}

function drawersOf({ minima }: Sketch): string[] {
  const drawers: string[] = []
  for (let at = 0; at < minima.length; at += BAND)
    drawers.push(`${at}:${minima.subarray(at, at + BAND).join(',')}`)
  return drawers
}

function isCopy(a: Sketch, b: Sketch, alike: number): boolean {
  const shorter = Math.min(a.runs, b.runs)
  if (shorter < FEWEST_RUNS) return alike === 1
  // What two sets share, of the smaller one, from what they share of both.
  const contained = (alike * (a.runs + b.runs)) / ((1 + alike) * shorter)
  return alike >= ALIKE && contained >= CONTAINED && agree(a.numbers, b.numbers)
}

/** One may leave numbers out, or put a day before; both with their own is another version. */
const agree = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((number) => b.has(number)) || [...b].every((number) => a.has(number))

const articleKey = (id: string): string => `article:${encodeURIComponent(id.replace(/^article:/u, ''))}`
