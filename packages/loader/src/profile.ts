/**
 * What is known of an actor or a place: the least upper bound of what the articles say of it, whatever their
 * order. Each article's part lies on its MENTIONS relation, so that it can be taken back exactly.
 */
import {
  type Entity,
  type EnumValue,
  foldKey,
  type NodeLabel,
  NODES,
  type Relation,
  type Triple,
} from '@mithaq/model'
import { isSharedRelation } from './bookkeeping.ts'
import type { Plain } from './database.ts'

/** A tie to another shared node, e.g. a ministry that is part of a government. */
export interface Tie {
  predicate: Relation
  object: string
  evidence: string[]
  rule: string
  basis: EnumValue<'basis'>
}

export interface Profile {
  label: 'Actor' | 'Place'
  type: string
  named: boolean
  name: string
  nameEn?: string
  /** Every way the name is written, `name` included. */
  spellings: string[]
  wikidata?: string
  geonames?: string
  iso?: string
  location?: { latitude: number; longitude: number }
  ties: Tie[]
}

/** Enough to search by and to show; the least in order of code units are kept, which is the same in any order. */
const MOST_SPELLINGS = 50
const MOST_EVIDENCE = 5

/**
 * As the graph keeps it for the loader's own use: without what most profiles share, since every mention has one.
 *
 * @example packProfile({ label: 'Place', type: 'City', named: true, name: 'أربيل', spellings: ['أربيل'], ties: [] })
 *   // '{"type":"City","name":"أربيل"}'
 */
export function packProfile(profile: Profile): string {
  const { name, named, spellings, ties } = profile
  return JSON.stringify({
    ...profile,
    // The node has it; what is undefined is left out.
    label: undefined,
    named: named ? undefined : named,
    spellings: spellings.some((spelling) => spelling !== name) ? spellings : undefined,
    ties: ties.length > 0 ? ties : undefined,
  })
}

type Unpacked = 'named' | 'spellings' | 'ties'

export function unpackProfile(label: Profile['label'], packed: string): Profile {
  const known = JSON.parse(packed) as Omit<Profile, Unpacked> & Partial<Pick<Profile, Unpacked>>
  const { type, named = true, name, nameEn, spellings = [name], wikidata, geonames, iso, location } = known
  const { ties = [] } = known
  return tidy({ label, type, named, name, nameEn, spellings, wikidata, geonames, iso, location, ties })
}

/** What one article says of an entity. */
export function profileOf(entity: Entity, triples: readonly Triple[]): Profile {
  const { kind, type, name, named, iso, location, mentions } = entity
  const authority = (pattern: RegExp): string | undefined =>
    least(entity.sameAs.flatMap((uri) => pattern.exec(uri)?.[1] ?? []))
  const quotes = mentions
    .filter(({ basis }) => basis === 'name' || basis === 'alias')
    .map(({ quote }) => quote)
  return tidy({
    label: kind === 'actor' ? 'Actor' : 'Place',
    type,
    named,
    name: name.ar,
    nameEn: name.en,
    spellings: sorted([name.ar, ...quotes.map(oneLine)], MOST_SPELLINGS),
    wikidata: authority(/wikidata\.org\/(?:entity|wiki)\/(Q\d+)/u),
    geonames: authority(/geonames\.org\/(\d+)/u),
    iso,
    location,
    ties: joinTies(triples.filter(({ predicate }) => isSharedRelation(predicate)).map(tieOf)),
  })
}

function tieOf({ predicate, object, evidence, rule, basis }: Triple): Tie {
  return {
    predicate,
    object,
    evidence: sorted(
      evidence.map(({ quote }) => quote),
      MOST_EVIDENCE,
    ),
    rule,
    basis,
  }
}

/** Commutative, associative and idempotent, so that the order of articles does not show. */
export function joinProfiles(profiles: readonly [Profile, ...Profile[]]): Profile {
  const [first] = profiles
  // A name proper is better than a description that stands for one.
  const named = profiles.some((profile) => profile.named)
  const best = profiles.filter((profile) => profile.named === named)
  const pick = (key: 'nameEn' | 'wikidata' | 'geonames' | 'iso'): string | undefined =>
    least(profiles.flatMap((profile) => profile[key] ?? []))
  const where = least(
    profiles.flatMap(({ location }) => (location ? `${location.latitude} ${location.longitude}` : [])),
  )
  return tidy({
    label: first.label,
    type: least(profiles.map(({ type }) => type))!,
    named,
    name: least(best.map(({ name }) => name))!,
    nameEn: pick('nameEn'),
    spellings: sorted(
      profiles.flatMap(({ spellings }) => spellings),
      MOST_SPELLINGS,
    ),
    wikidata: pick('wikidata'),
    geonames: pick('geonames'),
    iso: pick('iso'),
    location: profiles.find(
      ({ location }) => location && `${location.latitude} ${location.longitude}` === where,
    )?.location,
    ties: joinTies(profiles.flatMap(({ ties }) => ties)),
  })
}

function joinTies(ties: readonly Tie[]): Tie[] {
  const joined = new Map<string, Tie>()
  for (const tie of ties) {
    const key = tieKey(tie)
    const known = joined.get(key)
    joined.set(
      key,
      known
        ? {
            ...known,
            evidence: sorted([...known.evidence, ...tie.evidence], MOST_EVIDENCE),
            rule: least([known.rule, tie.rule])!,
            basis: known.basis === 'stated' ? 'stated' : tie.basis,
          }
        : tie,
    )
  }
  return [...joined].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie)
}

export const tieKey = ({ predicate, object }: Tie): string => `${predicate} ${object}`

/** The properties of the node. */
export function profileProperties(id: string, profile: Profile): Record<string, Plain> {
  const { name, nameEn, spellings, wikidata, geonames, iso, named, location } = profile
  const known: Record<string, Plain | undefined> = {
    id,
    name,
    nameEn,
    aliases: spellings.filter((spelling) => spelling !== name),
    wikidata,
    geonames,
    iso,
    named,
    location,
  }
  const declared: Readonly<Record<string, unknown>> = NODES[profile.label satisfies NodeLabel].properties
  return Object.fromEntries(
    Object.entries(known).filter(
      (entry): entry is [string, Plain] => entry[0] in declared && entry[1] !== undefined,
    ),
  )
}

/** The folds that a search for the entity is compared with. */
export const searchKeys = ({ spellings, nameEn }: Profile): string[] =>
  sorted([...spellings, ...(nameEn ? [nameEn] : [])].map(foldKey))

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
const least = (values: readonly string[]): string | undefined => sorted(values)[0]
const sorted = (values: readonly string[], most = Infinity): string[] =>
  [...new Set(values)].sort().slice(0, most)

/** Nothing undefined and one order of keys, so that equal profiles are equal as JSON. */
function tidy(profile: { [K in keyof Profile]: Profile[K] | undefined }): Profile {
  return Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== undefined),
  ) as unknown as Profile
}
