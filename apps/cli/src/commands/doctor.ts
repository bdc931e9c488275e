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
    const { runDoctor } = await import('../actions/run-doctor.ts')
    await runDoctor(flags)
  })
}
