/**
 * What the graph holds for the loader's own use. Its properties start with an underscore and are kept out of
 * the answers to queries; its one node has a label of its own.
 */
import {
  type NodeLabel,
  NODE_LABELS,
  type PropertyType,
  type Relation,
  RELATION_TYPES,
  RELATIONS,
} from '@mithaq/model'

/**
 * Raised when what the loader writes changes. A Neo4j graph of an older version is brought up by
 * `neo4j/migrations.ts`; the embedded database is made again from its truth.
 */
export const GRAPH_SCHEMA = 4

/** The node that knows the schema version. Every writer locks it first, so that there is one writer at a time. */
export const STORE_LABEL = 'MithaqStore'
export const LOCK_STORE = `MERGE (s:${STORE_LABEL} {id: 'store'}) SET s.schema = $schema`

/** What is known of an actor or place in all, packed; the folds that searches are compared with. */
const ENTITY = { _profile: 'string', _search: 'string[]' } as const

/** The loader's own properties of nodes. */
export const NODE_BOOKKEEPING: Readonly<Record<NodeLabel, Readonly<Record<string, PropertyType>>>> = {
  Article: {
    /** Of the whole record: whether it has changed. */
    _digest: 'string',
    /** What it reports as done, as JSON, and by what the linker finds that once it has been linked. */
    _deeds: 'string',
    _keys: 'string[]',
    _farthest: 'string',
    /** Its links may have changed since they were drawn; the order in which articles are linked, see `MARK_UNLINKED`. */
    _unlinked: 'string',
  },
  Actor: ENTITY,
  Place: ENTITY,
  Date: {},
  Statement: {},
  Commitment: {
    /** The folds of its action that searches are compared with. */
    _search: 'string[]',
    /** By what the linker finds it once it has been linked. */
    _keys: 'string[]',
    /** Where the farthest of its links leads, as JSON, when it has as many as it may have. */
    _farthest: 'string',
  },
}

/** The loader's own properties of relations. */
export const RELATION_BOOKKEEPING: Readonly<
  Partial<Record<Relation, Readonly<Record<string, PropertyType>>>>
> = {
  /** What the article says of what it mentions, packed. */
  MENTIONS: { _profile: 'string' },
}

export const isInternal = (property: string): boolean => property.startsWith('_')

/** Nodes that several articles speak of; the others belong to the article that they were read in. */
const SHARED: readonly NodeLabel[] = ['Actor', 'Place', 'Date']

const within = (labels: readonly string[], set: readonly string[]): boolean =>
  labels.every((label) => set.includes(label))

/** Between two shared nodes, such as a base within a country: true as long as one article says so. */
export const isSharedRelation = (relation: Relation): boolean =>
  within(RELATIONS[relation].from, SHARED) && within(RELATIONS[relation].to, SHARED)

/** Relations that go with the statement or commitment at one of their ends. */
export const OWNED_RELATIONS = RELATION_TYPES.filter(
  (relation) => !isSharedRelation(relation) && relation !== 'MENTIONS',
)

/** Those that the linker draws between commitments. */
export const LINK_TYPES = 'RESTATES|AMENDS|CONTRADICTS|FULFILS'

/** After a pattern that finds `article`: its links may have changed. */
export const MARK_UNLINKED =
  "SET article._unlinked = coalesce(toString(article.published), '') + ' ' + article.id"

/** What that sets: the order of `findLinks`, by day and then by id. */
export const unlinkedMark = (id: string, published: string | undefined): string => `${published ?? ''} ${id}`

/** Statements and commitments. */
export const OWNED_LABELS = NODE_LABELS.filter((label) => !SHARED.includes(label) && label !== 'Article')
