/** Sentences with their names, as the corpora give them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LABELS } from '../../src/tagger/labels.ts'

export interface Sentence {
  tokens: readonly string[]
  /** Indices into LABELS. */
  labels: Uint8Array
  /** By whose rules it was annotated: 0 newswire, 1 encyclopedia. */
  domain: number
}

/** The corpora in their parts: what is trained on while tuning, and what is tuned on. */
export interface Corpora {
  news: Sentence[]
  tuning: Sentence[]
  encyclopedia: Sentence[]
  /** Articles of an encyclopedia, kept for a look at other text. */
  articles: Sentence[]
}

/** Share of the newswire, its end, that is tuned on. */
const TUNING = 0.15

const FOLDS = 6

/**
 * @param fold which sixth of the newswire is tuned on, 1 to 6 from its beginning; without it the last 15 %
 * @throws RangeError when there is no such sixth
 */
export function readCorpora(folder: string, fold?: number): Corpora {
  const all = readCorpus(folder, 'anercorp_camel_train.jsonl', 0)
  if (fold !== undefined && !(Number.isInteger(fold) && fold >= 1 && fold <= FOLDS))
    throw new RangeError(`fold ${fold}: give one of 1 to ${FOLDS}`)
  const edgeOf = (sixths: number): number => Math.round((all.length * sixths) / FOLDS)
  const from = fold === undefined ? Math.floor(all.length * (1 - TUNING)) : edgeOf(fold - 1)
  const to = fold === undefined ? all.length : edgeOf(fold)
  return {
    news: [...all.slice(0, from), ...all.slice(to)],
    tuning: all.slice(from, to),
    encyclopedia: readCorpus(folder, 'wikifane_train.jsonl', 1),
    articles: readCorpus(folder, 'aqmar_dev.jsonl', 1),
  }
}

interface Line {
  tokens: string[]
  tags: string[]
}

function readCorpus(folder: string, name: string, domain: number): Sentence[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { tokens, tags } = JSON.parse(line) as Line
      return { tokens, labels: Uint8Array.from(tags, (tag) => Math.max(0, LABELS.indexOf(tag))), domain }
    })
}
