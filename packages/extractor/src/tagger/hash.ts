/** Hashes of words and features: 32 bits, the same in every engine. */

/** FNV-1a over the UTF-16 units of a part of a text. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

/** One hash of two: a template and its value, or a word and the next. */
export function mix(a: number, b: number): number {
  let h = Math.imul(b ^ Math.imul(a, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 13)
}
