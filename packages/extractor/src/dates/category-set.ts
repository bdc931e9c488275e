/** Sets of categories as bits: which kinds of node begin at a token, which a rule can go on with. */
import type { Category } from './node.ts'

/** Words of 32 bits; room for 96 categories. */
export type CategorySet = [number, number, number]

const NUMBERS = new Map<Category, number>()

/** Numbers are given as categories are met; they mean nothing outside of a process. */
function numberOf(category: Category): number {
  let number = NUMBERS.get(category)
  if (number === undefined) {
    number = NUMBERS.size
    if (number >= 96) throw new RangeError(`more categories than a CategorySet holds: ${category}`)
    NUMBERS.set(category, number)
  }
  return number
}

export const emptySet = (): CategorySet => [0, 0, 0]

export function addCategory(set: CategorySet, category: Category): void {
  const number = numberOf(category)
  set[number >> 5]! |= 1 << (number & 31)
}

export const intersects = (a: CategorySet, b: CategorySet): boolean =>
  ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2])) !== 0
