import { readFileSync } from 'node:fs'
import { decodeText } from '@mithaq/ingest'
import { parseSameAs, type SameAs, SameAsError } from '@mithaq/model'
import { CliError } from '../errors.ts'

/**
 * The user's word on who is who, from the file of `--same-as`; none without one.
 *
 * @throws {CliError} `file-unreadable`, `wrong-same-as`
 */
export function readSameAs(path: string | undefined): SameAs[] {
  if (path === undefined) return []
  try {
    return parseSameAs(decodeText(readFileSync(path)).text)
  } catch (error) {
    if (error instanceof CliError) throw error
    if (error instanceof SameAsError)
      throw new CliError('wrong-same-as', `${path}: ${error.message}`, { cause: error })
    throw new CliError('file-unreadable', `cannot read ${path}: ${String(error)}`, { cause: error })
  }
}
