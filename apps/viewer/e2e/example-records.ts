import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { extract } from '@mithaq/extractor'
import type { ArticleGraph } from '@mithaq/model'

const EXAMPLES = new URL('../../../examples/', import.meta.url)

interface Sidecar {
  title?: string
  published?: string
  publisher?: string
}

/** The project's own articles, each read by the extractor with what its sidecar says of it. */
export async function exampleRecords(): Promise<ArticleGraph[]> {
  const files = (await readdir(fileURLToPath(EXAMPLES))).filter((name) => name.endsWith('.txt')).sort()
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(new URL(name, EXAMPLES), 'utf8')
      const sidecar = await readFile(new URL(name.replace(/\.txt$/u, '.json'), EXAMPLES), 'utf8')
      const { title, published, publisher } = JSON.parse(sidecar) as Sidecar
      return extract({
        text,
        ...(title !== undefined && { title }),
        ...(published !== undefined && { published }),
        ...(publisher !== undefined && { publisher }),
      })
    }),
  )
}
