/** What the extractor knows, read when it is first wanted from the files beside it. A browser's way is `from-web.ts`. */
import { readFileSync } from 'node:fs'
import { type DataSources, keepModel, keepWords, keptModel, keptWords } from './kept.ts'

const LEXICON = new URL('../../lexicon/', import.meta.url)
const MODEL = new URL('../../models/names.bin', import.meta.url)

/** The text of a file of `lexicon/`. */
export const readWords = (name: string): string =>
  keptWords(name) ?? readFileSync(new URL(name, LEXICON), 'utf8')

/** The bytes of the tagger's model. */
export const readModel = (): Uint8Array => keptModel() ?? readFileSync(MODEL)

/**
 * Nothing needs to be loaded in Node, where the files lie beside the module; what is given is taken in their place,
 * e.g. where everything was bundled into one file.
 *
 * @throws DataError `not-fetched`, `not-words`
 */
export async function loadData({ words, model }: DataSources = {}): Promise<void> {
  await Promise.all([words !== undefined && keepWords(words), model !== undefined && keepModel(model)])
}

/** As `loadData`, for `@mithaq/extractor/dates` alone. */
export async function loadDateWords(words?: DataSources['words']): Promise<void> {
  await loadData({ words })
}
