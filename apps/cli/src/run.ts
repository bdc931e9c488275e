import { CommanderError } from 'commander'
import { UsageError } from './errors.ts'
import { note } from './output/note.ts'
import { createProgram } from './program.ts'

/** Run one command line; its exit code: 0 done, 1 failed, 2 wrongly used. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  // Commander has said already what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  note(`mithaq: ${process.env['MITHAQ_DEBUG'] ? stack : message}`)
  return error instanceof UsageError ? 2 : 1
}
