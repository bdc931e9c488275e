/**
 * Where each code point starts in UTF-16 units; one entry more than there are code points, for the end.
 *
 * @example codePointOffsets('😀ب') // [0, 2, 3]
 */
export function codePointOffsets(text: string): number[] {
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    offsets.push(at)
    at += character.length
  }
  offsets.push(at)
  return offsets
}
