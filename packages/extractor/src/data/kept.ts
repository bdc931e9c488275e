/** What was given or fetched of the extractor's knowledge, for where no files lie beside it. */
import { DataError } from '../errors.ts'

/** The files of `lexicon/` by their paths below it, e.g. `verbs.tsv`. */
export type Words = Readonly<Record<string, string>>

/** Where knowledge comes from: an address to fetch, or the thing itself. */
export interface DataSources {
  /** `data/words.json` of this package. */
  words?: string | URL | Words | undefined
  /** `models/names.bin` of this package. */
  model?: string | URL | Uint8Array | undefined
}

const words = new Map<string, string>()
let model: Uint8Array | undefined

export const keptWords = (name: string): string | undefined => words.get(name)
export const keptModel = (): Uint8Array | undefined => model

/** @throws DataError `not-fetched` when an address does not answer; `not-words` when what it gives are no words */
export async function keepWords(source: string | URL | Words): Promise<void> {
  const given: unknown = isAddress(source) ? await (await ask(source)).json().catch(() => null) : source
  if (
    typeof given !== 'object' ||
    given === null ||
    !Object.values(given).every((file) => typeof file === 'string')
  )
    throw new DataError(
      'not-words',
      `${isAddress(source) ? String(source) : 'What was given'} is no words.json of @mithaq/extractor.`,
    )
  for (const [name, file] of Object.entries(given as Words)) words.set(name, file)
}

/** @throws DataError `not-fetched` when an address does not answer */
export async function keepModel(source: string | URL | Uint8Array): Promise<void> {
  model = isAddress(source) ? new Uint8Array(await (await ask(source)).arrayBuffer()) : source
}

const isAddress = (source: unknown): source is string | URL =>
  typeof source === 'string' || source instanceof URL

async function ask(address: string | URL): Promise<Response> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new DataError(
      'not-fetched',
      `${String(address)} does not answer: serve this file of @mithaq/extractor there.`,
      { cause },
    )
  })
  if (response.ok) return response
  throw new DataError(
    'not-fetched',
    `${String(address)} answers ${response.status}: serve this file of @mithaq/extractor there.`,
  )
}
