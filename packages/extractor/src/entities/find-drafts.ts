/** One pass over the words: every name, description and pointer back, before it is known whose. */
import type { Draft } from './draft.ts'
import { readAt } from './read-at.ts'
import type { Reader } from './reader.ts'

/** Drafts in text order, outer before inner; what lies in the furniture of the page is left out. */
export function findDrafts(reader: Reader): Draft[] {
  const { doc, facts } = reader
  const drafts: Draft[] = []
  const furniture = doc.sections.filter(({ kind }) => kind === 'boilerplate')
  let section = 0
  for (let i = 0; i < facts.length;) {
    const { start } = doc.tokens[i]!
    while (section < furniture.length && furniture[section]!.end <= start) section++
    const inFurniture = section < furniture.length && furniture[section]!.start <= start
    const found = inFurniture ? undefined : readAt(reader, i)
    if (found) drafts.push(...found.drafts)
    i = Math.max(found?.end ?? 0, i + 1)
  }
  return drafts.sort((a, b) => a.start - b.start || b.end - a.end)
}
