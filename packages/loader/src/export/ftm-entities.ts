/**
 * The graph in the words of FollowTheMoney, the model of Aleph and OpenSanctions. Schemata and properties are those
 * that its versions 3 and 4 share. Countries are public bodies, places addresses, undertakings events, what is said a
 * note; what has no property of its own is a link with its role in words.
 */
import { createHash } from 'node:crypto'
import type { Plain } from '../database.ts'
import type { End } from '../rows.ts'
import { asText } from './as-text.ts'
import type { GraphNode, GraphRelation } from './read-graph.ts'

export interface FtmEntity {
  id: string
  schema: string
  properties: Record<string, readonly string[]>
}

/** What relations say of an undertaking or of something said, by the names that FollowTheMoney has for it. */
type Roles = Record<
  'organizer' | 'involved' | 'addressEntity' | 'entity' | 'proof' | 'begins' | 'due',
  string[]
>

const ACTORS: Readonly<Record<string, string>> = {
  Person: 'Person',
  Country: 'PublicBody',
  Government: 'PublicBody',
  Organization: 'Organization',
  ArmedGroup: 'Organization',
  Media: 'Organization',
}

/** Letters, digits, dots and dashes alone; what else an id may hold is hashed. */
function ftmId(id: string): string {
  const [, plain] = /^(\w+:(?:geonames:)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)$/u.exec(id) ?? []
  return plain === undefined
    ? `${id.slice(0, id.indexOf(':'))}-${createHash('sha1').update(id).digest('hex')}`
    : plain.replaceAll(':', '-')
}

/** Nodes become entities in the order that the graph is read in: articles, actors, places and dates come first. */
export class FtmEntities {
  readonly #roles = new Map<string, Roles>()
  readonly #articles = new Map<string, GraphNode['properties']>()
  readonly #places = new Map<string, string>()
  readonly #dates = new Map<string, GraphNode['properties']>()
  readonly #persons = new Set<string>()
  readonly #bodies = new Set<string>()

  /** To be told of every relation before the first node. */
  note({ type, from, to }: GraphRelation): void {
    const note = (of: End, role: keyof Roles, end: End): void => {
      this.#rolesOf(of.id)[role].push(end.id)
    }
    switch (type) {
      case 'COMMITS_TO':
        return note(to, 'organizer', from)
      case 'OWED_TO':
      case 'CONCERNS':
        return note(from, 'involved', to)
      case 'AT':
      case 'FROM':
      case 'TOWARD':
        return note(from, 'addressEntity', to)
      case 'BEGINS':
        return note(from, 'begins', to)
      case 'DUE':
        return note(from, 'due', to)
      case 'IN':
        return note(from, 'proof', to)
      case 'STATED':
        return note(to, 'entity', from)
      case 'ASSERTS':
        return note(from, 'entity', to)
      default:
    }
  }

  /** The entity of a node; a date is none of its own. */
  of(node: GraphNode): FtmEntity | undefined {
    switch (node.label) {
      case 'Article':
        return this.#article(node)
      case 'Actor':
        return this.#actor(node)
      case 'Place':
        return this.#place(node)
      case 'Date':
        this.#dates.set(node.id, node.properties)
        return undefined
      case 'Statement':
        return this.#statement(node)
      default:
        return this.#commitment(node)
    }
  }

  #article({ id, properties }: GraphNode): FtmEntity {
    this.#articles.set(id, properties)
    const { title, publisher, url, published, text, copyOf } = properties
    return entity(id, 'Article', {
      title: [title],
      publisher: [publisher],
      sourceUrl: [webAddress(url)],
      publishedAt: [dayOf(published)],
      bodyText: [text],
      language: ['ara'],
      notes: [copyOf && `copy of ${ftmId(asText(copyOf))}`],
    })
  }

  #actor({ id, type = '', properties }: GraphNode): FtmEntity {
    const schema = ACTORS[type] ?? 'LegalEntity'
    if (schema === 'Person') this.#persons.add(id)
    else if (schema !== 'LegalEntity') this.#bodies.add(id)
    const { named } = properties
    return entity(id, schema, {
      ...namesOf(properties),
      keywords: [type, named === false && 'unnamed'],
    })
  }

  #place({ id, type, properties }: GraphNode): FtmEntity {
    const names = namesOf(properties)
    this.#places.set(id, asText(properties['name']))
    const { location } = properties
    const point = location as { latitude: number; longitude: number } | null | undefined
    return entity(id, 'Address', {
      ...names,
      full: [properties['name']],
      latitude: [point?.latitude],
      longitude: [point?.longitude],
      keywords: [type],
    })
  }

  #statement({ id, properties: { verb, mode, quote } }: GraphNode): FtmEntity {
    const { entity: entities, proof } = this.#rolesOf(id)
    return entity(id, 'Note', {
      name: [verb],
      description: [quote],
      entity: entities.map(ftmId),
      keywords: [mode],
      ...this.#sourceOf(proof),
    })
  }

  #commitment({ id, properties }: GraphNode): FtmEntity {
    const { kind, polarity, certainty, eventClass, condition, quantity, unit, action, actionEn } = properties
    const { organizer, involved, addressEntity, begins, due, proof } = this.#rolesOf(id)
    const days = (dates: string[], side: 'start' | 'end') =>
      dates.map((date) => dayOf(this.#dates.get(date)?.[side]))
    return entity(id, 'Event', {
      name: [action, actionEn].map(shortened),
      summary: [properties['quote']],
      notes: [
        condition && `على شرط: ${asText(condition)}`,
        quantity && `${asText(quantity)} ${asText(unit)}`,
      ],
      keywords: [kind, polarity, certainty, eventClass],
      startDate: days(begins, 'start'),
      endDate: days(due, 'end'),
      organizer: organizer.map(ftmId),
      involved: involved.map(ftmId),
      location: addressEntity.map((place) => this.#places.get(place)),
      addressEntity: addressEntity.map(ftmId),
      recordId: [id],
      ...this.#sourceOf(proof),
    })
  }

  /** The article as a document, and where it was published. */
  #sourceOf(articles: string[]): Record<string, (Plain | undefined)[]> {
    const read = articles.map((id) => this.#articles.get(id))
    return {
      proof: articles.map(ftmId),
      publisher: read.map((article) => article?.['publisher']),
      sourceUrl: read.map((article) => webAddress(article?.['url'])),
    }
  }

  /** The link of a relation; none for what is a property already, nor for dates. */
  link({ type, from, to, properties }: GraphRelation): FtmEntity | undefined {
    if (type === 'IN' || to.label === 'Date') return undefined
    const id = `link-${createHash('sha1').update(`${from.id} ${type} ${to.id}`).digest('hex')}`
    const [schema, source, target]: readonly [string, string, string] =
      from.label === 'Article'
        ? ['Documentation', 'document', 'entity']
        : type === 'PART_OF' && this.#persons.has(from.id) && this.#bodies.has(to.id)
          ? ['Membership', 'member', 'organization']
          : ['UnknownLink', 'subject', 'object']
    return {
      id,
      schema,
      properties: filled({
        [source]: [ftmId(from.id)],
        [target]: [ftmId(to.id)],
        role: [type.toLowerCase().replaceAll('_', ' ')],
        summary: properties['evidence'] as string[],
        description: [properties['reason']],
      }),
    }
  }

  #rolesOf(id: string): Roles {
    let roles = this.#roles.get(id)
    if (!roles) {
      roles = { organizer: [], involved: [], addressEntity: [], entity: [], proof: [], begins: [], due: [] }
      this.#roles.set(id, roles)
    }
    return roles
  }
}

type Values = Readonly<Record<string, readonly (Plain | undefined | false)[]>>

const entity = (id: string, schema: string, properties: Values): FtmEntity => ({
  id: ftmId(id),
  schema,
  properties: filled(properties),
})

/** Every property a list of different texts; what is not there is no property. */
function filled(properties: Values): Record<string, readonly string[]> {
  const texts = Object.entries(properties).map(([name, values]) => {
    const all = values
      .map((value) => (value === false ? '' : asText(value)))
      .filter((text) => text.trim() !== '')
    return [name, [...new Set(all)]] as const
  })
  return Object.fromEntries(texts.filter(([, values]) => values.length > 0))
}

const namesOf = ({ name, nameEn, aliases, iso, wikidata }: GraphNode['properties']): Values => ({
  name: [name, nameEn],
  alias: (aliases as string[] | null | undefined) ?? [],
  // Of a part of a country the country: «IQ-BG».
  country: [iso && asText(iso).slice(0, 2).toLowerCase()],
  wikidataId: [wikidata],
})

/** Its years have four digits and begin with 1 or 2. */
const dayOf = (day: Plain | undefined): string | undefined =>
  typeof day === 'string' && /^[12]\d{3}-/u.test(day) ? day : undefined

/** Addresses of the web alone, as they are written in full. */
function webAddress(url: Plain | undefined): string | undefined {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined
  return parsed && /^https?:$/u.test(parsed.protocol) && parsed.hostname.includes('.')
    ? parsed.href
    : undefined
}

/** A name has 384 letters at most. */
const shortened = (name: Plain | undefined): string => {
  const text = asText(name)
  return text.length <= 384 ? text : `${text.slice(0, 383)}…`
}
