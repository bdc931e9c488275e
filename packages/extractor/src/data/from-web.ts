/**
 * What the extractor knows, where there are no files: in a browser, a worker, a bundle. All is fetched or given before
 * the first article is read, since reading does not wait. `package.json` puts this in the place of `from-files.ts`.
 */
import { DataError } from '../errors.ts'
import { type DataSources, keepModel, keepWords, keptModel, keptWords } from './kept.ts'

/** The text of a file of `lexicon/`. @throws DataError `not-loaded` */
export const readWords = (name: string): string => keptWords(name) ?? missing(`the words of ${name}`)

/** The bytes of the tagger's model. @throws DataError `not-loaded` */
export const readModel = (): Uint8Array => keptModel() ?? missing('the model of names')

function missing(what: string): never {
  throw new DataError(
    'not-loaded',
    `There are no files here to read ${what} from: await loadData() of @mithaq/extractor first, or loadDateWords() of @mithaq/extractor/dates.`,
  )
}

/**
 * Fetch the words and the model (about 9 MB, half that when compressed on the way), once before the first `extract`.
 * Bundlers that know `new URL(…, import.meta.url)` (Vite, webpack, Rollup's plugin) bring the files along; with others
 * say where they are, or give what is in them.
 *
 * @throws DataError `not-fetched`, `not-words`
 * @example
 * await loadData()
 * extract({ text: 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.', published: '2025-03-01' })
 */
export async function loadData({
  words = new URL('../../data/words.json', import.meta.url),
  model = new URL('../../models/names.bin', import.meta.url),
}: DataSources = {}): Promise<void> {
  await Promise.all([keepWords(words), keepModel(model)])
}

/**
 * Fetch the words that `parseDates` and `inferPublished` need, 37 kB, once before they are first called.
 *
 * @throws DataError `not-fetched`, `not-words`
 * @example
 * await loadDateWords()
 * parseDates('قبل نهاية سبتمبر المقبل', { reference: '2025-03-01' })
 */
export async function loadDateWords(
  words: DataSources['words'] = new URL('../../data/date-words.json', import.meta.url),
): Promise<void> {
  await keepWords(words)
}
