/**
 * The phrases of the lexicon by their first word. Of the large registries only the first words are indexed;
 * what they open is taken apart when a text first holds one, so that a start costs little.
 */
import { type Naming, namingsAt, type Registry } from './registries.ts'
import { spell } from './spelling.ts'
import { addPhrase, newTrie, type TrieNode } from './trie.ts'

interface Source {
  registry: Registry
  /** Whether a name needs a cue beyond what its row says. */
  needsCue: (naming: Naming, index: number) => boolean
}

/** How many rows a registry may have, to keep a source and a row in one number. */
const ROWS = 1 << 20

export class PhraseIndex<T> {
  readonly #sources: readonly Source[]
  readonly #entryOf: (naming: Naming) => T
  readonly #wordsOf: (phrase: string) => string[]
  readonly #root: TrieNode<T> = newTrie()
  /** Rows not yet taken apart, by first word. */
  readonly #pending = new Map<string, number[]>()

  constructor(
    sources: readonly Source[],
    wordsOf: (phrase: string) => string[],
    entryOf: (naming: Naming) => T,
  ) {
    this.#sources = sources
    this.#wordsOf = wordsOf
    this.#entryOf = entryOf
    for (const [s, { registry }] of sources.entries()) {
      const column = registry.table.columns.indexOf('names')
      for (const [i, line] of registry.table.lines.entries())
        for (const name of cellOf(line, column).split('|'))
          for (const word of firstWords(name)) this.#await(word, s * ROWS + i)
    }
  }

  /** Adds a phrase, given as words, beyond the registries. */
  add(words: readonly string[], entry: T): void {
    addPhrase(this.#root, words, entry)
  }

  /** What opens with a word, as the text's are compared. */
  opening(word: string): TrieNode<T> | undefined {
    const rows = this.#pending.get(word)
    if (rows !== undefined) {
      this.#pending.delete(word)
      for (const key of rows) this.#unfold(word, this.#sources[Math.floor(key / ROWS)]!, key % ROWS)
    }
    return this.#root.next?.get(word)
  }

  /** What goes by exactly these words. */
  named(words: readonly string[]): readonly T[] {
    let node = this.opening(words[0] ?? '')
    for (const word of words.slice(1)) node = node?.next?.get(word)
    return node?.values ?? []
  }

  #await(word: string, key: number): void {
    const rows = this.#pending.get(word)
    if (rows === undefined) this.#pending.set(word, [key])
    else if (rows.at(-1) !== key) rows.push(key)
  }

  #unfold(word: string, { registry, needsCue }: Source, index: number): void {
    for (const naming of namingsAt(registry, index)) {
      const entry = this.#entryOf({ ...naming, needsCue: needsCue(naming, index) })
      for (const words of caseVariants(this.#wordsOf(naming.phrase)))
        if (words[0] === word) addPhrase(this.#root, words, entry)
    }
  }
}

function cellOf(line: string, column: number): string {
  let start = 0
  for (let i = 0; i < column; i++) start = line.indexOf('\t', start) + 1
  const end = line.indexOf('\t', start)
  return end < 0 ? line.slice(start) : line.slice(start, end)
}

const WORD = /[\p{L}\p{M}]+|\d+/u

/** The first word of a name, in every case it may stand in. */
function firstWords(name: string): string[] {
  const end = name.indexOf(' ')
  const whole = end < 0 ? name : name.slice(0, end)
  const word = spell(WORD.exec(whole)?.[0] ?? WORD.exec(name)?.[0] ?? '')
  if (word === 'ابو') return [word, 'ابي', 'ابا']
  return PLURAL.test(word) ? [word, word.replace(PLURAL, '$1ين')] : [word]
}

const PLURAL = /^(ال.*.{3})ون$/u

/** «أبو مازن» is also «أبي مازن»; «الإخوان المسلمون» also «المسلمين». */
function* caseVariants(words: readonly string[]): Generator<readonly string[]> {
  yield words
  const father = words.indexOf('ابو')
  if (father >= 0 && words.length > 1) {
    yield words.with(father, 'ابي')
    yield words.with(father, 'ابا')
  }
  if (words.some((word) => PLURAL.test(word))) yield words.map((word) => word.replace(PLURAL, '$1ين'))
}
