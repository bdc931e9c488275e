/**
 * One-to-one pairing of greatest total weight (the Hungarian method, Kuhn 1955, in the shortest-path
 * form of Jonker and Volgenant 1987, O(n³)): no pair depends on the order of its inputs.
 */

/** A pair of indices: into the gold, and into what was extracted. */
export type Pair = [gold: number, predicted: number]

/**
 * The most pairs that can be had, and among the ways to have so many the heaviest.
 *
 * @param weigh 0 where the two may not be paired, else more for a better pair, 1 at the most
 */
export function matchPairs<G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  weigh: (gold: G, predicted: P) => number,
): Pair[] {
  const size = Math.max(gold.length, predicted.length)
  // A pair outweighs any sum of improvements that giving it up could buy.
  const perPair = size + 1
  const weights = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const weight =
        row < gold.length && column < predicted.length ? weigh(gold[row]!, predicted[column]!) : 0
      return weight > 0 ? perPair + weight : 0
    }),
  )
  return assign(weights)
    .map((column, row): Pair => [row, column])
    .filter(([row, column]) => weights[row]![column]! > 0)
}

/** For each row of a square matrix its column, the sum of the chosen cells being the greatest. */
function assign(weights: readonly (readonly number[])[]): number[] {
  const size = weights.length
  const rowPotential = Array.from({ length: size + 1 }, () => 0)
  const columnPotential = Array.from({ length: size + 1 }, () => 0)
  const rowOfColumn = Array.from({ length: size + 1 }, () => 0)
  for (let row = 1; row <= size; row++) {
    const from = augment(row)
    for (let column = from.end; column !== 0;) {
      const before = from.path[column]!
      rowOfColumn[column] = rowOfColumn[before]!
      column = before
    }
  }
  const columns = Array.from({ length: size }, () => 0)
  for (let column = 1; column <= size; column++) columns[rowOfColumn[column]! - 1] = column - 1
  return columns

  /** Shortest augmenting path from a new row to a free column; index 0 is the artificial start. */
  function augment(row: number): { end: number; path: number[] } {
    const slack = Array.from({ length: size + 1 }, () => Infinity)
    const done = Array.from({ length: size + 1 }, () => false)
    const path = Array.from({ length: size + 1 }, () => 0)
    let column = 0
    rowOfColumn[0] = row
    do {
      done[column] = true
      const current = rowOfColumn[column]!
      let delta = Infinity
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (done[j]) continue
        const cost = -weights[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!
        if (cost < slack[j]!) {
          slack[j] = cost
          path[j] = column
        }
        if (slack[j]! < delta) {
          delta = slack[j]!
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (done[j]) {
          rowPotential[rowOfColumn[j]!]! += delta
          columnPotential[j]! -= delta
        } else slack[j]! -= delta
      }
      column = next
    } while (rowOfColumn[column] !== 0)
    return { end: column, path }
  }
}
