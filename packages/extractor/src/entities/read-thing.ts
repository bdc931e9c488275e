/** A name of the lexicon as it stands. */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { inContext, isCloser, isOpener, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import type { Thing } from './thing.ts'
import type { Opening } from './word-facts.ts'

export type ThingEntry = Extract<Entry, { use: 'thing' }>

export const thingEntries = (entries: readonly Entry[]): ThingEntry[] =>
  entries.filter((entry): entry is ThingEntry => entry.use === 'thing')

/** The draft of a phrase that names things; weak where every reading needs a cue that is missing. */
export function readThing(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  end: number,
  entries: readonly ThingEntry[],
): Found {
  const sure = entries.filter((entry) => !entry.needsCue || hasCue(reader, i, end, cut, entry.thing))
  const things = (sure.length > 0 ? sure : entries).map(({ thing }) => thing)
  const canonical = entries.some((entry) => entry.canonical)
  const name = announced(reader, i, end, entries)
  const draft: Draft = {
    start: i,
    end,
    cut,
    proclitics,
    things: [...new Set(things)].sort((a, b) => a.rank - b.rank),
    basis: canonical ? 'name' : 'alias',
    rule: canonical ? 'gazetteer' : 'gazetteer-alias',
  }
  if (sure.length === 0) draft.weak = true
  if (name === i) return { end, drafts: [draft] }
  // «وكالة الأناضول», «دولة قطر»: the class noun announces the name.
  return { end, drafts: [{ ...draft, start: name, cut: 0, opens: i }] }
}

function hasCue(reader: Reader, i: number, end: number, cut: number, thing: Thing): boolean {
  const { doc } = reader
  if (thing.isCountry) return inContext(reader, 'place', wordAt(reader, i - 1)) || cut > 0
  if (thing.actor?.type === 'Person' || !thing.actor) return false
  return isOpener(doc.tokens[i - 1]?.text) && isCloser(doc.tokens[end]?.text)
}

/** Where the name itself begins when a class noun opens the phrase and the thing also goes without it. */
function announced(reader: Reader, i: number, end: number, entries: readonly ThingEntry[]): number {
  const [entry] = entries
  const { actor } = entry?.thing ?? {}
  if (!entry || end < i + 2 || (actor?.type !== 'Media' && !entry.thing.isCountry)) return i
  const alone = plainPhrasesAt(reader, i + 1).find((hit) => hit.end === end)
  return alone && thingEntries(alone.values).some(({ thing }) => thing === entry.thing) ? i + 1 : i
}
