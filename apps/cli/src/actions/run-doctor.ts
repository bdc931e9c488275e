import { examine } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import { CliError } from '../errors.ts'
import { plain } from '../output/plain.ts'
import { write } from '../output/stdout.ts'
import type { StoreFlags } from '../store/read-settings.ts'

const MARKS: Record<Finding['state'], string> = { well: 'ok  ', absent: '--  ', ill: 'FAIL' }

/** Print what works and what does not. @throws {CliError} `not-well` when something needed does not */
export async function runDoctor(flags: StoreFlags): Promise<void> {
  const findings = await examine(flags)
  const width = Math.max(...findings.map(({ part }) => part.length))
  for (const { state, part, says } of findings) {
    await write(`${MARKS[state]} ${part.padEnd(width)}  ${plain(says)}\n`)
  }
  const ill = findings.filter(({ state }) => state === 'ill').map(({ part }) => part)
  if (ill.length > 0) throw new CliError('not-well', `does not work: ${ill.join(', ')}`)
}
