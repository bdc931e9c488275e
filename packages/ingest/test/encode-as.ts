/** A text in an encoding of one byte a letter; what it lacks becomes a question mark. */
export function encodeAs(encoding: string, text: string): Buffer {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map<string, number>()
  for (let byte = 0x80; byte < 0x100; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Buffer.from(
    Array.from(text, (letter) => (letter < '\u0080' ? letter.charCodeAt(0) : (bytes.get(letter) ?? 0x3f))),
  )
}
