import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { isoDay } from '@mithaq/model'
import { FACETS, GROUPINGS, SORTINGS } from '@mithaq/views'
import type { LedgerQuestion } from '@mithaq/views'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { answer, Failure, LedgerAnswer, StoreSize } from '../api-schemas.ts'
import { ApiError } from '../errors.ts'
import type { Snapshots } from '../snapshot.ts'

const MOST_BYTES_IN = 1024 * 1024
const id = z.string().max(512)
const values = z.array(id).max(200)

const question = z.object({
  lang: z.enum(['ar', 'en']),
  asOf: isoDay.meta({ description: 'The day on which the statuses hold.' }),
  today: isoDay,
  query: z.string().max(500),
  focus: id.nullable(),
  choice: z.object({
    ...(Object.fromEntries(FACETS.map((facet) => [facet, values])) as Record<
      (typeof FACETS)[number],
      typeof values
    >),
    from: isoDay.nullable(),
    until: isoDay.nullable(),
  }),
  sorting: z.enum(SORTINGS),
  descending: z.boolean(),
  grouping: z.enum(GROUPINGS),
  open: id.nullable(),
  entities: z.enum(['Actor', 'Place']).nullable(),
  limit: z.int().min(1).max(1_000_000),
  drawn: z.array(id).max(10_000),
  whole: z.boolean().default(true).meta({ description: 'Wait until all of the ledger is read.' }),
}) satisfies z.ZodType<LedgerQuestion>

const ledger = createRoute({
  method: 'post',
  path: '/api/ledger',
  summary:
    'Commitments searched, narrowed, sorted and grouped, the first of them, and how many under each heading',
  request: { body: { required: true, content: { 'application/json': { schema: question } } } },
  responses: {
    200: answer('The first rows, and the counts of all', LedgerAnswer),
    400: answer('Wrong input', Failure),
    413: answer('The question is too large', Failure),
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

const size = createRoute({
  method: 'get',
  path: '/api/size',
  summary: 'How much the store holds',
  responses: { 200: answer('Numbers of nodes and of commitments', StoreSize) },
})

export function addLedgerRoutes(app: OpenAPIHono, snapshots: Snapshots): void {
  app.openapi(size, async (c) => c.json(await snapshots.size(), 200))
  app.openapi(ledger, async (c) => c.json(await snapshots.answer(c.req.valid('json')), 200))
}
