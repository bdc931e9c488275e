/** Tables of 32-bit keys in typed arrays, which lie in the model file as they are used: nothing to build on load. */

export interface HashTable {
  /** Open addressing with linear probing; 0 is an empty slot. */
  readonly keys: Int32Array
}

/** A share of the table by multiplication: a remainder of 32 bits is slow. */
const homeOf = (key: number, size: number): number =>
  Math.floor((Math.imul(key, 0x9e3779b1) >>> 0) * (size / 0x1_0000_0000))

/** The slot of a key, or -1. */
export function slotOf({ keys }: HashTable, key: number): number {
  const size = keys.length
  const wanted = key === 0 ? 1 : key
  for (let slot = homeOf(wanted, size); ;) {
    const found = keys[slot]!
    if (found === wanted) return slot
    if (found === 0) return -1
    if (++slot === size) slot = 0
  }
}

/** Keys laid out in a table of their own, and where each lies. */
export function layOut(all: readonly number[]): { keys: Int32Array; slots: Int32Array } {
  const size = Math.ceil(all.length / 0.75) + 8
  const keys = new Int32Array(size)
  const slots = Int32Array.from(all, (key) => {
    const wanted = key === 0 ? 1 : key
    let slot = homeOf(wanted, size)
    while (keys[slot] !== 0 && keys[slot] !== wanted) slot = (slot + 1) % size
    keys[slot] = wanted
    return slot
  })
  return { keys, slots }
}

/** Weights by hashed feature: a print of 16 bits tells one feature from another in the slots, 0 is an empty slot. */
export interface FeatureTable {
  readonly prints: Uint16Array
  /** A row of `labels` small integers by slot. */
  readonly rows: Int8Array
  readonly labels: number
}

const printOf = (feature: number): number => (Math.imul(feature, 0x27d4eb2f) >>> 16) | 1

/** Where the row of a feature begins, or -1. */
export function rowOf({ prints, labels }: FeatureTable, feature: number): number {
  const slot = slotFrom(prints, homeOf(feature, prints.length), printOf(feature))
  return prints[slot] === 0 ? -1 : slot * labels
}

/** The first slot, from a feature's home on, that holds its print or nothing. */
function slotFrom(prints: Uint16Array, home: number, print: number): number {
  let slot = home
  while (prints[slot] !== print && prints[slot] !== 0) if (++slot === prints.length) slot = 0
  return slot
}

/** The slots of the features that are summed. */
const slots = new Int32Array(128)

/**
 * Adds the rows of the first `size` features to the sums at `base`, at most 128. One step for all before the next: the
 * table lies far off in memory, which answers many questions at a time when none of them hangs on another's answer.
 */
export function addRows(
  { prints, rows, labels }: FeatureTable,
  features: Int32Array,
  size: number,
  sums: Float32Array,
  base: number,
): void {
  let touched = 0
  for (let k = 0; k < size; k++) touched |= prints[(slots[k] = homeOf(features[k]!, prints.length))]!
  if (touched === 0) return
  let known = 0
  for (let k = 0; k < size; k++) {
    const slot = slotFrom(prints, slots[k]!, printOf(features[k]!))
    slots[known] = slot * labels
    if (prints[slot] !== 0) known++
  }
  for (let j = 0; j < labels; j++) {
    let sum = 0
    for (let k = 0; k < known; k++) sum += rows[slots[k]! + j]!
    sums[base + j]! += sum
  }
}

/** A table of rows by feature; of two features that look the same here the first is kept. */
export function layOutRows(
  features: readonly number[],
  rows: (i: number) => ArrayLike<number>,
  labels: number,
): FeatureTable {
  const size = Math.ceil(features.length / 0.75) + 8
  const table = { prints: new Uint16Array(size), rows: new Int8Array(size * labels), labels }
  for (const [i, feature] of features.entries()) {
    const print = printOf(feature)
    let slot = homeOf(feature, size)
    while (table.prints[slot] !== 0 && table.prints[slot] !== print) slot = (slot + 1) % size
    if (table.prints[slot] !== 0) continue
    table.prints[slot] = print
    table.rows.set(rows(i), slot * labels)
  }
  return table
}
