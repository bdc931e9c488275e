import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { egoView } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import { z } from 'zod'
import { answer, count, Failure, GraphView, idInPath } from '../api-schemas.ts'
import { ApiError } from '../errors.ts'
import type { Snapshots } from '../snapshot.ts'

const limit = count(5_000)
  .default(500)
  .meta({ description: 'Most nodes; `truncated` says when there were more.' })

const graph = createRoute({
  method: 'get',
  path: '/api/graph',
  summary: 'The graph; of a large one an overview, with places: who is bound most, and by what',
  request: { query: z.object({ limit }) },
  responses: { 200: answer('Nodes and edges', GraphView), 400: answer('Wrong input', Failure) },
})

const ego = createRoute({
  method: 'get',
  path: '/api/ego/{id}',
  summary: 'One node and what is around it',
  request: { params: idInPath, query: z.object({ limit, hops: count(3).default(1) }) },
  responses: {
    200: answer('Nodes and edges', GraphView),
    400: answer('Wrong input', Failure),
    404: answer('No node has this id', Failure),
  },
})

export function addGraphRoutes(app: OpenAPIHono, store: GraphStore, snapshots: Snapshots): void {
  app.openapi(graph, async (c) => c.json(await snapshots.graph(c.req.valid('query').limit), 200))
  app.openapi(ego, async (c) => {
    const { id } = c.req.valid('param')
    const view = await egoView(store, id, c.req.valid('query'))
    if (view.nodes.length === 0) throw new ApiError(404, 'not-found', `Nothing here has the id ${id}.`)
    return c.json(view, 200)
  })
}
