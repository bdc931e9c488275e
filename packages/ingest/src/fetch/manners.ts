import { setTimeout as wait } from 'node:timers/promises'
import { IngestError } from '../errors.ts'
import { allowsAll, parseRobots, refusesAll, type Robots } from './robots.ts'
import { drop, NAME, readStart, type Sender } from './send.ts'

/** No site is waited for longer than this between two requests. */
const MOST_DELAY_MS = 30_000
/** RFC 9309 asks for at least 500 KiB. */
const MOST_ROBOTS_BYTES = 512 * 1024

/** Whom a reader may ask, and when: robots.txt, read once a site, and a pause between two requests to one. */
export class Manners {
  readonly #sender: Sender
  readonly #delayMs: number
  readonly #robots = new Map<string, Promise<Robots>>()
  readonly #lastAsked = new Map<string, number>()

  constructor(sender: Sender, delayMs: number) {
    this.#sender = sender
    this.#delayMs = delayMs
  }

  /** Resolves when it is time to ask for an address. @throws {IngestError} `robots` where it is not to be asked for */
  async takeTurn(url: URL): Promise<void> {
    const rules = await this.#rulesOf(url.origin)
    if (!rules.allows(url.href)) {
      throw new IngestError(
        'robots',
        `${url.origin}/robots.txt asks readers like this one not to: ask the site, or save the page yourself`,
      )
    }
    const gap = Math.min(MOST_DELAY_MS, Math.max(this.#delayMs, rules.delayMs))
    const due = (this.#lastAsked.get(url.host) ?? -Infinity) + gap
    if (due > Date.now()) await wait(due - Date.now())
    this.#lastAsked.set(url.host, Date.now())
  }

  #rulesOf(origin: string): Promise<Robots> {
    const known = this.#robots.get(origin) ?? this.#readRobots(`${origin}/robots.txt`)
    this.#robots.set(origin, known)
    return known
  }

  async #readRobots(address: string): Promise<Robots> {
    const { response } = await this.#sender.send(address)
    if (response.ok) {
      const { bytes } = await readStart(response, MOST_ROBOTS_BYTES)
      return parseRobots(address, Buffer.from(bytes).toString(), NAME)
    }
    await drop(response)
    // RFC 9309: without the file all is open, with a broken server nothing is.
    return response.status >= 500 || response.status === 429 ? refusesAll : allowsAll
  }
}
