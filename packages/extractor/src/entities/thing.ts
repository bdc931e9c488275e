/** What a name stands for: a thing of the world with the face of an actor, of a place, or of both. */
import { articleId, type Authority, type EnumValue, entityId, foldKey } from '@mithaq/model'

export type ActorType = EnumValue<'actorType'>
export type PlaceType = EnumValue<'placeType'>

export interface Location {
  latitude: number
  longitude: number
}

/** The entity that a name yields in one of its roles. */
export interface Face {
  readonly id: string
  kind: 'actor' | 'place'
  type: ActorType | PlaceType
  name: { ar: string; en?: string }
  authority: Authority
  named: boolean
  location?: Location
}

export interface Thing {
  actor?: Face
  place?: Face
  /** ISO code of the country it is, or belongs to. */
  country?: string
  /** The thing is that country itself. */
  isCountry?: true
  /** What it is part of (an actor) or lies in (a place), beyond its country. */
  within?: Thing
  /** Its offices with their dates, as the lexicon writes them; see `tenure.ts`. */
  offices?: string
  /** Folded class nouns that call it again: `وكاله` for «الوكالة». */
  heads: readonly string[]
  /** Spoken of only as «المسلحون», «النقابة»: worth a node where it plays a role. */
  passing?: true
  /** Of two things of one name the lower is meant more often. */
  rank: number
}

interface FaceFacts {
  en?: string | undefined
  authority?: Authority
  named?: boolean
  location?: Location | undefined
  /** The name as content ids compare it, where that is not the name as it is: «الوزير» is another in every article. */
  key?: (() => string) | undefined
}

/** Bounds the memory that hostile text can take. */
const LIMIT = 20_000
let hashes = new Map<string, string>()

/** What only texts know is hashed once for all the articles that name it. */
function hashed(kind: Face['kind'], type: Face['type'], name: string): string {
  const key = `${kind} ${type} ${name}`
  const known = hashes.get(key)
  if (known !== undefined) return known
  if (hashes.size >= LIMIT) hashes = new Map()
  const id = entityId(kind, type, name)
  hashes.set(key, id)
  return id
}

/** One shape for all, with its id hashed when first asked: most of the lexicon never is. */
class NamedFace implements Face {
  readonly kind: Face['kind']
  readonly type: Face['type']
  readonly name: Face['name']
  readonly authority: Authority
  readonly named: boolean
  readonly location?: Location
  readonly #key: FaceFacts['key']
  #id: string | undefined

  constructor(kind: Face['kind'], type: Face['type'], name: string, facts: FaceFacts) {
    const { en, authority = {}, named = true, location, key } = facts
    this.kind = kind
    this.type = type
    this.name = en ? { ar: name, en } : { ar: name }
    this.authority = authority
    this.named = named
    if (location) this.location = location
    this.#key = key
  }

  get id(): string {
    return (this.#id ??= this.#makeId())
  }

  #makeId(): string {
    const { kind, type, name, authority } = this
    return authority.wikidata || authority.geonames || authority.iso
      ? entityId(kind, type, name.ar, authority)
      : hashed(kind, type, this.#key?.() ?? name.ar)
  }
}

export const actorFace = (type: ActorType, name: string, facts: FaceFacts = {}): Face =>
  new NamedFace('actor', type, name, facts)

export const placeFace = (type: PlaceType, name: string, facts: FaceFacts = {}): Face =>
  new NamedFace('place', type, name, facts)

/** A thing that only the text knows. */
export function thingOf(facts: Omit<Thing, 'heads' | 'rank'> & { heads?: readonly string[] }): Thing {
  return { heads: [], rank: 9, ...facts }
}

/** Whom a definite description means where nothing was named before; `text` is that of its article. */
export const passingThing = (type: ActorType, name: string, text: string): Thing =>
  thingOf({
    actor: actorFace(type, name, { named: false, key: () => `${articleId(text)} ${name}` }),
    heads: [headOf(name)],
    passing: true,
  })

/** The key of a name's first word, by which a class noun calls it again: «الوكالة» for `وكالة رويترز`. */
export const headOf = (name: string): string =>
  foldKey(name)
    .split(' ')[0]!
    .replace(/^ال(?=...)/u, '')
