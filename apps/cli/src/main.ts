import { setFlagsFromString } from 'node:v8'
import { endWithReader, flushed } from './output/stdout.ts'
import { REPOSITORY } from './places.ts'
import { run } from './run.ts'

// Much is thrown away and little kept; on a machine with much memory garbage would heap up to four times what is alive.
setFlagsFromString('--heap-growing-percent=50')

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
