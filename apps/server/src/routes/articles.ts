import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { articleView, listArticles } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import { z } from 'zod'
import { answer, ArticleSummary, ArticleView, Failure, idInPath } from '../api-schemas.ts'
import { ApiError } from '../errors.ts'

const list = createRoute({
  method: 'get',
  path: '/api/articles',
  summary: 'Every article, without its text',
  responses: { 200: answer('The articles', z.array(ArticleSummary)) },
})

const one = createRoute({
  method: 'get',
  path: '/api/articles/{id}',
  summary: 'One article with everything that was read in it, by place in the text',
  request: { params: idInPath },
  responses: { 200: answer('The article', ArticleView), 404: answer('No article has this id', Failure) },
})

export function addArticleRoutes(app: OpenAPIHono, store: GraphStore): void {
  app.openapi(list, async (c) => c.json(await listArticles(store), 200))
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param')
    const view = await articleView(store, id)
    if (view === null) throw new ApiError(404, 'not-found', `No article has the id ${id}.`)
    return c.json(view, 200)
  })
}
