/** Values of the embedded store: the one place where its dates, points and integers are told apart. */
import type { PropertyType } from '@mithaq/model'
import { isInternal } from '../bookkeeping.ts'
import type { Plain } from '../database.ts'

/** It has no type for points, whose latitude and longitude are read the same way from a map. */
export function encode(value: Plain, type: PropertyType): unknown {
  return type === 'date' && value !== null ? { $date: value } : value
}

/** A value of an answer as plain JSON. */
export function decode(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decode)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value.toString('base64')
  return decodeObject(value as Record<string, unknown>)
}

function decodeObject(value: Record<string, unknown>): unknown {
  if (Array.isArray(value['_labels']))
    return { labels: (value['_labels'] as string[]).toSorted(), properties: propertiesOf(value) }
  if (typeof value['_type'] === 'string' && '_source' in value)
    return { type: value['_type'], properties: propertiesOf(value) }
  if (Array.isArray(value['nodes']) && Array.isArray(value['edges']) && Object.keys(value).length === 2)
    return { nodes: value['nodes'].map(decode), relations: value['edges'].map(decode) }
  return propertiesOf(value)
}

const propertiesOf = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isInternal(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, decode(part)]),
  )
