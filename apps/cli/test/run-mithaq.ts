import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { run } from '../src/run.ts'

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

/** Run a command line in this process, as `main.ts` does in its own: the words are read once a file of tests. */
export function mithaq(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  // It stands in one folder and writes to one stdout: one after the other.
  const ran = turn.then(() => runHere(args, setting))
  turn = ran.catch(() => {})
  return ran
}

let turn: Promise<unknown> = Promise.resolve()

async function runHere(
  args: readonly string[],
  { cwd = tmpdir(), input = '', env = {} }: Setting,
): Promise<Ran> {
  const before = { cwd: process.cwd(), env: { ...process.env } }
  const streams = [process.stdout, process.stderr].map(captured)
  const stdin = vi
    .spyOn(process, 'stdin', 'get')
    .mockReturnValue(Readable.from([Buffer.from(input)]) as never)
  setEnv({ ...cleanEnv(), ...env })
  process.chdir(cwd)
  try {
    const code = await run(args)
    const [stdout = '', stderr = ''] = streams.map(({ text }) => text())
    return { code, stdout, stderr: withoutProgress(stderr) }
  } finally {
    process.chdir(before.cwd)
    setEnv(before.env)
    for (const { restore } of [...streams, { restore: () => stdin.mockRestore() }]) restore()
  }
}

/** What goes to a stream is kept instead. */
function captured(stream: NodeJS.WriteStream): { text: () => string; restore: () => void } {
  const chunks: Buffer[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => chunks.push(Buffer.from(chunk)) > 0)
  return { text: () => Buffer.concat(chunks).toString(), restore: () => spy.mockRestore() }
}

function setEnv(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
}

/** Whether the work lasts long enough for a line of progress depends on the machine. */
const withoutProgress = (stderr: string): string => stderr.replace(/^articles: \d+, .*\n/gmu, '')

/** Run the real command line as its own process, as a user would. */
export async function mithaqProcess(
  args: readonly string[],
  { input = '', ...setting }: Setting = {},
): Promise<Ran> {
  const child = start(args, setting)
  // A child that refuses its arguments may be gone before it has read its input.
  child.stdin.on('error', () => {}).end(input)
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr: withoutProgress(stderr) }
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
