import { plain } from './plain.ts'

/** A line on stderr for the person at the terminal; results go to stdout alone. */
export function note(message: string): void {
  process.stderr.write(`${message.split('\n').map(plain).join('\n')}\n`)
}
