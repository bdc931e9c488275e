/**
 * `pnpm train:names CORPORA [GAZETTEER]`: trains the tagger of names and writes `models/names.bin`.
 *
 * With `--tune` the tuning part is kept out, the model is scored on it and nothing is written, but to `--out=FILE`:
 *
 * - `--fold=N` keeps out the Nth sixth of the newswire, 1 to 6, in place of its last 15 %;
 * - `--share=0.25` trains on the first quarter of either corpus, in the order of their documents;
 * - `--without=lists,letters,…` leaves groups of features out (`train-names/without.ts` says which there are), or
 *   `encyclopedia`, the second corpus;
 * - `--epochs=`, `--dropout=`, … change the recipe (`train-names/train-model.ts`).
 *
 * Same input, same bytes.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeModel } from '../src/tagger/model-file.ts'
import { createTagger } from '../src/tagger/tagger.ts'
import { readCorpora } from './train-names/corpus.ts'
import { evaluate, lineOf } from './train-names/evaluate.ts'
import { RECIPE, type Recipe, trainModel } from './train-names/train-model.ts'
import { readWithout } from './train-names/without.ts'

const MODEL = fileURLToPath(new URL('../models/names.bin', import.meta.url))

const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const [corpora = '../shared/corpora', gazetteer] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
const option = (name: string): string | undefined =>
  options.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3)

const started = performance.now()
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`)

const recipe: Recipe = { ...RECIPE }
for (const key of Object.keys(recipe) as (keyof Recipe)[]) recipe[key] = Number(option(key) ?? recipe[key])

const tuning = options.includes('--tune')
const fold = option('fold')
const parts = readCorpora(corpora, fold === undefined ? undefined : Number(fold))
const without = option('without')?.split(',') ?? []
const groups = readWithout(without.filter((name) => name !== 'encyclopedia'))
const share = Number(option('share') ?? 1)
if (!(share > 0 && share <= 1)) throw new RangeError(`--share=${share}: give a share above 0, 1 at most`)
if (!tuning && (without.length > 0 || share < 1 || fold !== undefined))
  throw new RangeError('--fold, --share and --without are for --tune: what ships is trained on everything')
const firstOf = <T>(all: readonly T[]): T[] => all.slice(0, Math.round(all.length * share))
const train = [
  ...firstOf(parts.news),
  ...(tuning ? [] : parts.tuning),
  ...(without.includes('encyclopedia') ? [] : firstOf(parts.encyclopedia)),
  ...(tuning ? [] : parts.articles),
]
const bytes = writeModel(trainModel(train, gazetteer, recipe, log, groups))
log(`${bytes.length} bytes`)
const out = option('out') ?? (tuning ? undefined : MODEL)
if (out !== undefined) writeFileSync(out, bytes)
if (tuning) {
  const tagger = createTagger(bytes)
  log(`tuning part, precision / recall / F1: ${lineOf(evaluate(tagger, parts.tuning))}`)
  log(`encyclopedia articles: ${lineOf(evaluate(tagger, parts.articles))}`)
}
