import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { egoView, graphView } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import { z } from 'zod'
import { answer, count, Failure, GraphView, idInPath } from '../api-schemas.ts'
import { ApiError } from '../errors.ts'

const limit = count(5_000)
  .default(500)
  .meta({ description: 'Most nodes; `truncated` says when there were more.' })

const graph = createRoute({
  method: 'get',
  path: '/api/graph',
  summary: 'The graph, its best connected part first',
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

export function addGraphRoutes(app: OpenAPIHono, store: GraphStore): void {
  app.openapi(graph, async (c) => c.json(await graphView(store, c.req.valid('query')), 200))
  app.openapi(ego, async (c) => {
    const { id } = c.req.valid('param')
    const view = await egoView(store, id, c.req.valid('query'))
    if (view.nodes.length === 0) throw new ApiError(404, 'not-found', `Nothing here has the id ${id}.`)
    return c.json(view, 200)
  })
}
