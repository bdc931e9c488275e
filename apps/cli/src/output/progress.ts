import { CLEAR_LINE } from './note.ts'

const TTY_EVERY_MS = 100
/** Off a terminal only work that lasts is worth a line in the log. */
const LOG_EVERY_MS = 10_000

/**
 * Progress of long work on stderr: one line that rewrites itself on a terminal, a line now and then in
 * a log.
 */
export class Progress {
  readonly #unit: string
  readonly #started = performance.now()
  #shown = this.#started
  #drawn = false

  constructor(unit: string) {
    this.#unit = unit
  }

  update(done: number): void {
    const now = performance.now()
    const tty = process.stderr.isTTY
    if (now - this.#shown < (tty ? TTY_EVERY_MS : LOG_EVERY_MS)) return
    this.#shown = now
    const line = `${this.#unit}: ${done}, ${rate(done, now - this.#started)}`
    process.stderr.write(tty ? `${CLEAR_LINE}${line}` : `${line}\n`)
    this.#drawn = tty
  }

  /** Takes the line away, so that what follows starts on a clean one. */
  end(): void {
    if (this.#drawn) process.stderr.write(CLEAR_LINE)
    this.#drawn = false
  }
}

/** The same values, counted as they pass by. */
export async function* counted<T>(values: AsyncIterable<T>, unit: string): AsyncGenerator<T> {
  const progress = new Progress(unit)
  let done = 0
  try {
    for await (const value of values) {
      yield value
      progress.update(++done)
    }
  } finally {
    progress.end()
  }
}

const rate = (done: number, ms: number): string =>
  `${(done / (ms / 1000)).toFixed(done < ms / 100 ? 1 : 0)}/s`
