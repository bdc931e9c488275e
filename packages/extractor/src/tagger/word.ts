/** A word as the tagger sees it: its readings, what is known of them, and the features it lends itself and its neighbours. */
import { fold } from '@mithaq/model'
import { nounReadings } from '../text/clitics.ts'
import { hashOf, mix } from './hash.ts'
import { slotOf } from './hash-table.ts'
import { type Knowledge, likenessOf, LISTS, phraseUses, TOPICS } from './knowledge.ts'

export const QUOTE = { opens: 1, closes: 2 } as const

export interface Word {
  /** Hashes: the folded word, its stem without proclitics, and that without the article. */
  readonly form: number
  readonly stem: number
  readonly bare: number
  /** Hash of what is known of it: lists, frequency. */
  readonly class: number
  readonly lists: number
  /** Stands for nothing: before a sentence and behind it. */
  readonly edge: boolean
  /** Nothing but marks. */
  readonly mark: boolean
  /** Whether it opens or closes a quotation or a bracket: bits of QUOTE. */
  readonly quote: number
  /** Announces a name: a title, a job, a class noun. */
  readonly head: boolean
  /** Hash of how its letters look, coarsely. */
  readonly look: number
  readonly topic: number
  readonly prefix: number
  /** Too common, or no word, to be followed through a document. */
  readonly plain: boolean
  readonly ending: number
  readonly likeness: number
  /** Letters taken off. */
  readonly cut: number
  /** Hashes by which phrases of the lists may open here. */
  readonly openings: readonly number[]
  /** Features by the place relative to this word of the one that is labelled, two before to two behind, as `placed` makes them. */
  features: readonly (readonly number[])[]
  /** By topic of the passage: where `weights.ts` keeps what these weigh, -1 where it is not summed yet. */
  readonly rows: number[]
}

/** Places relative to a word of those that it lends features to. */
export const PLACES = 5

/** A word's feature as the labelled word has it. */
export const placed = (place: number, feature: number): number => mix(100 + place, feature)

const EDGES = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu
const LONGEST = 40

/** Folded, without the marks at its edges; what is nothing but marks stays. */
export function coreOf(token: string): string {
  const folded = fold(token.slice(0, LONGEST))
  const core = folded.replace(EDGES, '')
  return core === '' ? folded : core
}

/** Lists whose words are names. */
const NAMES = LISTS.reduce(
  (bits, list, i) =>
    ['country', 'capital', 'place', 'org', 'holder'].includes(list) ? bits | (1 << i) : bits,
  0,
)

/** Lists whose words announce a name. */
const HEADS = LISTS.reduce(
  (bits, list, i) => (['title', 'job', 'orgHead', 'placeHead'].includes(list) ? bits | (1 << i) : bits),
  0,
)

interface Reading {
  text: string
  cut: number
  hash: number
  lists: number
  frequency: number
  topic: number
}

/** Reads a token; the result is the same for the same letters. */
export function readWord(knowledge: Knowledge, token: string): Word {
  const core = coreOf(token)
  const readings = nounReadings(core).map(({ stem, cut }) => look(knowledge, stem, cut))
  const best = bestOf(readings)
  const whole = readings[0]!
  const bareText = best.text.startsWith('ال') && best.text.length > 4 ? best.text.slice(2) : best.text
  const bare = look(knowledge, bareText, best.cut)
  const likeness = likenessOf(knowledge, best.text)
  const lists = best.lists === 0 ? whole.lists : best.lists
  const className = mix(lists, best.frequency)
  const ending = hashOf(best.text, Math.max(0, best.text.length - 2))
  const name = likeness.map((x) => Math.max(-6, Math.min(6, Math.round(x))))
  const shape = shapeOf(token, core)
  const letters = likeness.reduce((hash, x) => mix(hash, Math.max(-2, Math.min(2, Math.round(x / 2)))), 0)
  const openings = readings.map(({ hash }) => hash).filter((hash) => phraseUses(knowledge, hash) > 0)

  const own: number[] = []
  const add = (template: number, value: number): void => void own.push(mix(template, value))
  add(1, whole.hash)
  add(2, best.hash)
  add(3, bare.hash)
  add(4, shape)
  add(5, className)
  add(6, lists)
  for (let bit = 0; bit < LISTS.length; bit++) if ((lists >>> bit) & 1) add(7, bit)
  for (let bit = 0; bit < LISTS.length; bit++) if ((bare.lists >>> bit) & 1) add(8, bit)
  add(9, best.frequency)
  for (let size = 1; size <= 4 && size < core.length; size++) add(12, hashOf(core, 0, size))
  for (let size = 1; size <= 5 && size < core.length; size++) add(13, hashOf(core, core.length - size))
  if (best.cut > 0)
    for (let size = 2; size <= 4 && size < best.text.length; size++) add(14, hashOf(best.text, 0, size))
  for (const [k, x] of name.entries()) add(20 + k, x)
  add(23, mix(name[0]!, mix(name[1]!, name[2]!)))
  add(24, mix(name[0]! - name[2]!, best.frequency))
  add(25, hashOf(core, 0, best.cut))
  add(26, Math.min(core.length, 10))
  for (const reading of readings) if (reading !== whole) add(27, reading.hash)
  for (let from = 0; from + 3 <= bareText.length; from++) add(28, hashOf(bareText, from, from + 3))

  const near: number[] = []
  const beside = (template: number, value: number): void => void near.push(mix(template, value))
  beside(1, whole.hash)
  beside(2, best.hash)
  beside(3, bare.hash)
  beside(4, shape)
  beside(5, className)
  beside(6, lists)
  for (let bit = 0; bit < LISTS.length; bit++) if ((lists >>> bit) & 1) beside(7, bit)
  beside(10, ending)
  beside(11, hashOf(core, 0, 2))
  beside(12, hashOf(core, Math.max(0, core.length - 3)))
  beside(13, mix(name[0]!, name[2]!))
  beside(14, hashOf(core, 0, best.cut))

  const far: number[] = []
  far.push(mix(1, best.hash), mix(2, className), mix(4, lists))
  for (let bit = 0; bit < LISTS.length; bit++) if ((lists >>> bit) & 1) far.push(mix(5, bit))

  return {
    form: whole.hash,
    stem: best.hash,
    bare: bare.hash,
    class: className,
    lists,
    edge: false,
    mark: shape >= 32,
    quote: quoteOf(token),
    head: ((lists | bare.lists) & HEADS) !== 0,
    look: letters,
    topic: whole.topic === 0 ? best.topic : whole.topic,
    prefix: hashOf(core, 0, best.cut),
    plain:
      core.length < 2 ||
      (shape < 6 && shape > 0) ||
      shape >= 32 ||
      (best.frequency >= 8 && (lists & NAMES) === 0),
    ending: mix(ending, shape),
    likeness: mix(name[0]! > 0 ? 1 : 0, mix(name[1]! > 0 ? 1 : 0, best.frequency)),
    cut: best.cut,
    openings,
    features: [far, near, own, near, far],
    rows: noRows(),
  }
}

/** A row by topic, one for no topic, and one for what holds whatever the topic. */
const noRows = (): number[] => Array.from({ length: TOPICS.length + 2 }, () => -1)

/** Marks that do either are told apart by nothing but where they stand. */
function quoteOf(token: string): number {
  if (token.length !== 1) return 0
  if ('"”“'.includes(token)) return QUOTE.opens | QUOTE.closes
  if ('«('.includes(token)) return QUOTE.opens
  return '»)'.includes(token) ? QUOTE.closes : 0
}

/** The word that stands for nothing: before a sentence and behind it. */
export function edgeWord(): Word {
  return {
    form: 7,
    stem: 7,
    bare: 7,
    class: 7,
    lists: 0,
    edge: true,
    mark: true,
    quote: 0,
    head: false,
    look: 0,
    topic: 0,
    prefix: 0,
    plain: true,
    ending: 7,
    likeness: 7,
    cut: 0,
    openings: [],
    features: Array.from({ length: PLACES }, () => [0x5eed]),
    rows: noRows(),
  }
}

function look({ words }: Knowledge, text: string, cut: number): Reading {
  const hash = hashOf(text)
  const slot = slotOf(words, hash)
  if (slot < 0) return { text, cut, hash, lists: 0, frequency: 0, topic: 0 }
  return {
    text,
    cut,
    hash,
    lists: words.lists[slot]!,
    frequency: words.frequency[slot]!,
    topic: words.topic[slot]!,
  }
}

/** The reading whose stem is best known; each letter taken off costs. */
function bestOf(readings: readonly Reading[]): Reading {
  let best = readings[0]!
  let most = -1
  for (const reading of readings) {
    const score = reading.frequency + (reading.lists === 0 ? 0 : 2) - 1.5 * reading.cut
    if (score > most) [best, most] = [reading, score]
  }
  return best
}

const SHAPES: readonly [RegExp, number][] = [
  [/^\p{N}+$/u, 1],
  [/^[\p{N}.,:/٫%-]+$/u, 2],
  [/^[\p{P}\p{S}]+$/u, 3],
  [/^[a-z]+$/u, 4],
  [/\p{N}/u, 5],
  [/^ال/u, 6],
]

function shapeOf(token: string, core: string): number {
  let shape = SHAPES.find(([pattern]) => pattern.test(core))?.[1] ?? 0
  if (shape === 3) return 32 + (hashOf(core) | 64)
  if (core.length < token.length) {
    const first = token[0]!
    const last = token.at(-1)!
    if ('("«“[\''.includes(first)) shape += 8
    if (')"»”]\''.includes(last)) shape += 16
  }
  return shape
}
