/** Names that no rule and no registry knows, found by the tagger: «باقان أموم», «شتيفن زايبرت», «داكوتا». */
import type { Section } from '@mithaq/model'
import { lazily } from '../read-lexicon.ts'
import { nounReadings } from '../text/clitics.ts'
import { loadTagger } from '../tagger/load-tagger.ts'
import type { NameSpan } from '../tagger/tagger.ts'
import { tokenAt, type TokenRange } from '../text/tokens.ts'
import type { Draft } from './draft.ts'
import { lookup } from './read-ministry.ts'
import { personThing } from './read-person.ts'
import { isBoundary, nameText, type Reader, wordAt } from './reader.ts'
import { actorFace, placeFace, type Thing, thingOf } from './thing.ts'

const TANWIN = /[\u064b-\u064d]/u

/** How sure the tagger must be, by type: set by hand, see bench/names.md. */
const SURE = { PER: 0.8, LOC: 0.93, ORG: 0.9 }

/**
 * Drafts for the names that the tagger is sure of where `drafts` read nothing.
 *
 * @param furniture of the page, where nothing is read
 */
export function readTagged(reader: Reader, drafts: readonly Draft[], furniture: readonly Section[]): Draft[] {
  const { doc } = reader
  const taken = new Uint8Array(doc.tokens.length)
  for (const { start, end, weak } of drafts) if (!weak) taken.fill(1, start, end)
  // «نيسان» makes cars too.
  for (const { start, end } of doc.dates) taken.fill(1, tokenAt(doc.tokens, start), tokenAt(doc.tokens, end))
  let section = 0
  const sentences = doc.sentences.filter(({ start }) => {
    const offset = doc.tokens[start]!.start
    while (section < furniture.length && furniture[section]!.end <= offset) section++
    return section === furniture.length || offset < furniture[section]!.start
  })
  const tagged = loadTagger().tagDocument(
    sentences.map(({ start, end }) => doc.tokens.slice(start, end).map(({ text }) => text)),
  )
  const words = lazily(() => new Set(reader.facts.map((facts) => facts?.word)))
  const families = lazily(() => familyNames(reader, drafts, tagged, sentences))
  return tagged.flatMap((spans, s) =>
    spans.flatMap((span) => draftOf(reader, span, sentences[s]!.start, taken, words, families) ?? []),
  )
}

const isFull = ({ start, end }: TokenRange): boolean => end - start > 1

/** The last words of the names of persons: «بكينغ» of «ماريو بكينغ» begins with no preposition. */
function familyNames(
  reader: Reader,
  drafts: readonly Draft[],
  tagged: readonly (readonly NameSpan[])[],
  sentences: readonly TokenRange[],
): Set<string> {
  const read = drafts.filter((draft) => draft.things[0]?.actor?.type === 'Person' && isFull(draft))
  const spans = tagged.flatMap((found, s) =>
    found
      .filter((span) => span.type === 'PER' && isFull(span))
      .map(({ end }) => ({ end: end + sentences[s]!.start })),
  )
  return new Set([...read, ...spans].map(({ end }) => wordAt(reader, end - 1)))
}

function draftOf(
  reader: Reader,
  { type, start, end, score, cut: found }: NameSpan,
  offset: number,
  taken: Uint8Array,
  words: () => ReadonlySet<string | undefined>,
  families: () => ReadonlySet<string>,
): Draft | undefined {
  const [from, to] = [offset + start, offset + end]
  if (score < SURE[type] || taken.subarray(from, to).includes(1)) return undefined
  const { doc, facts } = reader
  // «ميدانياً»: a name takes no tanwin.
  if (TANWIN.test(doc.text.slice(doc.tokens[to - 1]!.start, doc.tokens[to - 1]!.end))) return undefined
  // A lone everyday word is none: «مئتا».
  if (to === from + 1 && (facts[from]?.common !== undefined || facts[from]?.verb !== undefined))
    return undefined
  // One that runs on into what a rule has read was cut short.
  if (!facts[from] || (type === 'PER' && !isBoundary(reader, to, from) && taken[to] === 1)) return undefined
  const isWhole = to === from + 1 && families().has(facts[from].word)
  const cut = isWhole ? 0 : found > 0 ? found : gluedTo(reader, from, words)
  const proclitics = nounReadings(facts[from].word).find((reading) => reading.cut === cut)?.proclitics ?? []
  const name = nameText(reader, from, to, cut)
  return {
    start: from,
    end: to,
    cut,
    proclitics,
    things: [known(reader, type, name) ?? thingNamed(type, name)],
    basis: 'name',
    rule: 'tagged-name',
    ...(type === 'LOC' && { role: 'place' }),
  }
}

/** «لمحمد السعدني»، «شافيز ولوكاشنكو»: letters before a known name, or before a word that the text has without them. */
function gluedTo({ facts }: Reader, i: number, words: () => ReadonlySet<string | undefined>): number {
  const { word, unit, cliticUnit } = facts[i]!
  if (unit !== undefined) return 0
  if (cliticUnit) return cliticUnit.cut
  const bare = /^[وفبل](.{4,})$/u.exec(word)?.[1]
  return bare !== undefined && words().has(bare) ? 1 : 0
}

/** «الأمين العام لحزب الله»: a body inside a title, by the registry. Persons share names: the article tells them. */
function known(reader: Reader, type: NameSpan['type'], name: string): Thing | undefined {
  if (type === 'PER') return undefined
  const thing = lookup(reader, name)
  if (type === 'LOC') return thing?.place && thing
  return thing?.actor && !thing.isCountry && thing.actor.type !== 'Person' ? thing : undefined
}

function thingNamed(type: NameSpan['type'], name: string): Thing {
  if (type === 'PER') return personThing(name)
  return thingOf(
    type === 'ORG' ? { actor: actorFace('Organization', name) } : { place: placeFace('City', name) },
  )
}
