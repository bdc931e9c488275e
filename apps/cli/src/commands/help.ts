/** Paragraphs for a command's description: line breaks within one are the source's, the terminal makes its own. */
export const prose = (text: string): string => text.replace(/(?<!\n)\n(?!\n)/gu, ' ')

/** Examples under a command's help, each with what it does. */
export const examples = (lines: readonly [does: string, command: string][]): string =>
  `\nExamples:\n${lines.map(([does, command]) => `  # ${does}\n  $ ${command}\n`).join('')}`
