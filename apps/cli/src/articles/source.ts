import type { CliError } from '../errors.ts'

/** One record as it lies in a file or a stream, not yet decoded: a broken one stops nothing but itself. */
export interface Source {
  /** Where it stands, for messages: `news.jsonl:12`, `a.txt`, `stdin:3`. */
  where: string
  /** A whole text, a line of JSONL, or what could not even be read. */
  content: { text: Buffer; sidecar?: string } | { line: Buffer } | { failure: CliError }
}

export const failed = (where: string, failure: CliError): Source => ({ where, content: { failure } })
