/** Persons of an article: full names, and the short forms by which they are met again. */
import { foldKey } from '@mithaq/model'
import type { Draft } from '../entities/draft.ts'
import type { Reader } from '../entities/reader.ts'
import type { Thing } from '../entities/thing.ts'
import { familyName } from '../entities/read-government.ts'
import { holderSpelled, isMisspelling } from '../entities/variant-key.ts'
import { nounReadings } from '../text/clitics.ts'

export interface People {
  /** By every folded word of a full name, in order of mention. */
  byWord: Map<string, Thing[]>
  /** By folded family name. */
  byFamily: Map<string, Thing[]>
}

/** So many bearers of one name are looked at. */
const IN_SIGHT = 40

const isPerson = (thing: Thing | undefined): thing is Thing =>
  thing?.actor?.type === 'Person' && thing.actor.named

const wordsIn = (name: string): string[] => foldKey(name).split(' ')

/** Gathers everyone who is named in full somewhere in the article. */
export function gatherPeople(drafts: readonly Draft[]): People {
  const people: People = { byWord: new Map(), byFamily: new Map() }
  const seen = new Set<string>()
  for (const { things, weak } of drafts) {
    const [thing] = things
    if (weak || !isPerson(thing) || seen.has(thing.actor!.id)) continue
    const words = wordsIn(thing.actor!.name.ar)
    if (words.length < 2) continue
    seen.add(thing.actor!.id)
    for (const word of words) append(people.byWord, word, thing)
    append(people.byFamily, foldKey(familyName(thing.actor!.name.ar)), thing)
  }
  return people
}

function append(map: Map<string, Thing[]>, key: string, thing: Thing): void {
  const list = map.get(key)
  if (list) list.push(thing)
  else map.set(key, [thing])
}

/** The fuller name that a short or longer form of it belongs to: «السوداني» → «محمد شياع السوداني». */
export function samePerson(people: People, thing: Thing): Thing {
  if (!isPerson(thing)) return thing
  const words = wordsIn(thing.actor!.name.ar)
  const last = words.at(-1)!
  const fuller = people.byWord.get(last) ?? []
  const known = fuller
    .slice(0, IN_SIGHT)
    .find(
      (other) =>
        other !== thing &&
        other.actor!.id !== thing.actor!.id &&
        isSubsequence(words, wordsIn(other.actor!.name.ar)),
    )
  if (!known || thing.actor!.authority.wikidata) return thing
  return known
}

/** The first of those named in full whose name this one misspells: «مارك تونير» after «مارك تونر». */
export function spelledOtherwise(people: People, thing: Thing): Thing | undefined {
  if (!isPerson(thing) || thing.actor!.authority.wikidata) return undefined
  const [first = ''] = wordsIn(thing.actor!.name.ar)
  for (const other of (people.byWord.get(first) ?? []).slice(0, IN_SIGHT)) {
    if (other.actor!.id === thing.actor!.id) break
    if (isMisspelling(other.actor!.name.ar, thing.actor!.name.ar)) return other
  }
  return holderSpelled(thing.actor!.name.ar)
}

/** Shorter names keep the order of the fuller: «محمد السوداني» of «محمد شياع السوداني». */
function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}

/** Bare family names, where no reader saw anything: «وأضاف بايدن». */
export function findFamilyNames(reader: Reader, drafts: readonly Draft[], { byFamily }: People): Draft[] {
  if (byFamily.size === 0) return []
  const covered = new Uint8Array(reader.facts.length)
  for (const { start, end, weak, things } of drafts)
    if (!weak || things.some((thing) => thing.actor?.type === 'Person')) covered.fill(1, start, end)
  const endings = new Set([...byFamily.keys()].map(ending))
  const found: Draft[] = []
  for (let i = 0; i < reader.facts.length; i++) {
    const facts = reader.facts[i]
    if (facts === undefined || covered[i] || facts.common === 'stop') continue
    if (!endings.has(ending(facts.word))) continue
    for (const { stem, cut, proclitics } of nounReadings(facts.word)) {
      const [thing] = byFamily.get(stem) ?? []
      if (!thing || stem.length < 3 || !isMeant(reader, i, stem)) continue
      if (inFurniture(reader, i)) break
      found.push({
        start: i,
        end: i + 1,
        cut,
        proclitics,
        things: [thing],
        basis: 'alias',
        rule: 'family-name',
      })
      break
    }
  }
  return found
}

/** What a name and the same under proclitics have in common. */
const ending = (word: string): string => word.slice(-2)

/** Everyday words and nationalities are names again only beside a verb of saying. */
function isMeant({ facts, doc }: Reader, i: number, stem: string): boolean {
  const { common, demonyms } = facts[i]!
  if (common === undefined && demonyms.length === 0 && stem.length > 2) return true
  return (
    facts[i - 1]?.verb !== undefined ||
    facts[i + 1]?.verb === 'report' ||
    (doc.tokens[i + 1]?.text === ':' && facts[i - 1] === undefined)
  )
}

function inFurniture({ doc }: Reader, i: number): boolean {
  const { start } = doc.tokens[i]!
  return doc.sections.some(
    (section) => section.kind === 'boilerplate' && section.start <= start && start < section.end,
  )
}
