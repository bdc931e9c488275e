/** The views of the model under the names that the OpenAPI document gives them. */
import {
  articleSummarySchema,
  articleViewSchema,
  commitmentViewSchema,
  graphViewSchema,
  questionSchema,
  tableSchema,
  tieViewSchema,
} from '@mithaq/model'
import { z } from 'zod'

export const GraphView = graphViewSchema.meta({ id: 'GraphView' })
export const ArticleSummary = articleSummarySchema.meta({ id: 'ArticleSummary' })
export const ArticleView = articleViewSchema.meta({ id: 'ArticleView' })
export const CommitmentView = commitmentViewSchema.meta({ id: 'CommitmentView' })
export const TieView = tieViewSchema.meta({ id: 'TieView' })
export const Question = questionSchema.meta({ id: 'Question' })
export const Table = tableSchema.meta({ id: 'Table' })

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
