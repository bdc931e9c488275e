import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { loadQuestions } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { answer, CypherQuery, Failure, Question, Table } from '../api-schemas.ts'
import { ApiError } from '../errors.ts'

const LIMITS = { maxRows: 1_000, timeoutMs: 10_000 }
const MOST_BYTES_IN = 64 * 1024
const MOST_BYTES_OUT = 8 * 1024 * 1024

const questions = createRoute({
  method: 'get',
  path: '/api/questions',
  summary: 'The named questions, ready to be asked',
  responses: { 200: answer('The questions', z.array(Question)) },
})

const cypher = createRoute({
  method: 'post',
  path: '/api/cypher',
  summary: 'A read-only Cypher question',
  description: `At most ${LIMITS.maxRows} rows and ${LIMITS.timeoutMs / 1000} seconds; writes are refused.`,
  request: { body: { required: true, content: { 'application/json': { schema: CypherQuery } } } },
  responses: {
    200: answer('The rows', Table),
    400: answer('The question could not be understood', Failure),
    403: answer('The question would write', Failure),
    413: answer('The question or its answer is too large', Failure),
    415: answer('The body is not JSON', Failure),
    504: answer('The question took too long', Failure),
  },
  middleware: [
    bodyLimit({
      maxSize: MOST_BYTES_IN,
      onError: () => {
        throw new ApiError(413, 'too-large', `A question may have ${MOST_BYTES_IN} bytes.`)
      },
    }),
  ] as const,
})

export function addCypherRoutes(app: OpenAPIHono, store: GraphStore): void {
  app.openapi(questions, (c) => c.json(loadQuestions(), 200))
  app.openapi(cypher, async (c) => {
    const { query, params } = c.req.valid('json')
    const table = await store.query(query, params, LIMITS)
    if (Buffer.byteLength(JSON.stringify(table)) > MOST_BYTES_OUT) {
      throw new ApiError(
        413,
        'answer-too-large',
        'The answer is too large: return fewer columns, or add LIMIT.',
      )
    }
    return c.json(table, 200)
  })
}
