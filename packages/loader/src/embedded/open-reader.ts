/**
 * The embedded store, only to be asked. A query runs in a thread that nothing can stop, and a few of them would
 * hold every thread that Node has; so it is read in a process of its own, which can be ended.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Table } from '@mithaq/model'
import { StoreError } from '../errors.ts'
import { checkReadOnly } from '../read-only.ts'
import { DEFAULT_LIMITS, type GraphStore } from '../store.ts'
import { DATABASE, type EmbeddedOptions, openEmbedded } from './open-embedded.ts'
import { makeScratch, removeAbandoned } from './scratch.ts'
import type { Asked, Told } from './reading.ts'

const EXTENSION = extname(fileURLToPath(import.meta.url))
const ENTRY = fileURLToPath(new URL(`./reader-process${EXTENSION}`, import.meta.url))
/** TypeScript as it stands needs a loader where Node has none. */
const EXEC_ARGV =
  EXTENSION === '.ts' && !(process.features as { typescript?: unknown }).typescript
    ? ['--import', createRequire(import.meta.url).resolve('tsx')]
    : []

interface Pending extends Asked {
  resolve: (table: Table) => void
  reject: (error: unknown) => void
  timer: NodeJS.Timeout
}

/** @throws StoreError `damaged` when the truth itself cannot be read */
export async function openReader(options: EmbeddedOptions): Promise<GraphStore> {
  removeAbandoned()
  // Started now: it comes up while the database is made ready.
  const reader = new Reader(join(options.directory, DATABASE))
  await makeReady(options).catch(async (error: unknown) => {
    await reader.close()
    throw error
  })
  return {
    kind: 'embedded',
    load: refuse,
    unload: refuse,
    link: refuse,
    async query(cypher, params = {}, limits = {}) {
      checkReadOnly(cypher)
      return reader.ask(cypher, params, { ...DEFAULT_LIMITS, ...limits })
    },
    close: () => reader.close(),
  }
}

const refuse = async (): Promise<never> => {
  throw new StoreError('write-refused', 'This store was opened only to be asked.')
}

/** Makes the database again where that is needed; one that others read already is as it should be. */
async function makeReady(options: EmbeddedOptions): Promise<void> {
  try {
    await (await openEmbedded(options)).close()
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'locked') throw error
  }
}

class Reader {
  readonly #file: string
  readonly #pending = new Map<number, Pending>()
  #child: ChildProcess | undefined
  #asked = 0
  #closed = false

  constructor(file: string) {
    this.#file = file
    this.#child = this.#start()
  }

  ask(
    cypher: string,
    params: Record<string, unknown>,
    { maxRows, timeoutMs }: { maxRows: number; timeoutMs: number },
  ): Promise<Table> {
    if (this.#closed) return Promise.reject(new StoreError('closed', 'The store has been closed.'))
    return new Promise((resolve, reject) => {
      const number = ++this.#asked
      const timer = setTimeout(() => this.#giveUp(number, timeoutMs), timeoutMs)
      const pending: Pending = { number, cypher, params, maxRows, resolve, reject, timer }
      this.#pending.set(number, pending)
      this.#send(pending)
    })
  }

  close(): Promise<void> {
    this.#closed = true
    for (const { number } of this.#pending.values())
      this.#settle(number)?.reject(new StoreError('closed', 'The store has been closed.'))
    const child = this.#child
    if (!child) return Promise.resolve()
    return new Promise((resolve) => child.once('exit', () => resolve()).kill('SIGKILL'))
  }

  #send({ number, cypher, params, maxRows }: Asked): void {
    this.#child ??= this.#start()
    // Of a process that is gone, its end tells.
    this.#child.send({ number, cypher, params, maxRows } satisfies Asked, () => {})
  }

  #start(): ChildProcess {
    const scratch = makeScratch()
    const child = fork(ENTRY, [this.#file, scratch], { execArgv: EXEC_ARGV, serialization: 'advanced' })
    child.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
    child.on('message', (told: Told) => {
      const pending = this.#settle(told.number)
      if ('table' in told) pending?.resolve(told.table)
      else pending?.reject(new StoreError(told.error.code, told.error.message))
    })
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return
      this.#child = undefined
      for (const { number } of this.#pending.values())
        this.#settle(number)?.reject(
          new StoreError('database', `The process that reads ${this.#file} ended (${signal ?? code}).`),
        )
    })
    return child
  }

  #settle(number: number): Pending | undefined {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    clearTimeout(pending?.timer)
    return pending
  }

  /** Ends the process; what else was asked of it is asked of the next. */
  #giveUp(number: number, timeoutMs: number): void {
    const message = `The query took longer than ${timeoutMs} ms: ask for less, or allow more.`
    this.#settle(number)?.reject(new StoreError('timeout', message))
    const child = this.#child
    this.#child = undefined
    child?.kill('SIGKILL')
    for (const pending of this.#pending.values()) this.#send(pending)
  }
}
