import type { Plain } from '../database.ts'

/** A value in one line: lists by `|`, points as `latitude,longitude`, what is not there as nothing. */
export function asText(value: Plain | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return 'latitude' in value ? `${value.latitude},${value.longitude}` : value.join('|')
}
