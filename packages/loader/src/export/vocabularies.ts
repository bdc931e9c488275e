/** How the graph reads in published vocabularies: PROV-O, schema.org, OWL-Time, Web Annotation, and our own. */
import type { NodeLabel, Relation } from '@mithaq/model'

/** Our own terms and ids are URNs: nobody can be asked for them, and none belongs to somebody else. */
export const PREFIXES = {
  m: 'urn:mithaq:vocabulary:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  time: 'http://www.w3.org/2006/time#',
  oa: 'http://www.w3.org/ns/oa#',
} as const

/** `prefix:name`. */
export type Term = `${keyof typeof PREFIXES}:${string}`

export const expand = (term: Term): string => {
  const colon = term.indexOf(':')
  return PREFIXES[term.slice(0, colon) as keyof typeof PREFIXES] + term.slice(colon + 1)
}

/**
 * @example iriOf('actor:Q796') // 'urn:mithaq:actor:Q796'
 * @example iriOf('date:2025-09-21/2025-09-30') // 'urn:mithaq:date:2025-09-21/2025-09-30'
 */
export const iriOf = (id: string): string =>
  `urn:mithaq:${encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll("'", '%27')}`

export const CLASSES: Record<NodeLabel, readonly Term[]> = {
  Article: ['m:Article', 'schema:NewsArticle', 'prov:Entity'],
  Actor: ['m:Actor', 'prov:Agent'],
  Place: ['m:Place', 'schema:Place', 'prov:Location'],
  Date: ['m:Date', 'time:ProperInterval'],
  Statement: ['m:Statement', 'prov:Entity'],
  Commitment: ['m:Commitment', 'prov:Entity'],
}

/** Of the second label: `Country` is one thing for an actor and another for a place. */
export const SUBCLASSES: Partial<Record<NodeLabel, Readonly<Record<string, readonly Term[]>>>> = {
  Actor: {
    Person: ['schema:Person', 'prov:Person'],
    Country: ['m:Country', 'schema:Organization', 'prov:Organization'],
    Government: ['schema:GovernmentOrganization', 'prov:Organization'],
    Organization: ['schema:Organization', 'prov:Organization'],
    ArmedGroup: ['m:ArmedGroup', 'schema:Organization', 'prov:Organization'],
    Media: ['schema:NewsMediaOrganization', 'prov:Organization'],
    Group: ['m:Group'],
  },
  Place: {
    Country: ['schema:Country'],
    Region: ['schema:AdministrativeArea'],
    City: ['schema:City'],
    Facility: ['schema:CivicStructure'],
    Water: ['schema:BodyOfWater'],
  },
}

/** Properties that a published vocabulary has; the others are `m:` and their own name. */
export const PROPERTIES: Partial<Record<NodeLabel, Readonly<Record<string, Term>>>> = {
  Article: {
    title: 'schema:headline',
    url: 'schema:url',
    published: 'schema:datePublished',
    text: 'schema:articleBody',
  },
  Actor: { name: 'schema:name', nameEn: 'schema:name', aliases: 'schema:alternateName' },
  Place: { name: 'schema:name', nameEn: 'schema:name', aliases: 'schema:alternateName' },
  Date: { label: 'rdfs:label' },
}

/** What a relation also is, in its own direction. */
export const ALSO: Partial<Record<Relation, Term>> = {
  MENTIONS: 'schema:mentions',
  WITHIN: 'schema:containedInPlace',
  QUOTES: 'prov:wasQuotedFrom',
  IN: 'prov:wasDerivedFrom',
  AMENDS: 'prov:wasRevisionOf',
}

/** What a relation also is, the other way round. */
export const INVERSE: Partial<Record<Relation, Term>> = { STATED: 'prov:wasAttributedTo' }

/** @example relationTerm('COMMITS_TO') // 'm:commitsTo' */
export const relationTerm = (relation: Relation): Term =>
  `m:${relation.toLowerCase().replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())}`
