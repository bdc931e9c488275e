import { CommanderError } from 'commander'
import { UsageError } from './errors.ts'
import { note } from './output/note.ts'
import { endWithReader, flushed } from './output/stdout.ts'
import { REPOSITORY } from './places.ts'
import { createProgram } from './program.ts'

/** The command line itself; exit code 0 done, 1 failed, 2 wrongly used. */
endWithReader()
standWhereTheUserStands()
try {
  await createProgram().parseAsync(process.argv)
} catch (error) {
  process.exitCode = report(error)
}
await flushed()
// Said aloud, since standard input may be open still when a load has failed.
process.exit()

/** pnpm runs scripts from the top of the repository; paths mean the folder that the user is in. */
function standWhereTheUserStands(): void {
  const from = process.env['INIT_CWD']
  if (from !== undefined && `${process.cwd()}/` === REPOSITORY) process.chdir(from)
}

function report(error: unknown): number {
  // Commander has said already what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  note(`mithaq: ${process.env['MITHAQ_DEBUG'] ? stack : message}`)
  return error instanceof UsageError ? 2 : 1
}
