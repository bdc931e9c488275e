/** A Python with what `requirements.txt` names, made once and kept. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url))
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

/** Why there can be no environment here; undefined where there can be one. Thrown where MITHAQ_REQUIRE_ALL is 1. */
export async function whyNoPython(): Promise<string | undefined> {
  const why = await run('python3', ['-c', 'import ensurepip, sys; assert sys.version_info >= (3, 10)']).then(
    () => undefined,
    () => 'Python 3.10 with venv is not to be had: apt install python3-venv',
  )
  if (why !== undefined && process.env['MITHAQ_REQUIRE_ALL'] === '1')
    throw new Error(`The tests with Python cannot run: ${why}.`)
  return why
}

/** The interpreter of the environment. Several processes may ask at once: one makes it, the others wait. */
export async function makeVenv(): Promise<string> {
  const hash = createHash('sha1').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12)
  const folder = join(CACHE, `python-${hash}`)
  const making = `${folder}.making`
  mkdirSync(CACHE, { recursive: true })
  while (!existsSync(folder)) {
    if (!(await isFirst(making))) continue
    try {
      await run('python3', ['-m', 'venv', making])
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
      // Wheels as they are pinned: nothing is resolved, built or compiled.
      const plain = ['--no-deps', '--no-compile', '--only-binary', ':all:']
      await run(join(making, 'bin/python'), [...pip, ...plain, '-r', REQUIREMENTS])
      renameSync(making, folder)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  return join(folder, 'bin/python')
}

/** Whether nobody else is at it; waits a moment where somebody is. */
async function isFirst(making: string): Promise<boolean> {
  try {
    mkdirSync(making)
    return true
  } catch {
    await wait(500)
    return false
  }
}
