/**
 * What the user knows of who is who: `same-as.tsv` joins entities that the extractor holds apart and splits
 * those that it takes for one. Applied to records, never stored in the lexicon, so that leaving the line out
 * and loading again undoes it.
 */
import { foldKey } from './fold.ts'
import { sha256Hex } from './ids.ts'
import type { ArticleGraph, Diagnostic, Entity, Span } from './schema.ts'

export interface SameAs {
  how: 'join' | 'split'
  /** The entity spoken of: an id, and for a join also a name. */
  from: string
  /** For a join the id that it goes by; for a split the name that is somebody else's. */
  to: string
  why: string
}

/** A line of `same-as.tsv` that says nothing. */
export class SameAsError extends Error {
  override readonly name = 'SameAsError'
  readonly code = 'wrong-same-as'
}

const ID = /^(?:actor|place):\S+$/u

/**
 * The lines of a `same-as.tsv`: `join` or `split`, two cells, and why; `#` for remarks.
 *
 * @example parseSameAs('join\tسالم الفلاني\tactor:Q42\tnamed so by the agency')
 * @throws {SameAsError} with the line and what it wants
 */
export function parseSameAs(text: string): SameAs[] {
  return text.split(/\r?\n/u).flatMap((line, i): SameAs[] => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [how = '', from = '', to = '', why = ''] = line.split('\t').map((cell) => cell.trim())
    if (how === 'join' && from !== '' && ID.test(to)) return [{ how, from, to, why }]
    if (how === 'split' && ID.test(from) && to !== '') return [{ how, from, to, why }]
    const wanted = 'join⇥ID or NAME⇥ID⇥why, or split⇥ID⇥NAME⇥why'
    throw new SameAsError(`line ${i + 1} of the same-as file is not ${wanted} (⇥ is a tab)`)
  })
}

/** A record with the user's lines applied in their order, each that applied told in the diagnostics. */
export const applySameAs = (graph: ArticleGraph, lines: readonly SameAs[]): ArticleGraph =>
  lines.reduce((changed, line) => (line.how === 'join' ? join(changed, line) : split(changed, line)), graph)

const told = ({ how, from, to, why }: SameAs): Diagnostic => ({
  code: `same-as-${how}`,
  message: how === 'join' ? `«${from}» is ${to}: ${why}` : `«${to}» is not ${from}: ${why}`,
})

function join(graph: ArticleGraph, line: SameAs): ArticleGraph {
  const kind = line.to.slice(0, line.to.indexOf(':'))
  const key = foldKey(line.from)
  const joined = graph.entities.filter(
    (entity) =>
      entity.kind === kind &&
      entity.id !== line.to &&
      (entity.id === line.from || foldKey(entity.name.ar) === key),
  )
  if (joined.length === 0) return graph
  const ids = new Set(joined.map(({ id }) => id))
  const renamed = rename(graph, (id) => (ids.has(id) ? line.to : id))
  return { ...renamed, entities: together(renamed.entities), diagnostics: [...graph.diagnostics, told(line)] }
}

/** Entities that now share an id, as one: the one that had it before keeps its name. */
function together(entities: readonly Entity[]): Entity[] {
  const byId = new Map<string, Entity>()
  for (const entity of entities) {
    const known = byId.get(entity.id)
    const named = known && known.sameAs.length >= entity.sameAs.length ? known : entity
    const mentions = [...(known?.mentions ?? []), ...entity.mentions].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    )
    byId.set(entity.id, { ...named, mentions })
  }
  return [...byId.values()]
}

function split(graph: ArticleGraph, line: SameAs): ArticleGraph {
  const whole = graph.entities.find(({ id }) => id === line.from)
  const key = foldKey(line.to)
  const parted = whole?.mentions.filter(({ quote }) => foldKey(quote) === key) ?? []
  if (!whole || parted.length === 0) return graph
  const kept = whole.mentions.filter((mention) => !parted.includes(mention))
  const id = `${whole.kind}:${sha256Hex(`${line.from}\u001f${key}`).slice(0, 16)}`
  const other = { ...whole, id, name: { ar: line.to }, sameAs: [], mentions: parted } as Entity
  delete (other as Partial<Entity>).iso
  // A role goes over where its words hold the parted name and not the other.
  const moves = (span: Span): boolean => kept.length === 0 || (holds(span, parted) && !holds(span, kept))
  const entities = graph.entities.flatMap((entity) =>
    entity !== whole ? [entity] : kept.length === 0 ? [other] : [{ ...whole, mentions: kept }, other],
  )
  const renamed = rename(graph, (found, span) => (found === line.from && moves(span) ? id : found))
  return { ...renamed, entities, diagnostics: [...graph.diagnostics, told(line)] }
}

const holds = (span: Span, mentions: readonly Span[]): boolean =>
  mentions.some(({ start, end }) => span.start <= start && end <= span.end)

type Rename = (id: string, span: Span) => string

/** A record with the ids of its entities changed wherever they stand. */
function rename(graph: ArticleGraph, as: Rename): ArticleGraph {
  const whole: Span = { start: 0, end: graph.article.text.length, quote: '' }
  const each = (ids: readonly string[], span: Span): string[] => [...new Set(ids.map((id) => as(id, span)))]
  return {
    ...graph,
    entities: graph.entities.map((entity) => ({ ...entity, id: as(entity.id, whole) })),
    statements: graph.statements.map((statement) => ({
      ...statement,
      sources: each(statement.sources, around(statement.cue, statement.content)),
    })),
    commitments: graph.commitments.map((commitment) => ({
      ...commitment,
      committers: each(commitment.committers, commitment.evidence),
      creditors: each(commitment.creditors, commitment.evidence),
      concerns: each(commitment.concerns, commitment.evidence),
      statedBy: each(commitment.statedBy, commitment.evidence),
      places: commitment.places.map((place) => ({ ...place, id: as(place.id, commitment.evidence) })),
    })),
    triples: oneEach(
      graph.triples.flatMap((triple) =>
        triple.evidence.map((span) => ({
          ...triple,
          subject: as(triple.subject, span),
          object: as(triple.object, span),
          evidence: [span],
        })),
      ),
    ),
  }
}

const around = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
  quote: '',
})

/** Triples that say the same as one, with the evidence of all; none of an entity to itself. */
function oneEach(triples: ArticleGraph['triples']): ArticleGraph['triples'] {
  const byKey = new Map<string, ArticleGraph['triples'][number]>()
  for (const triple of triples) {
    const key = `${triple.subject}\t${triple.predicate}\t${triple.object}`
    const known = byKey.get(key)
    if (triple.subject === triple.object) continue
    if (known === undefined) byKey.set(key, triple)
    else
      known.evidence.push(
        ...triple.evidence.filter(
          ({ start, end }) => !known.evidence.some((span) => span.start === start && span.end === end),
        ),
      )
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, triple]) => triple)
}
