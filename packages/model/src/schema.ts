/** The record that travels from the extractor to the loader: one `ArticleGraph` an article, as JSON. */
import { z } from 'zod'
import { RELATION_TYPES, valuesOf } from './vocabulary.ts'

export const SCHEMA_VERSION = 'mithaq/1'

const offset = z.int().nonnegative()

/** An ISO calendar day that exists: `2024-02-30` is refused. */
export const isoDay = z.iso.date()

/** UTF-16 offsets into the untouched text; `text.slice(start, end) === quote`. */
export const spanSchema = z.object({ start: offset, end: offset, quote: z.string() })

/** Days, half-open: `from` is in, `until` is out; null is open. */
export const intervalSchema = z.object({ from: isoDay.nullable(), until: isoDay.nullable() })

const entityId = z.string().regex(/^(actor|place):\S+$/u)

export const sectionSchema = z.object({
  kind: z.enum(['title', 'dateline', 'body', 'boilerplate']),
  start: offset,
  end: offset,
})

export const articleSchema = z.object({
  id: z.string().regex(/^article:\S+$/u),
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  published: z.object({ date: isoDay, basis: z.enum(valuesOf('publishedBasis')) }).nullable(),
  text: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** The article that carried the same report before, where that is known: the id of another publisher's, or an agency's. */
  copyOf: z
    .string()
    .regex(/^article:\S+$/u)
    .optional(),
  sections: z.array(sectionSchema),
  sentences: z.array(z.tuple([offset, offset])),
})

export const mentionSchema = spanSchema.extend({
  rule: z.string(),
  basis: z.enum(['name', 'alias', 'metonym', 'description', 'pronoun']),
})

const entityFields = {
  id: entityId,
  name: z.object({ ar: z.string(), en: z.string().optional() }),
  /** Authorities' URIs, e.g. `https://www.wikidata.org/entity/Q796`. */
  sameAs: z.array(z.string()),
  named: z.boolean(),
  /** ISO 3166 code where the entity has one. */
  iso: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  mentions: z.array(mentionSchema).min(1),
}

export const entitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('actor'), type: z.enum(valuesOf('actorType')), ...entityFields }),
  z.object({ kind: z.literal('place'), type: z.enum(valuesOf('placeType')), ...entityFields }),
])

export const dateMentionSchema = spanSchema.extend({
  id: z.string().regex(/^date:\S+$/u),
  interval: intervalSchema,
  edtf: z.string(),
  type: z.enum(['date', 'interval', 'duration', 'set']),
  basis: z.enum(['absolute', 'relative', 'implied']),
  /** The relation that the words around it give: at, from, until, before, after. */
  bound: z.enum(['at', 'from', 'until', 'before', 'after']),
  rule: z.string(),
})

export const statementSchema = z.object({
  id: z.string().regex(/^statement:\S+$/u),
  sources: z.array(entityId),
  cue: spanSchema,
  content: spanSchema,
  mode: z.enum(valuesOf('mode')),
  /** The statement that passes this one on: the agency's, for an official quoted by an agency. */
  quotedIn: z.string().optional(),
})

export const commitmentSchema = z.object({
  id: z.string().regex(/^commitment:\S+$/u),
  /** The smallest clause that states it. */
  evidence: spanSchema,
  /** The word that makes it a commitment. */
  trigger: spanSchema,
  kind: z.enum(valuesOf('kind')),
  polarity: z.enum(valuesOf('polarity')),
  certainty: z.enum(valuesOf('certainty')),
  eventClass: z.enum(valuesOf('eventClass')).optional(),
  action: z.object({ ar: z.string(), en: z.string().optional() }),
  committers: z.array(entityId),
  creditors: z.array(entityId),
  concerns: z.array(entityId),
  places: z.array(z.object({ id: entityId, role: z.enum(['at', 'from', 'toward']) })),
  begins: intervalSchema.nullable(),
  due: intervalSchema.nullable(),
  condition: spanSchema.nullable(),
  quantity: z.object({ value: z.number(), unit: z.string(), approximate: z.boolean() }).optional(),
  /** Outermost first: the agency, then the official. */
  statedBy: z.array(entityId),
  rule: z.string(),
  /** Who read it, where a language model was asked as well; absent where the rules alone read the article. */
  origin: z.enum(valuesOf('origin')).optional(),
})

/** What an article reports as done: no commitment, but what may fulfil one. */
export const deedSchema = z.object({
  evidence: spanSchema,
  action: z.object({ ar: z.string() }),
  eventClass: z.enum(valuesOf('eventClass')).optional(),
  /** Who did it. */
  actors: z.array(entityId),
  places: z.array(z.object({ id: entityId, role: z.enum(['at', 'from', 'toward']) })),
  quantity: z.object({ value: z.number(), unit: z.string(), approximate: z.boolean() }).optional(),
  /** When it was done; null when the text does not say. */
  on: intervalSchema.nullable(),
})

export const tripleSchema = z.object({
  subject: z.string(),
  predicate: z.enum(RELATION_TYPES),
  object: z.string(),
  evidence: z.array(spanSchema).min(1),
  rule: z.string(),
  basis: z.enum(valuesOf('basis')),
})

export const diagnosticSchema = z.object({
  code: z.string(),
  message: z.string(),
  span: spanSchema.optional(),
})

export const articleGraphSchema = z.object({
  schema: z.literal(SCHEMA_VERSION),
  article: articleSchema,
  entities: z.array(entitySchema),
  dates: z.array(dateMentionSchema),
  statements: z.array(statementSchema),
  commitments: z.array(commitmentSchema),
  /** Absent where the article reports none. */
  deeds: z.array(deedSchema).optional(),
  triples: z.array(tripleSchema),
  diagnostics: z.array(diagnosticSchema),
})

/** One line of JSONL input. `text` comes back untouched; offsets refer to it. */
export const articleInputSchema = z.object({
  text: z.string(),
  id: z.string().optional(),
  title: z.string().optional(),
  published: isoDay.optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
})

export type Span = z.infer<typeof spanSchema>
export type Interval = z.infer<typeof intervalSchema>
export type Section = z.infer<typeof sectionSchema>
export type Article = z.infer<typeof articleSchema>
export type Mention = z.infer<typeof mentionSchema>
export type Entity = z.infer<typeof entitySchema>
export type DateMention = z.infer<typeof dateMentionSchema>
export type Statement = z.infer<typeof statementSchema>
export type Commitment = z.infer<typeof commitmentSchema>
export type Deed = z.infer<typeof deedSchema>
export type Triple = z.infer<typeof tripleSchema>
export type Diagnostic = z.infer<typeof diagnosticSchema>
export type ArticleGraph = z.infer<typeof articleGraphSchema>
export type ArticleInput = z.infer<typeof articleInputSchema>
