import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { ApiError } from './errors.ts'

/** Vite names these files after their content, so that they never change. */
const HASHED = /-[\w-]{8}\.\w+$/u

/** Where the page may stand: its files are named relative to it, so that a deeper address would lose them. */
const PAGE = /^\/[\w-]*$/u

/**
 * The built viewer under every address that is not the API's: its files, and the page itself for
 * `/anything`. Paths that step out of the directory are not found.
 */
export function addViewerFiles(app: OpenAPIHono, directory: string): void {
  const index = join(directory, 'index.html')
  if (!existsSync(index)) {
    app.get('*', () => {
      throw new ApiError(
        404,
        'not-found',
        'The viewer is not built yet: run `npx pnpm@10 build`. The API is at /api.',
      )
    })
    return
  }
  app.get(
    '*',
    serveStatic({
      root: directory,
      onFound: (path, c) => {
        c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  app.get('*', async (c) => {
    if (!PAGE.test(c.req.path)) throw new ApiError(404, 'not-found', 'No such file here.')
    return c.html(await readFile(index, 'utf8'), 200, { 'cache-control': 'no-cache' })
  })
}
