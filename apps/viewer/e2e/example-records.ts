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

/** The articles that tell one story, as `mithaq demo` shows them. */
const STORY = /^0[1-8]-.*\.txt$/u

/** The project's own story, each article read by the extractor with what its sidecar says of it. */
export async function exampleRecords(): Promise<ArticleGraph[]> {
  const files = (await readdir(fileURLToPath(EXAMPLES))).filter((name) => STORY.test(name)).sort()
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
