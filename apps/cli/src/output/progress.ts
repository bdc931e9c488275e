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

  /** @param share how much of the whole that is, from 0 to 1, where it is known */
  update(done: number, share?: number): void {
    const now = performance.now()
    const tty = process.stderr.isTTY
    if (now - this.#shown < (tty ? TTY_EVERY_MS : LOG_EVERY_MS)) return
    this.#shown = now
    const left = share === undefined ? '' : `, ${timeLeft(now - this.#started, share)}`
    const line = `${this.#unit}: ${done}, ${rate(done, now - this.#started)}${left}`
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

/** @example timeLeft(60_000, 0.25) // 'about 3 min left' */
export function timeLeft(ms: number, share: number): string {
  const seconds = Math.ceil((ms * (1 - share)) / share / 1_000)
  if (!Number.isFinite(seconds)) return 'time left unknown'
  if (seconds < 100) return `about ${seconds} s left`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `about ${minutes} min left` : `about ${Math.ceil(minutes / 60)} h left`
}
