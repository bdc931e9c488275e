/** A name of the lexicon as it stands. */
import type { Draft, Found } from './draft.ts'
import type { Entry } from './names-lexicon.ts'
import { inContext, isCloser, isOpener, plainPhrasesAt, type Reader, wordAt } from './reader.ts'
import { verbsOfNoun } from '../text/verbs.ts'
import type { Thing } from './thing.ts'
import type { Opening, WordFacts } from './word-facts.ts'

export type ThingEntry = Extract<Entry, { use: 'thing' }>

export const thingEntries = (entries: readonly Entry[]): ThingEntry[] =>
  entries.filter((entry): entry is ThingEntry => entry.use === 'thing')

/** The draft of a phrase that names things; weak where every reading needs a cue that is missing. */
export function readThing(
  reader: Reader,
  i: number,
  { cut, proclitics }: Opening,
  end: number,
  all: readonly ThingEntry[],
): Found | undefined {
  const entries = isAccusative(reader, i, end) ? all.filter(({ thing }) => !thing.isCountry) : all
  const sure = entries.filter((entry) => !entry.needsCue || hasCue(reader, i, end, proclitics, entry.thing))
  const things = (sure.length > 0 ? sure : entries).map(({ thing }) => thing)
  // «دعم مالي» is no state, whatever else the article names.
  if (sure.length === 0 && entries.every(({ thing }) => thing.isCountry)) return undefined
  const canonical = entries.some((entry) => entry.canonical)
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
  const name = announced(reader, i, end, entries)
  // «وكالة الأناضول», «دولة قطر»: the class noun announces the name.
  if (name) return { end, drafts: [{ ...draft, ...name, cut: 0, opens: i }] }
  return { end, drafts: [draft, ...namedInside(reader, i, end)] }
}

/** «التحالف الدولي لهزيمة "داعش"» names another body between its marks, «بعثة الأمم المتحدة في ليبيا» its land. */
function namedInside(reader: Reader, i: number, end: number): Draft[] {
  const { tokens } = reader.doc
  for (let at = i + 1; at < end - 1; at++) {
    if (wordAt(reader, at) === 'في') {
      const land = plainPhrasesAt(reader, at + 1).find((found) => found.end <= end)
      const places = thingEntries(land?.values ?? [])
        .map(({ thing }) => thing)
        .filter(({ place }) => place)
      if (land && places.length > 0)
        return [
          {
            start: at + 1,
            end: land.end,
            cut: 0,
            proclitics: [],
            things: places,
            role: 'place',
            basis: 'name',
            rule: 'gazetteer',
          },
        ]
    }
    if (!isOpener(tokens[at]!.text)) continue
    const hit = plainPhrasesAt(reader, at + 1).find((found) => isCloser(tokens[found.end]?.text))
    const things = thingEntries(hit?.values ?? [])
      .map(({ thing }) => thing)
      .filter(({ actor }) => actor)
    if (hit && things.length > 0)
      return [
        { start: at + 1, end: hit.end, cut: 0, proclitics: [], things, basis: 'name', rule: 'gazetteer' },
      ]
  }
  return []
}

/** «طالباً موريتانياً» is a nationality, though it is spelled as the country. */
function isAccusative({ facts, doc }: Reader, i: number, end: number): boolean {
  const noun = facts[i - 1]
  if (end > i + 1 || !noun || noun.verb !== undefined || !/^(?!ال)..+[^ه]ا$/u.test(noun.word)) return false
  return (
    noun.demonyms.length === 0 &&
    noun.unit === undefined &&
    doc.tokens[i]!.text.endsWith('يا') &&
    nationality(facts[i])
  )
}

const nationality = (facts: WordFacts | undefined): boolean =>
  facts?.demonyms.some(({ form, definite }) => form === 'm' && !definite) ?? false

function hasCue(
  reader: Reader,
  i: number,
  end: number,
  proclitics: readonly string[],
  thing: Thing,
): boolean {
  const { doc } = reader
  if (thing.isCountry) return isStateHere(reader, i, end, proclitics)
  if (!thing.actor) return isTownHere(reader, i, end, proclitics)
  if (thing.actor.type === 'Person') return false
  return isOpener(doc.tokens[i - 1]?.text) && isCloser(doc.tokens[end]?.text)
}

/**
 * «مالي» is a state and an adjective: the state opens a sentence, stands under a preposition or إن, behind a feminine verb
 * («رفضت مالي»), behind a noun of another gender («حكومة مالي»), or is joined to a state («مالي والنيجر»).
 */
function isStateHere(reader: Reader, i: number, end: number, proclitics: readonly string[]): boolean {
  const { facts, ends } = reader
  const before = facts[i - 1]
  const isJoined = proclitics.length > 0 && proclitics.every((letter) => 'وف'.includes(letter))
  if (isJoined) return before?.state === true
  if (proclitics.length > 0 || i === 0 || ends[i - 1] !== ends[i]) return true
  if (!before) return joinsState(reader, end)
  const { word } = before
  if (inContext(reader, 'place', word) || /^[وفب]?(?:ان|لكن|مع|بين|ضد|عن)$/u.test(word)) return true
  if (before.verb !== undefined && /^(?:[وف]?س?ت.{2,}|.{2,}ت)$/u.test(word) && verbsOfNoun(word).length === 0)
    return true
  // «دعماً مالياً», and «سورية» of feminines and plurals
  const adjective = facts[i]!.demonyms.find(({ form }) => form === 'm' || form === 'f')
  const differs = adjective?.form === 'm' && /(?:[^وي]ه|ات)$/u.test(word) && before.common !== 'stop'
  return differs || (joinsState(reader, end) && word.startsWith('ال'))
}

/** «والنيجر» */
const joinsState = (reader: Reader, i: number): boolean =>
  reader.facts[i]?.openings.some(
    ({ node, proclitics }) =>
      proclitics.join('') === 'و' && thingEntries(node.values ?? []).some(({ thing }) => thing.isCountry),
  ) ?? false

/** «في جلولاء»: a small town whose name is no everyday word and nobody's; «في طول البلاد» is told by what follows. */
function isTownHere(reader: Reader, i: number, end: number, proclitics: readonly string[]): boolean {
  if (proclitics.length > 0 || !/^و?في$/u.test(wordAt(reader, i - 1))) return false
  const plain = reader.facts
    .slice(i, end)
    .every((facts) => facts?.common === undefined && facts?.unit === undefined && facts?.verb === undefined)
  return plain && !/^ال.../u.test(wordAt(reader, end))
}

/** The name itself, when a class noun opens the phrase and the thing also goes without it. */
function announced(
  reader: Reader,
  i: number,
  end: number,
  entries: readonly ThingEntry[],
): { start: number; end: number } | undefined {
  const [entry] = entries
  if (!entry || end < i + 2) return undefined
  const isState = entry.thing.isCountry && /(?:دوله|جمهوريه)$/u.test(wordAt(reader, i))
  if (entry.thing.actor?.type !== 'Media' && !isState) return undefined
  const { tokens } = reader.doc
  const quoted = isOpener(tokens[i + 1]?.text) && isCloser(tokens[end - 1]?.text)
  const start = quoted ? i + 2 : i + 1
  const last = quoted ? end - 1 : end
  const alone = plainPhrasesAt(reader, start).find((hit) => hit.end === last)
  return alone && thingEntries(alone.values).some(({ thing }) => thing === entry.thing)
    ? { start, end: last }
    : undefined
}
