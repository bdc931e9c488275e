import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { commitmentViews } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import { isoDay, valuesOf } from '@mithaq/model'
import { z } from 'zod'
import { readTies } from '../read-ties.ts'
import { answer, CommitmentView, Failure, TieView } from '../api-schemas.ts'

const filters = z.object({
  asOf: isoDay.optional().meta({ description: 'The day on which the status holds; today when left out.' }),
  actor: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .meta({ description: 'An id, or a name in Arabic or English.' }),
  status: z.enum(valuesOf('status')).optional(),
  dueBefore: isoDay.optional(),
  article: z.string().min(1).max(512).optional(),
})

const list = createRoute({
  method: 'get',
  path: '/api/commitments',
  summary: 'Who committed to what, by when, according to whom',
  request: { query: filters },
  responses: {
    200: answer('The commitments', z.array(CommitmentView)),
    400: answer('Wrong input', Failure),
  },
})

const ties = createRoute({
  method: 'get',
  path: '/api/ties',
  summary: 'Which commitment restates, amends, contradicts or fulfils which',
  responses: { 200: answer('The ties', z.array(TieView)) },
})

/** @param today the one clock of the server, handed in so that nothing reads another */
export function addCommitmentRoutes(app: OpenAPIHono, store: GraphStore, today: () => string): void {
  app.openapi(list, async (c) => {
    const { asOf = today(), ...rest } = c.req.valid('query')
    return c.json(await commitmentViews(store, { asOf, ...rest }), 200)
  })
  app.openapi(ties, async (c) => c.json(await readTies(store), 200))
}
