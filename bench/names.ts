/**
 * The tagger of names: model load, tokens a second in one thread, and accuracy on the tuning part of the newswire.
 *
 * `pnpm bench names [CORPORA [GAZETTEER]]`. The model that ships was trained on the tuning part too, so that one is
 * trained without it first (some minutes); `--speed` leaves that out. The whole extractor reads the tuning part by that
 * model too, its sentences made text again. See names.md for what was measured.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  evaluate,
  ratesOf,
  type Scores,
  scoreSpans,
} from '../packages/extractor/scripts/train-names/evaluate.ts'
import { readCorpora } from '../packages/extractor/scripts/train-names/corpus.ts'
import { RECIPE, trainModel } from '../packages/extractor/scripts/train-names/train-model.ts'
import { writeModel } from '../packages/extractor/src/tagger/model-file.ts'
import { useTagger } from '../packages/extractor/src/tagger/load-tagger.ts'
import { createTagger, type Tagger } from '../packages/extractor/src/tagger/tagger.ts'
import { tokenize } from '../packages/extractor/src/text/tokens.ts'
import { namesByExtractor } from './names/whole-extractor.ts'

const MODEL = new URL('../packages/extractor/models/names.bin', import.meta.url)
const EXAMPLES = new URL('../examples/', import.meta.url)
const ROUNDS = 15
const given = process.argv.slice(2).filter((word) => word !== 'names' && !word.startsWith('--'))
const [corpora = '../shared/corpora', gazetteer = '../shared/gazetteer'] = given

/** Milliseconds of this process's own work: what else the machine does is left out. */
function timed(run: () => void): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function load(): Tagger {
  let tagger: Tagger | undefined
  const times = Array.from({ length: ROUNDS }, () =>
    timed(() => {
      tagger = createTagger(readFileSync(MODEL))
      tagger.tag(['بغداد'])
    }),
  )
  console.log(
    `model of ${(readFileSync(MODEL).length / 1e6).toFixed(2)} MB: read in ${times[0]!.toFixed(1)} ms`,
  )
  return tagger!
}

/** Sentences of our own articles, cut roughly: at full stops. */
function articles(): string[][][] {
  const texts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'))
  return texts.map((text) =>
    text.split(/(?<=[.\n])/u).map((line) => tokenize(line).map((token) => token.text)),
  )
}

function speed(tagger: Tagger, name: string, documents: readonly (readonly (readonly string[])[])[]): void {
  const tokens = documents.flat(2).length
  const times = Array.from({ length: ROUNDS }, () =>
    timed(() => documents.forEach((one) => tagger.tagDocument(one))),
  )
  const rate = (time: number): string => Math.round(tokens / time).toString()
  console.log(
    `${name}, ${tokens} tokens: ${rate(times[0]!)} K tokens/s at first, ${rate(Math.min(...times))} K at best`,
  )
}

function accuracy(): void {
  const { news, tuning, encyclopedia, articles: held } = readCorpora(corpora)
  const model = trainModel([...news, ...encyclopedia], gazetteer, RECIPE, (line) => console.error(line))
  const tagger = createTagger(writeModel(model))
  table('tuning part', evaluate(tagger, tuning))
  table('encyclopedia', evaluate(tagger, held))
  useTagger(tagger)
  table(
    'tuning part, whole extractor',
    scoreSpans(namesByExtractor(tuning.map(({ tokens }) => tokens)), tuning),
  )
}

function table(name: string, scores: Scores): void {
  console.log(`\n| ${name} | names | precision | recall | F1 |\n|---|---|---|---|---|`)
  for (const [type, score] of Object.entries(scores)) {
    const rates = ratesOf(score).map((rate) => rate.toFixed(1))
    console.log(`| ${type} | ${score.gold} | ${rates.join(' | ')} |`)
  }
}

const tagger = load()
speed(tagger, 'our articles', articles())
if (existsSync(corpora)) {
  speed(tagger, 'newswire', [readCorpora(corpora).tuning.map(({ tokens }) => tokens)])
  if (!process.argv.includes('--speed')) accuracy()
}
