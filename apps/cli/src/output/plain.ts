import stripAnsi from 'strip-ansi'

/**
 * Text that came from an article, fit for a terminal: no escape sequences, no control characters, no
 * bidi overrides that would reorder what stands around it. Line breaks become spaces.
 *
 * @example plain('\u001b[2Jسلام\u202e') // 'سلام'
 */
export function plain(text: string): string {
  return stripAnsi(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
