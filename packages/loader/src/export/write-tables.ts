/**
 * One CSV file for each kind of node and relation: plain, for spreadsheets and data frames, or with the headers and
 * the bookkeeping that make `neo4j-admin database import full` build the graph that `mithaq load` would, but that a
 * list without parts is not there.
 */
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { NODES, type PropertyType, RELATIONS } from '@mithaq/model'
import { GRAPH_SCHEMA, NODE_BOOKKEEPING, RELATION_BOOKKEEPING, STORE_LABEL } from '../bookkeeping.ts'
import type { Plain } from '../database.ts'
import type { GraphStore } from '../store.ts'
import { readNodes, readRelations } from './read-graph.ts'

interface Dialect {
  /** A column's header. */
  header: (name: string, type: PropertyType) => string
  value: (value: Plain) => string
  nodeColumns: readonly string[]
  relationColumns: readonly string[]
  bookkeeping: boolean
}

const PLAIN: Dialect = {
  header: (name) => name,
  value: (value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value)),
  nodeColumns: ['id', 'type'],
  relationColumns: ['from', 'to'],
  bookkeeping: false,
}

/** Between labels and the parts of a list, as `importCommand` says. */
const SEPARATOR = '\u001f'

const HEADERS: Record<PropertyType, string> = {
  string: '',
  'string[]': ':string[]',
  integer: ':long',
  'integer[]': ':long[]',
  float: ':double',
  boolean: ':boolean',
  date: ':date',
  point: ':point{crs:WGS-84}',
}

const ADMIN: Dialect = {
  header: (name, type) => `${name}${HEADERS[type]}`,
  value: (value) =>
    Array.isArray(value)
      ? value.map((part) => String(part).replaceAll(SEPARATOR, ' ')).join(SEPARATOR)
      : value !== null && typeof value === 'object' && 'latitude' in value
        ? `{latitude:${value.latitude}, longitude:${value.longitude}}`
        : String(value),
  nodeColumns: ['id:ID', ':LABEL'],
  relationColumns: [':START_ID', ':END_ID'],
  bookkeeping: true,
}

export interface Tables {
  /** Of each kind of node, a file in the folder. */
  nodes: string[]
  relations: string[]
}

/** Writes the files into a folder, which is made; those of the same name are replaced. */
export async function writeTables(
  store: GraphStore,
  folder: string,
  format: 'csv' | 'neo4j-admin',
): Promise<Tables> {
  const dialect = format === 'csv' ? PLAIN : ADMIN
  await mkdir(folder, { recursive: true })
  const nodes = new TableFiles(folder)
  const relations = new TableFiles(folder)
  try {
    for await (const { id, label, type, properties, bookkeeping } of readNodes(store)) {
      const { id: _, ...types } = typesOf(NODES[label].properties, NODE_BOOKKEEPING[label], dialect)
      const labels = dialect === ADMIN ? [label, ...(type ? [type] : [])].join(SEPARATOR) : (type ?? '')
      await nodes.write(`nodes-${label}.csv`, [...dialect.nodeColumns, ...headersOf(types, dialect)], () => [
        id,
        labels,
        ...cellsOf(types, { ...properties, ...bookkeeping }, dialect),
      ])
    }
    for await (const { type, from, to, properties, bookkeeping } of readRelations(store)) {
      const types = typesOf(RELATIONS[type].properties, RELATION_BOOKKEEPING[type], dialect)
      const header = [...dialect.relationColumns, ...headersOf(types, dialect)]
      await relations.write(`relations-${type}.csv`, header, () => [
        from.id,
        to.id,
        ...cellsOf(types, { ...properties, ...bookkeeping }, dialect),
      ])
    }
    if (dialect === ADMIN)
      await nodes.write(`nodes-${STORE_LABEL}.csv`, ['id:ID', ':LABEL', 'schema:long'], () => [
        'store',
        STORE_LABEL,
        String(GRAPH_SCHEMA),
      ])
  } finally {
    await nodes.close()
    await relations.close()
  }
  return { nodes: nodes.names, relations: relations.names }
}

const typesOf = (
  properties: Readonly<Record<string, PropertyType>>,
  own: Readonly<Record<string, PropertyType>> | undefined,
  { bookkeeping }: Dialect,
): Record<string, PropertyType> => ({ ...properties, ...(bookkeeping && own) })

const headersOf = (types: Record<string, PropertyType>, { header }: Dialect): string[] =>
  Object.entries(types).map(([name, type]) => header(name, type))

const cellsOf = (
  types: Record<string, PropertyType>,
  values: Readonly<Record<string, Plain | undefined>>,
  { value }: Dialect,
): (string | undefined)[] =>
  Object.keys(types).map((name) => {
    const cell = values[name]
    return cell === undefined || cell === null ? undefined : value(cell)
  })

const FLUSH = 1 << 16

/** Files that are opened when their first row comes. */
class TableFiles {
  readonly #folder: string
  readonly #open = new Map<string, { file: Awaited<ReturnType<typeof open>>; text: string }>()

  constructor(folder: string) {
    this.#folder = folder
  }

  get names(): string[] {
    return [...this.#open.keys()]
  }

  async write(name: string, header: readonly string[], row: () => (string | undefined)[]): Promise<void> {
    let table = this.#open.get(name)
    if (!table) {
      table = { file: await open(join(this.#folder, name), 'w'), text: lineOf(header) }
      this.#open.set(name, table)
    }
    table.text += lineOf(row())
    if (table.text.length < FLUSH) return
    const { text } = table
    table.text = ''
    await table.file.writeFile(text)
  }

  async close(): Promise<void> {
    for (const { file, text } of this.#open.values()) {
      if (text !== '') await file.writeFile(text)
      await file.close()
    }
  }
}

/** What is not there is an empty cell; an empty text is a quoted one, which Neo4j tells apart. */
const lineOf = (cells: readonly (string | undefined)[]): string =>
  `${cells.map((cell) => (cell === undefined ? '' : cellOf(cell))).join(',')}\n`

const cellOf = (text: string): string =>
  text === '' || /[",\r\n\u2028\u2029']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** The command that takes the files of a folder, to be run where the server is, while it stands still. */
export function importCommand(folder: string, { nodes, relations }: Tables): string[] {
  const path = (name: string): string => join(folder, name)
  return [
    'neo4j-admin',
    'database',
    'import',
    'full',
    'neo4j',
    '--overwrite-destination',
    '--multiline-fields=true',
    '--array-delimiter=U+001F',
    '--id-type=string',
    ...nodes.map((name) => `--nodes=${path(name)}`),
    ...relations.map((name) => `--relationships=${relationOf(name)}=${path(name)}`),
  ]
}

const relationOf = (name: string): string => name.slice('relations-'.length, -'.csv'.length)
