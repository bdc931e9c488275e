import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from '@mithaq/extractor'
import { openStore } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import type { ArticleGraph } from '@mithaq/model'

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url))

/** An article as somebody who means harm would write it. */
const HOSTILE = extract({
  id: 'hostile/<id>?&#',
  title: '</title><script>alert(1)</script>',
  text: 'تعهدت قطر، <script>alert(1)</script>، بتقديم مساعدات إلى لبنان قبل نهاية 2025.',
  published: '2025-03-01',
})

export interface FilledStore {
  store: GraphStore
  graphs: readonly ArticleGraph[]
  hostile: ArticleGraph
  close(): Promise<void>
}

/** An embedded store in a folder of its own, with the first examples and one hostile article in it. */
export async function fillStore(): Promise<FilledStore> {
  const directory = mkdtempSync(join(tmpdir(), 'mithaq-server-'))
  const store = await openStore({ directory })
  const graphs = [...exampleGraphs(), HOSTILE]
  await store.load(graphs)
  return {
    store,
    graphs,
    hostile: HOSTILE,
    close: async () => {
      await store.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const exampleGraphs = (): ArticleGraph[] =>
  readdirSync(EXAMPLES)
    .filter((name) => /^0[1-3].*\.txt$/u.test(name))
    .map((name) => {
      const path = join(EXAMPLES, name)
      const about = JSON.parse(readFileSync(path.replace(/txt$/u, 'json'), 'utf8')) as object
      return extract({ ...about, text: readFileSync(path, 'utf8') })
    })
