import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'

// Starting a process with all the words of the lexicon takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const BIN = fileURLToPath(new URL('../bin/mithaq.js', import.meta.url))

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

export interface Setting {
  cwd?: string
  input?: string | Buffer
  env?: NodeJS.ProcessEnv
}

/** Run the real command line as its own process, as a user would. */
export async function mithaq(
  args: readonly string[],
  { input = '', ...setting }: Setting = {},
): Promise<Ran> {
  const child = start(args, setting)
  // A child that refuses its arguments may be gone before it has read its input.
  child.stdin.on('error', () => {}).end(input)
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  // Whether the work lasts long enough for a line of progress depends on the machine.
  return { code: await code, stdout, stderr: stderr.replace(/^articles: \d+, .*\n/gmu, '') }
}

/** Start it and leave it running. */
export const start = (
  args: readonly string[],
  { cwd = tmpdir(), env = {} }: Setting = {},
): ChildProcessByStdio<Writable, Readable, Readable> =>
  spawn(process.execPath, [BIN, ...args], { cwd, env: { ...cleanEnv(), ...env }, stdio: 'pipe' })

/** An empty folder that goes when the test ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mithaq-cli-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** The environment without what the developer's own shell says of databases. */
const cleanEnv = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NEO4J_|INIT_CWD|MITHAQ_)/u.test(name)),
  ),
  CI: '1',
})
