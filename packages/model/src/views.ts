/**
 * What the read side answers: the shapes the loader's queries return, the server's OpenAPI
 * describes and the viewer draws.
 */
import { z } from 'zod'
import { isoDay, sectionSchema } from './schema.ts'
import { NODE_LABELS, RELATION_TYPES, valuesOf } from './vocabulary.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const nodeViewSchema = z.object({
  id: z.string(),
  label: z.enum(NODE_LABELS),
  /** The second label, e.g. `Country`; absent where the kind has none. */
  type: z.string().optional(),
  name: z.string(),
  nameEn: z.string().optional(),
  /** Laid out in Node for large graphs; the viewer lays out the rest. */
  x: z.number().optional(),
  y: z.number().optional(),
})

export const edgeViewSchema = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  relation: z.enum(RELATION_TYPES),
})

export const graphViewSchema = z.object({
  nodes: z.array(nodeViewSchema),
  edges: z.array(edgeViewSchema),
  /** True when a limit cut the answer. */
  truncated: z.boolean(),
})

const named = z.object({ id: z.string(), name: z.string(), nameEn: z.string().optional() })
const dayRange = z.object({ start: isoDay.nullable(), end: isoDay.nullable() })

/** One row of the ledger. */
export const commitmentViewSchema = z.object({
  id: z.string(),
  kind: z.enum(valuesOf('kind')),
  polarity: z.enum(valuesOf('polarity')),
  certainty: z.enum(valuesOf('certainty')),
  status: z.enum(valuesOf('status')),
  eventClass: z.enum(valuesOf('eventClass')).optional(),
  action: z.string(),
  actionEn: z.string().optional(),
  /** Who read it, where a language model was asked as well. */
  origin: z.enum(valuesOf('origin')).optional(),
  condition: z.string().optional(),
  quantity: z.object({ value: z.number(), unit: z.string(), approximate: z.boolean() }).optional(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  committers: z.array(named),
  creditors: z.array(named),
  concerns: z.array(named),
  places: z.array(named.extend({ role: z.enum(['at', 'from', 'toward']) })),
  begins: dayRange.nullable(),
  due: dayRange.nullable(),
  /** Outermost first: the agency, then the official. Those of one statement say it together. */
  statedBy: z.array(named.extend({ named: z.boolean(), verb: z.string(), statement: z.string().optional() })),
  article: z.object({
    id: z.string(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    published: isoDay.nullable(),
  }),
})

export const articleSummarySchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  published: isoDay.nullable(),
  commitments: z.int(),
})

/** What one commitment, or an article that reports a deed, does to a commitment: it repeats, changes, contradicts or carries it out. */
export const tieViewSchema = z.object({
  from: z.string(),
  relation: z.enum(['RESTATES', 'AMENDS', 'CONTRADICTS', 'FULFILS']),
  to: z.string(),
  /** Why the tie was drawn. */
  rule: z.string(),
  /** The day of the article that tells of it. */
  published: isoDay.nullable(),
})

/** One article with everything that was read in it, by place in the text. */
export const articleViewSchema = articleSummarySchema.extend({
  text: z.string(),
  publishedBasis: z.enum(valuesOf('publishedBasis')).optional(),
  boilerplate: z.array(sectionSchema.omit({ kind: true })),
  marks: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      /** The node that the words stand for. */
      node: z.string(),
      label: z.enum(['Actor', 'Place', 'Date', 'Statement', 'Commitment']),
    }),
  ),
})

/** How much a store holds. */
export const storeSizeSchema = z.object({ nodes: z.int(), commitments: z.int() })

/** Who and what has a part in a commitment, by id alone. */
export interface CommitmentParts {
  id: string
  committers: readonly string[]
  /** Other actors, and places. */
  others: readonly string[]
  dates: readonly string[]
}

/** The answer to a Cypher question. */
export const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
  truncated: z.boolean(),
})

/** A named question of `cypher/`. */
export const questionSchema = z.object({
  name: z.string(),
  title: z.string(),
  titleEn: z.string(),
  params: z.record(z.string(), scalar),
  cypher: z.string(),
})

export type StoreSize = z.infer<typeof storeSizeSchema>
export type NodeView = z.infer<typeof nodeViewSchema>
export type EdgeView = z.infer<typeof edgeViewSchema>
export type GraphView = z.infer<typeof graphViewSchema>
export type CommitmentView = z.infer<typeof commitmentViewSchema>
export type TieView = z.infer<typeof tieViewSchema>
export type ArticleSummary = z.infer<typeof articleSummarySchema>
export type ArticleView = z.infer<typeof articleViewSchema>
export type Table = z.infer<typeof tableSchema>
export type Question = z.infer<typeof questionSchema>
