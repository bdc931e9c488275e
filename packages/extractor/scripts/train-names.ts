/**
 * `pnpm train:names CORPORA [GAZETTEER]`: trains the tagger of names and writes `models/names.bin`.
 *
 * With `--tune` the tuning part is kept out, the model is scored on it and nothing is written, but to `--out=FILE`;
 * `--fold=N` keeps another part out. `--epochs=`, `--dropout=` … change the recipe. Same input, same bytes.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeModel } from '../src/tagger/model-file.ts'
import { createTagger } from '../src/tagger/tagger.ts'
import { readCorpora } from './train-names/corpus.ts'
import { evaluate, lineOf } from './train-names/evaluate.ts'
import { RECIPE, type Recipe, trainModel } from './train-names/train-model.ts'

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
const wiki = Number(option('encyclopedia') ?? 1)
const news = parts.news.slice(Math.round(parts.news.length * (1 - Number(option('news') ?? 1))))
const train = [
  ...news,
  ...(tuning ? [] : parts.tuning),
  ...parts.encyclopedia.slice(0, Math.round(parts.encyclopedia.length * wiki)),
  ...(tuning ? [] : parts.articles),
]
const bytes = writeModel(trainModel(train, gazetteer, recipe, log))
log(`${bytes.length} bytes`)
const out = option('out') ?? (tuning ? undefined : MODEL)
if (out !== undefined) writeFileSync(out, bytes)
if (tuning) {
  const tagger = createTagger(bytes)
  log(`tuning part, precision / recall / F1: ${lineOf(evaluate(tagger, parts.tuning))}`)
  log(`encyclopedia articles: ${lineOf(evaluate(tagger, parts.articles))}`)
}
