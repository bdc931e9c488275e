/** Resolved mentions as the record's entities and mentions. */
import type { Entity } from '@mithaq/model'
import { offsetBehind, type Reader } from '../entities/reader.ts'
import type { Mention } from '../entities/mention.ts'
import type { Face } from '../entities/thing.ts'
import type { Resolved } from './state.ts'

export function toEntities(
  reader: Reader,
  resolved: readonly Resolved[],
): { entities: Entity[]; mentions: Mention[]; passing: ReadonlySet<string> } {
  const present = new Set(resolved.map(({ face }) => face.id))
  const entities = new Map<string, Entity>()
  const mentions: Mention[] = []
  const seen = new Set<string>()
  const passing = new Set<string>()
  for (const { draft, face, thing, basis } of resolved) {
    const start = offsetBehind(reader, draft.start, draft.cut)
    const end = reader.doc.tokens[draft.end - 1]!.end
    const key = `${start} ${end} ${face.id}`
    if (end <= start || seen.has(key)) continue
    seen.add(key)
    if (thing.passing) passing.add(face.id)
    const other = thing.isCountry ? (face.kind === 'actor' ? thing.place : thing.actor) : undefined
    const mention: Mention = {
      start,
      end,
      rule: draft.rule,
      basis,
      tokens: { start: draft.start, end: draft.end },
      ...(draft.opens !== undefined && { opens: draft.opens }),
      proclitics: draft.proclitics,
      entity: face.id,
    }
    if (other && present.has(other.id)) mention.counterpart = other.id
    mentions.push(mention)
    const entity = entities.get(face.id) ?? entityOf(face)
    entities.set(face.id, entity)
    entity.mentions.push({ start, end, quote: reader.doc.text.slice(start, end), rule: draft.rule, basis })
  }
  return { entities: [...entities.values()], mentions, passing }
}

export function entityOf({ id, kind, type, name, authority, named, location }: Face): Entity {
  const { wikidata, geonames, iso } = authority
  const sameAs = [
    ...(wikidata ? [`https://www.wikidata.org/entity/${wikidata}`] : []),
    ...(geonames ? [`https://sws.geonames.org/${geonames}/`] : []),
  ]
  return {
    id,
    kind,
    type,
    name: { ...name },
    sameAs,
    named,
    ...(iso && { iso }),
    ...(location && { location: { ...location } }),
    mentions: [],
  } as Entity
}
