/** Features of whole corpora, numbered densely; those read too seldom are left out. */
import { markPhrases, nearFeatures, pairFeatures, phraseFeatures } from '../../src/tagger/context.ts'
import { documentFeatures, type Page, pageOf, topicFeatures } from '../../src/tagger/document.ts'
import type { Knowledge } from '../../src/tagger/knowledge.ts'
import { edgeWord, placed, readWord, type Word } from '../../src/tagger/word.ts'
import type { Sentence } from './corpus.ts'
import type { Data } from './crf.ts'
import type { Without } from './without.ts'

/** Which of the topic's features a word gives to the one behind it, to itself, to the one before it. */
const TOPIC_ROW = [1, 0, 2]
const buffer = new Int32Array(1024)

/** Every feature of every token, as hashes; the sentences are read as one document. */
export function featuresOf(
  knowledge: Knowledge,
  sentences: readonly Sentence[],
  without: Without,
): Data & { page: Page } {
  const cache = new Map<string, Word>()
  const wordOf = (token: string): Word => {
    let word = cache.get(token)
    if (!word) cache.set(token, (word = readWord(knowledge, token)))
    return word
  }
  const page = pageOf(
    sentences.map(({ tokens }) => tokens),
    wordOf,
    edgeWord(),
  )
  const context = !without.has('context')
  const reach = context ? 2 : 0
  const topical = without.has('topics') ? -1 : context ? 1 : 0
  const pairs = context && !without.has('pairs')
  const near = !without.has('near')
  const wide = !without.has('document')
  const total = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)
  const starts = new Uint32Array(total + 1)
  const labels = new Uint8Array(total)
  const marks = new Int32Array(page.words.length)
  let features = new Int32Array(total * 90)
  const ranges: Data['sentences'] = []
  let token = 0
  let size = 0
  for (const [s, { from, to }] of page.sentences.entries()) {
    const sentence = sentences[s]!
    markPhrases(knowledge, page.words, from, to, marks)
    ranges.push({ from: token, to: token + to - from, domain: sentence.domain })
    for (let at = from; at < to; at++) {
      starts[token] = size
      labels[token++] = sentence.labels[at - from]!
      let n = 0
      for (let place = -reach; place <= reach; place++) {
        for (const feature of page.words[at + place]!.features[2 - place]!)
          buffer[n++] = placed(2 - place, feature)
      }
      if (pairs) n = pairFeatures(page.words, at, buffer, n)
      if (near) n = nearFeatures(page.words, at, buffer, n)
      n = phraseFeatures(marks, at, buffer, n)
      const topic = page.topics[s]!
      for (let place = -topical; place <= topical; place++)
        for (const feature of topicFeatures(topic, page.words[at + place]!)[TOPIC_ROW[place + 1]!]!)
          buffer[n++] = feature
      if (wide) n = documentFeatures(page, at, buffer, n)
      if (size + n > features.length) {
        const larger = new Int32Array(Math.ceil(features.length * 1.3))
        larger.set(features)
        features = larger
      }
      features.set(buffer.subarray(0, n), size)
      size += n
    }
  }
  starts[token] = size
  return { starts, features: features.slice(0, size), labels, sentences: ranges, page }
}

/** Dense numbers for the features that were read at least `least` times; the others are dropped. */
export function numberFeatures<D extends Data>(data: D, least: number): { hashes: Int32Array; data: D } {
  const numbers = new Numbering(data.features.length)
  for (const feature of data.features) numbers.count(feature, least)
  const starts = new Uint32Array(data.starts.length)
  const features = new Int32Array(data.features.length)
  let size = 0
  for (let t = 0; t + 1 < starts.length; t++) {
    starts[t] = size
    for (let f = data.starts[t]!; f < data.starts[t + 1]!; f++) {
      const number = numbers.of(data.features[f]!)
      if (number >= 0) features[size++] = number
    }
  }
  starts[starts.length - 1] = size
  return {
    hashes: Int32Array.from(numbers.hashes),
    data: { ...data, starts, features: features.slice(0, size) },
  }
}

/** A map of integers in typed arrays: corpora have more features than a Map holds in good time. */
class Numbering {
  private readonly mask: number
  private readonly keys: Int32Array
  private readonly counts: Uint8Array
  private readonly numbers: Int32Array
  readonly hashes: number[] = []

  constructor(features: number) {
    let size = 1 << 12
    while (size < 1 << 24 && size < features) size *= 2
    this.mask = size - 1
    this.keys = new Int32Array(size)
    this.counts = new Uint8Array(size)
    this.numbers = new Int32Array(size).fill(-1)
  }
  private slot(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & this.mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask
    return slot
  }
  count(feature: number, least: number): void {
    const slot = this.slot(feature)
    this.keys[slot] = feature
    if (this.counts[slot]! < 255) this.counts[slot]!++
    if (this.counts[slot] === least && this.numbers[slot] === -1)
      this.numbers[slot] = this.hashes.push(feature) - 1
  }
  of(feature: number): number {
    return this.numbers[this.slot(feature)]!
  }
}
