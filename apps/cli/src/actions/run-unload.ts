import { CliError } from '../errors.ts'
import { write } from '../output/stdout.ts'
import { nameOfStore } from '../store/read-settings.ts'
import type { StoreFlags } from '../store/read-settings.ts'
import { withStore } from '../store/with-store.ts'

/** Take articles out of the store. @throws {CliError} `article-missing` once the others have been taken out */
export async function runUnload(articles: readonly string[], flags: StoreFlags): Promise<void> {
  await withStore(flags, 'change', async (store, settings) => {
    const missing: string[] = []
    for (const article of articles) {
      const id = article.startsWith('article:') ? article : `article:${article}`
      if (!(await store.unload(id))) missing.push(id)
    }
    const gone = articles.length - missing.length
    await write(`${gone} ${gone === 1 ? 'article' : 'articles'} taken out of ${nameOfStore(settings)}\n`)
    if (missing.length > 0) throw new CliError('article-missing', `not in the graph: ${missing.join(', ')}`)
  })
}
