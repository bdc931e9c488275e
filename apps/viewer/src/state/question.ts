/** Questions to the store: what they need, and which nodes their answers name. */
import { NODE_LABELS } from '@mithaq/model'
import type { Table } from '@mithaq/model'

/** `$name`s of a query, in order, strings and comments left alone. */
export function paramsOf(query: string): string[] {
  const bare = query.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\//gsu, ' ')
  return [...new Set([...bare.matchAll(/\$(\w+)/gu)].map(([, name = '']) => name))]
}

/** What was typed as a value: a number or a truth where it reads as one, else text. */
export function paramValue(text: string): string | number | boolean {
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text)
  return text === 'true' ? true : text === 'false' ? false : text
}

const ID = new RegExp(`^(?:${NODE_LABELS.map((label) => label.toLowerCase()).join('|')}):.+$`, 'u')

/** The nodes that the cells of an answer name, by id or as nodes, in order. */
export function nodesOf({ rows }: Table): string[] {
  const ids = new Set<string>()
  const look = (cell: unknown): void => {
    if (typeof cell === 'string') {
      if (ID.test(cell)) ids.add(cell)
    } else if (Array.isArray(cell)) cell.forEach(look)
    else if (typeof cell === 'object' && cell !== null) {
      const { properties, id } = cell as { properties?: { id?: unknown }; id?: unknown }
      look(properties?.id ?? id)
    }
  }
  rows.flat().forEach(look)
  return [...ids]
}

/** A cell in words: a node by its name, a list by its members. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (Array.isArray(cell)) return cell.map(cellText).join('، ')
  if (typeof cell !== 'object') return `${cell as string | number | boolean}`
  const { properties } = cell as { properties?: Record<string, unknown> }
  const name = properties?.['name'] ?? properties?.['action'] ?? properties?.['id']
  return name === undefined ? JSON.stringify(cell) : cellText(name)
}
