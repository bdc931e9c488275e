/** Statements that a phrase attributes: «وفق المصدر»، «بحسب وكالة رويترز»، «على لسان الناطق». */
import type { Mention } from '../entities/mention.ts'
import type { EntityDoc } from '../entities/mention-index.ts'
import { isPreposition } from '../text/governs.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isPaper, phraseCueAt } from './cues.ts'
import type { Memory } from './memory.ts'
import { coordinated, isBare } from './sources.ts'
import type { StatementNote } from './statement.ts'

/** «وفق المصدر»: the phrase names the source of the clause before it, or, at the sentence's head, after it. */
export function byPhrase(
  doc: EntityDoc,
  at: number,
  sentence: TokenRange,
  before: readonly StatementNote[],
  memory: Memory,
): StatementNote[] {
  const phrase = phraseCueAt(doc.tokens, at, sentence.end)
  const named = phrase && namedBy(doc, phrase, sentence.end, memory)
  if (!named || named.sources.length === 0) return []
  const enclosing = before.findLast(({ content: { start, end } }) => start <= at && at < end)
  const content =
    at <= sentence.start + 1
      ? { start: named.end, end: sentence.end }
      : { start: enclosing?.content.start ?? sentence.start, end: at }
  if (content.end - content.start < 3) return []
  return [
    {
      sources: named.sources,
      cue: phrase,
      cueStart: doc.tokens[at]!.start,
      content,
      mode: 'narrated',
      act: '',
      lemma: '',
      frame: 'phrase',
      paper: named.paper,
      ...(enclosing && { parent: enclosing }),
    },
  ]
}

/** The people behind a phrase, or those who issued the paper it names («بحسب البيان»). */
function namedBy(
  doc: EntityDoc,
  phrase: TokenRange,
  limit: number,
  memory: Memory,
): { sources: readonly string[]; end: number; paper: boolean } | null {
  if (phrase.end < limit && isPaper(doc.tokens[phrase.end]!.text))
    return { sources: memory.issuers, end: phrase.end + 1, paper: true }
  const people = nameBehind(doc, phrase.end, limit)
  if (!people) return null
  const last = doc.tokens[phrase.end - 1]!.text
  const reached =
    isBare(doc, people[0]!) || people[0]!.proclitics.includes('ل') || last === 'عن' || isCuePreposition(last)
  return reached
    ? { sources: coordinated(doc, people, limit), end: people[0]!.tokens.end, paper: false }
    : null
}

/** «وفق وكالة رويترز»: a class noun or two may lead up to the name. */
function nameBehind(doc: EntityDoc, from: number, limit: number): readonly Mention[] | undefined {
  for (let i = from; i < Math.min(limit, from + 3); i++) {
    const found = doc.entities.startingAt.get(i)
    if (found) return found
    if (doc.tokens[i]!.kind !== 'word' || isPreposition(doc.tokens[i]!.form)) return undefined
  }
  return undefined
}

const isCuePreposition = (word: string): boolean => /^[وف]?(?:وفق|حسب|بحسب)$/u.test(word)
