/** Values of Neo4j: the one place where its integers, temporals and points meet plain JSON. */
import { partsOf, type PropertyType } from '@mithaq/model'
import neo4j, { type Path } from 'neo4j-driver'
import { isInternal } from '../bookkeeping.ts'
import type { Plain } from '../database.ts'

/** The spatial reference of latitudes and longitudes. */
const WGS_84 = 4326

/** A plain value as the driver takes it for a property of a type. */
export function encode(value: Plain, type: PropertyType): unknown {
  if (value === null) return null
  switch (type) {
    case 'integer':
      return neo4j.int(value as number)
    case 'integer[]':
      return (value as number[]).map((each) => neo4j.int(each))
    case 'date': {
      const { year, month, day } = partsOf(value as string)
      return new neo4j.types.Date(neo4j.int(year), neo4j.int(month), neo4j.int(day))
    }
    case 'point': {
      const { latitude, longitude } = value as { latitude: number; longitude: number }
      return new neo4j.types.Point(neo4j.int(WGS_84), longitude, latitude)
    }
    default:
      return value
  }
}

/** Parameters of a question: whole numbers are integers, as Cypher asks of LIMIT and of lists' indexes. */
export function encodeParameters(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, part]) => [name, encodeParameter(part)]))
}

function encodeParameter(value: unknown): unknown {
  if (Number.isSafeInteger(value)) return neo4j.int(value as number)
  if (Array.isArray(value)) return value.map(encodeParameter)
  return value === null || typeof value !== 'object'
    ? value
    : encodeParameters(value as Record<string, unknown>)
}

/** A value of an answer as plain JSON. */
export function decode(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decode)
  if (neo4j.isInt(value)) return value.toNumber()
  if (neo4j.isPoint(value)) return { latitude: value.y, longitude: value.x }
  if (neo4j.isNode(value)) return { labels: value.labels.toSorted(), properties: decodeMap(value.properties) }
  if (neo4j.isRelationship(value)) return { type: value.type, properties: decodeMap(value.properties) }
  if (neo4j.isPath(value)) return decodePath(value)
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  return decodeTemporal(value) ?? decodeMap(value as Record<string, unknown>)
}

function decodePath({ start, segments }: Path): unknown {
  const nodes = [start, ...segments.map(({ end }) => end)]
  return { nodes: nodes.map(decode), relations: segments.map(({ relationship }) => decode(relationship)) }
}

/** In ISO 8601. */
function decodeTemporal(value: object): string | undefined {
  if (neo4j.isDate(value)) return value.toString()
  if (neo4j.isDateTime(value)) return value.toString()
  if (neo4j.isLocalDateTime(value)) return value.toString()
  if (neo4j.isTime(value)) return value.toString()
  if (neo4j.isLocalTime(value)) return value.toString()
  return neo4j.isDuration(value) ? value.toString() : undefined
}

const decodeMap = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(map)
      .filter(([name]) => !isInternal(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, decode(part)]),
  )
