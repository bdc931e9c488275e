/** Names that an article itself introduces, met again between quotation marks: «المدار», (الضفاف). */
import type { Draft } from '../entities/draft.ts'
import { isCloser, isOpener, type Reader, wordAt } from '../entities/reader.ts'
import type { Thing } from '../entities/thing.ts'

const MOST = 5

/** What `drafts` introduce: by the words between the marks, or the whole of a publisher's name. */
function introduced(reader: Reader, drafts: readonly Draft[]): Map<string, Thing> {
  const names = new Map<string, Thing>()
  for (const { rule, start, end, things } of drafts) {
    const [thing] = things
    if (!thing?.actor || (rule !== 'dateline-press' && !hasMarks(reader, start, end))) continue
    const words = wordsBetween(reader, start, end)
    if (words !== '' && !names.has(words)) names.set(words, thing)
  }
  return names
}

const hasMarks = ({ doc }: Reader, start: number, end: number): boolean =>
  isCloser(doc.tokens[end - 1]?.text) && doc.tokens.slice(start, end - 1).some(({ text }) => isOpener(text))

/** The words inside the marks of a range, or all of them when it has none. */
function wordsBetween(reader: Reader, start: number, end: number): string {
  const { tokens } = reader.doc
  let from = start
  for (let i = start; i < end; i++) if (isOpener(tokens[i]!.text) && i < end - 1) from = i + 1
  const words: string[] = []
  for (let i = from; i < end; i++) if (tokens[i]!.kind === 'word') words.push(wordAt(reader, i))
  return words.join(' ')
}

export function findLocalNames(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const names = introduced(reader, drafts)
  if (names.size === 0) return []
  const { tokens } = reader.doc
  const taken = new Uint8Array(tokens.length)
  // A name that the article gives to a party is no paper's.
  for (const { start, end, weak, rule } of drafts)
    if (!weak && rule !== 'press-quoted') taken.fill(1, start, end)
  const found: Draft[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!isOpener(tokens[i]!.text)) continue
    const start = i + 1
    let end = start
    while (end < tokens.length && end - start < MOST && tokens[end]!.kind === 'word') end++
    if (end === start || !isCloser(tokens[end]?.text) || taken[start] === 1) continue
    const thing = names.get(wordsBetween(reader, start, end))
    if (thing)
      found.push({ start, end, cut: 0, proclitics: [], things: [thing], basis: 'name', rule: 'local-name' })
  }
  return found
}
