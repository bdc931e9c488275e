/** Percentile bootstrap over articles (Efron 1979): how much a figure owes to which articles were drawn. */

export interface BootstrapOptions {
  rounds?: number
  seed?: number
  /** Part of the rounds that the interval covers. */
  level?: number
}

/**
 * The interval that holds `level` of the figures of resampled sets of articles; null with fewer than two
 * articles, or where a resample mostly has no figure. The same input and seed give the same interval.
 */
export function bootstrap<T>(
  items: readonly T[],
  figure: (sample: readonly T[]) => number | null,
  { rounds = 2000, seed = 1, level = 0.95 }: BootstrapOptions = {},
): [low: number, high: number] | null {
  if (items.length < 2) return null
  const random = mulberry32(seed)
  const figures: number[] = []
  for (let round = 0; round < rounds; round++) {
    const value = figure(items.map(() => items[Math.floor(random() * items.length)]!))
    if (value !== null) figures.push(value)
  }
  if (figures.length < rounds / 2) return null
  figures.sort((a, b) => a - b)
  const tail = (1 - level) / 2
  return [quantile(figures, tail), quantile(figures, 1 - tail)]
}

const quantile = (sorted: readonly number[], at: number): number =>
  sorted[Math.round(at * (sorted.length - 1))]!

/** Mulberry32 of Tommy Ettinger: numbers in [0, 1) that are the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
