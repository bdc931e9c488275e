import { readFile, rename, writeFile } from 'node:fs/promises'
import { sha256Hex } from '@mithaq/model'
import { z } from 'zod'
import { IngestError } from '../errors.ts'

const stateSchema = z.object({
  version: z.literal(1),
  addresses: z.record(
    z.string(),
    z.object({
      etag: z.string().optional(),
      lastModified: z.string().optional(),
      /** The items of a feed that were there at the last visit, by hash. */
      seen: z.array(z.string()).optional(),
    }),
  ),
})

type State = z.infer<typeof stateSchema>
type Visit = State['addresses'][string]

/** What is remembered from visit to visit: the servers' validators, and the items that feeds had. */
export class FetchState {
  readonly #addresses: Map<string, Visit>
  readonly #path: string | undefined

  private constructor(path: string | undefined, state: State) {
    this.#path = path
    this.#addresses = new Map(Object.entries(state.addresses))
  }

  /**
   * @param path a file that need not be there yet; without one nothing is kept
   * @throws {IngestError} `wrong-state` where the file is something else
   */
  static async open(path: string | undefined): Promise<FetchState> {
    const none: State = { version: 1, addresses: {} }
    if (path === undefined) return new FetchState(path, none)
    let text: string
    try {
      text = await readFile(path, 'utf8')
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new FetchState(path, none)
      throw new IngestError('wrong-state', `the state file ${path} cannot be read`, { cause })
    }
    const { data } = stateSchema.safeParse(tryParse(text))
    if (data) return new FetchState(path, data)
    throw new IngestError(
      'wrong-state',
      `${path} is no state file of mithaq fetch: name another, or remove it to start anew`,
    )
  }

  visit(url: string): Visit {
    return this.#addresses.get(url) ?? {}
  }

  hasSeen(url: string, key: string): boolean {
    return this.visit(url).seen?.includes(digest(key)) ?? false
  }

  /** To be called once what was fetched has been passed on: an item is rather told twice than lost. */
  async keep(url: string, visit: Omit<Visit, 'seen'>, keys?: readonly string[]): Promise<void> {
    const { etag, lastModified } = visit
    this.#addresses.set(url, {
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
      ...(keys && { seen: keys.map(digest) }),
    })
    if (this.#path === undefined) return
    const state: State = { version: 1, addresses: Object.fromEntries(this.#addresses) }
    // Whole or not at all.
    await writeFile(`${this.#path}.new`, `${JSON.stringify(state, null, 1)}\n`)
    await rename(`${this.#path}.new`, this.#path)
  }
}

const digest = (key: string): string => sha256Hex(key).slice(0, 16)

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
