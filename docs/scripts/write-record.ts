/** The record's tables, from its schemas; what a field means is the comment above it there. */
import { readFileSync } from 'node:fs'
import {
  articleGraphSchema,
  articleInputSchema,
  articleSchema,
  commitmentSchema,
  dateMentionSchema,
  deedSchema,
  diagnosticSchema,
  entitySchema,
  statementSchema,
  tripleSchema,
} from '@mithaq/model'
import { z } from 'zod'

const SOURCE = readFileSync(new URL('../../packages/model/src/schema.ts', import.meta.url), 'utf8')

const PARTS: readonly { name: string; schema: z.ZodType; title: string; about: string }[] = [
  {
    name: 'articleInputSchema',
    schema: articleInputSchema,
    title: 'What goes in',
    about: 'One line of JSONL input.',
  },
  {
    name: 'articleGraphSchema',
    schema: articleGraphSchema,
    title: 'What comes out',
    about: 'One record an article.',
  },
  { name: 'articleSchema', schema: articleSchema, title: 'article', about: '' },
  {
    name: 'entitySchema',
    schema: entitySchema,
    title: 'entities',
    about: 'Who and where; `kind` tells actors from places.',
  },
  { name: 'dateMentionSchema', schema: dateMentionSchema, title: 'dates', about: '' },
  { name: 'statementSchema', schema: statementSchema, title: 'statements', about: '' },
  { name: 'commitmentSchema', schema: commitmentSchema, title: 'commitments', about: '' },
  {
    name: 'deedSchema',
    schema: deedSchema,
    title: 'deeds',
    about: 'What an article reports as done: no commitment, but what may fulfil one.',
  },
  { name: 'tripleSchema', schema: tripleSchema, title: 'triples', about: '' },
  {
    name: 'diagnosticSchema',
    schema: diagnosticSchema,
    title: 'diagnostics',
    about: 'What could not be resolved.',
  },
]

interface Json {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  pattern?: string
  format?: string
  properties?: Record<string, Json>
  required?: readonly string[]
  items?: Json | boolean
  prefixItems?: readonly Json[]
  anyOf?: readonly Json[]
  oneOf?: readonly Json[]
}

export const writeRecord = (): string =>
  PARTS.map(({ name, schema, title, about }) => {
    const json = z.toJSONSchema(schema) as Json
    const shapes = json.oneOf ?? json.anyOf ?? [json]
    const rows = fieldsOf(name, shapes)
    return [`## ${title}`, about, `| field | type | |\n| --- | --- | --- |\n${rows.join('\n')}`]
      .filter(Boolean)
      .join('\n\n')
  }).join('\n\n')

function fieldsOf(schema: string, shapes: readonly Json[]): string[] {
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))]
  return names.map((name) => {
    const types = [
      ...new Set(shapes.flatMap(({ properties }) => (properties?.[name] ? [typeOf(properties[name])] : []))),
    ]
    const optional = shapes.every(({ required = [] }) => !required.includes(name)) ? ', optional' : ''
    return `| \`${name}\` | ${types.join(' or ')}${optional} | ${commentOn(schema, name)} |`
  })
}

/** A type in words, e.g. `list of { start, end, quote }`. */
function typeOf(json: Json): string {
  const { type, anyOf, oneOf, items, prefixItems, properties, format, pattern } = json
  if (json.const !== undefined) return `\`${JSON.stringify(json.const)}\``
  if (json.enum) return json.enum.map((value) => `\`${String(value)}\``).join(' ')
  const parts = anyOf ?? oneOf
  if (parts) return [...new Set(parts.map(typeOf))].join(' or ')
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`
  if (type === 'array') return `list of ${typeof items === 'object' ? typeOf(items) : 'anything'}`
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`
  if (format === 'date') return 'day'
  if (pattern?.includes('actor|place')) return 'entity id'
  const prefix = /^\^([a-z]+):/u.exec(pattern ?? '')?.[1]
  if (prefix !== undefined) return `id \`${prefix}:…\``
  return type ?? 'anything'
}

/** The comment that stands above a field in the schema's source. */
function commentOn(schema: string, field: string): string {
  const from = SOURCE.indexOf(`export const ${schema} `)
  const body = SOURCE.slice(from, SOURCE.indexOf('\n})', from))
  const comment = new RegExp(`/\\*\\* ([^*]+) \\*/\\n\\s+${field}:`, 'u').exec(body)?.[1] ?? ''
  return comment.replaceAll('|', '\\|')
}
