/** The views of the model under the names that the OpenAPI document gives them. */
import {
  articleSummarySchema,
  articleViewSchema,
  commitmentViewSchema,
  graphViewSchema,
  isoDay,
  nodeViewSchema,
  questionSchema,
  storeSizeSchema,
  tableSchema,
  tieViewSchema,
  valuesOf,
} from '@mithaq/model'
import { FACETS } from '@mithaq/views'
import { z } from 'zod'

export const GraphView = graphViewSchema.meta({ id: 'GraphView' })
export const ArticleSummary = articleSummarySchema.meta({ id: 'ArticleSummary' })
export const ArticleView = articleViewSchema.meta({ id: 'ArticleView' })
export const CommitmentView = commitmentViewSchema.meta({ id: 'CommitmentView' })
export const TieView = tieViewSchema.meta({ id: 'TieView' })
export const StoreSize = storeSizeSchema.meta({ id: 'StoreSize' })
export const Question = questionSchema.meta({ id: 'Question' })
export const Table = tableSchema.meta({ id: 'Table' })

const facetCount = z.tuple([z.string(), z.int()])
const span = z.object({ first: isoDay, last: isoDay })
const bin = z.object({
  start: isoDay,
  end: isoDay,
  counts: z.partialRecord(z.enum(valuesOf('status')), z.int()),
  total: z.int(),
})

export const LedgerAnswer = z
  .object({
    groups: z.array(z.object({ key: z.string().nullable(), commitments: z.array(CommitmentView) })),
    aside: z.array(CommitmentView),
    ties: z.array(TieView),
    counts: z.object({
      listed: z.int(),
      facets: z.record(z.enum(FACETS), z.array(facetCount)),
      groups: z.array(z.tuple([z.string().nullable(), z.int()])),
      density: z.object({ unit: z.enum(['month', 'quarter', 'year']), bins: z.array(bin) }),
      span,
    }),
    called: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string().optional() })),
    names: z.array(nodeViewSchema),
    entities: z
      .object({
        total: z.int(),
        first: z.array(
          z.object({ id: z.string(), name: z.string(), type: z.string().optional(), commitments: z.int() }),
        ),
      })
      .nullable(),
    drawn: z.array(z.string()).nullable(),
    partial: z.boolean().meta({ description: 'The first rows alone: the rest is still being read.' }),
  })
  .meta({ id: 'LedgerAnswer' })

export const Failure = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Failure' })

export const CypherQuery = z
  .object({
    query: z.string().min(1).meta({ example: 'MATCH (a:Actor)-[:COMMITS_TO]->(c) RETURN a.name, c.action' }),
    params: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'CypherQuery' })

/** An id in a path, URI-encoded by the caller: `actor:Q796` is `actor%3AQ796`. */
export const idInPath = z.object({ id: z.string().min(1).max(512).meta({ example: 'actor:Q796' }) })

/** The content of a JSON answer with its schema, as a route declares it. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A whole number in the query string. */
export const count = (most: number) => z.coerce.number().int().min(1).max(most)
