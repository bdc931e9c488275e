/**
 * Where a process that reads the embedded database puts what it has no memory for. The database makes a folder for
 * that among the temporary files as it is opened and takes it away as it is closed, which a process that is ended does not
 * come to; so it gets a folder of its own, that others can take away.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = /^mithaq-reader-(\d+)-/u

/** A new folder, named after this process, which is to remove it. */
export const makeScratch = (): string => mkdtempSync(join(tmpdir(), `mithaq-reader-${process.pid}-`))

/** Removes the folders of processes that are no more, killed before they could. */
export function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // One that is somebody else's is there, too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
