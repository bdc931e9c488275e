import { endWithReader, flushed } from './output/stdout.ts'
import { REPOSITORY } from './places.ts'
import { run } from './run.ts'

/** The command line itself. */
endWithReader()
standWhereTheUserStands()
process.exitCode = await run(process.argv.slice(2))
await flushed()
// Said aloud, since standard input may be open still when a load has failed.
process.exit()

/** pnpm runs scripts from the top of the repository; paths mean the folder that the user is in. */
function standWhereTheUserStands(): void {
  const from = process.env['INIT_CWD']
  if (from !== undefined && `${process.cwd()}/` === REPOSITORY) process.chdir(from)
}
