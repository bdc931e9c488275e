/** The names that the whole extractor reads, rules and registries and tagger together, as spans over a corpus's tokens. */
import { type Entity, foldKey } from '../../packages/model/src/index.ts'
import { extract } from '../../packages/extractor/src/extract.ts'
import { readLexicon } from '../../packages/extractor/src/read-lexicon.ts'
import type { NameType } from '../../packages/extractor/src/tagger/labels.ts'

/** A name among the tokens of a sentence, end exclusive. */
export interface Name {
  type: NameType
  start: number
  end: number
}

/** The corpus does not say where its documents end: so many sentences in a row are read as one, a line each. */
const WINDOW = 12

/**
 * Names by sentence; of those that overlap the longer, as the corpora have no name within a name. Newswire's annotators
 * went by rules of their own: a government, a ministry, an army is no name; the class noun before a place is no part of it
 * («محافظة الأنبار»); a state is a place whatever it does.
 */
export function namesByExtractor(sentences: readonly (readonly string[])[]): Name[][] {
  const found: Name[][] = []
  for (let from = 0; from < sentences.length; from += WINDOW)
    found.push(...namesOf(sentences.slice(from, from + WINDOW)))
  return found
}

function namesOf(sentences: readonly (readonly string[])[]): Name[][] {
  let text = ''
  const places: { sentence: number; token: number; start: number; end: number }[] = []
  for (const [sentence, tokens] of sentences.entries()) {
    for (const [token, word] of tokens.entries()) {
      if (token > 0 && !CLOSES.test(word) && !OPENS.test(tokens[token - 1]!)) text += ' '
      places.push({ sentence, token, start: text.length, end: text.length + word.length })
      text += word
    }
    text += '\n'
  }
  const mentions = extract({ text })
    .entities.flatMap((entity) =>
      entity.mentions.flatMap(({ start, end, basis }) => {
        const type = entity.named && NAMING.has(basis) ? typeOf(entity, basis) : undefined
        return type ? [{ start, end, type }] : []
      }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const names: Name[][] = sentences.map(() => [])
  let covered = 0
  let place = 0
  for (const { start, end, type } of mentions) {
    if (start < covered) continue
    covered = end
    while (places[place]!.end <= start) place++
    let last = place
    while (places[last]!.end < end) last++
    const { sentence, token } = places[place]!
    const headed = type === 'LOC' && last > place && HEADS.has(foldKey(sentences[sentence]![token]!))
    names[sentence]!.push({ type, start: headed ? token + 1 : token, end: places[last]!.token + 1 })
  }
  return names
}

/** Marks that a writer puts right behind a word, or right before one. */
const CLOSES = /^[.,،؛:؟!)\]»]+$/u
const OPENS = /^[([«]+$/u

/** A pronoun or «الحكومة» points at somebody and names nobody. */
const NAMING = new Set(['name', 'alias', 'metonym'])

const HEADS = new Set(readLexicon<'head'>('names/place-heads.tsv').map(({ head }) => foldKey(head)))

function typeOf({ kind, type }: Entity, basis: string): NameType | undefined {
  if (type === 'Person') return 'PER'
  if (kind === 'place' || type === 'Country' || basis === 'metonym') return 'LOC'
  return type === 'Government' ? undefined : 'ORG'
}
