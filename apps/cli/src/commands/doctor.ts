import type { Command } from 'commander'
import type { StoreFlags } from '../store/read-settings.ts'
import { prose } from './help.ts'
import { withStoreOptions } from './options.ts'

export function registerDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .summary('say what works on this machine, and what to do about the rest')
    .description(
      prose(`Check what Mithaq needs, and what only some of its commands and tests use. Exit code 1 when something
that it needs does not work.`),
    )
  withStoreOptions(command).action(async (flags: StoreFlags) => {
    const [{ examine }, { write }, { CliError }] = await Promise.all([
      import('../doctor/examine.ts'),
      import('../output/stdout.ts'),
      import('../errors.ts'),
    ])
    const findings = await examine(flags)
    const width = Math.max(...findings.map(({ part }) => part.length))
    for (const { state, part, says } of findings) {
      await write(`${MARKS[state]} ${part.padEnd(width)}  ${says}\n`)
    }
    const ill = findings.filter(({ state }) => state === 'ill').map(({ part }) => part)
    if (ill.length > 0) throw new CliError('not-well', `does not work: ${ill.join(', ')}`)
  })
}

const MARKS = { well: 'ok  ', absent: '--  ', ill: 'FAIL' }
