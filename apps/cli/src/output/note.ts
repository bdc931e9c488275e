import { plain } from './plain.ts'

/** Takes away what stands in the line of a terminal, such as progress. */
export const CLEAR_LINE = '\r\u001b[2K'

/** A line on stderr for the person at the terminal; results go to stdout alone. */
export function note(message: string): void {
  const lines = message.split('\n').map(plain).join('\n')
  process.stderr.write(`${process.stderr.isTTY ? CLEAR_LINE : ''}${lines}\n`)
}
