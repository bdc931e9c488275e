import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { articleView, commitmentViews, graphView, listArticles } from '@mithaq/loader'
import type { GraphStore } from '@mithaq/loader'
import type { CommitmentView, GraphView } from '@mithaq/model'
import { FIRST_NODES, overviewOf, partsOf } from '@mithaq/views'
import { laidOut } from './lay-out.ts'
import { readTies } from './read-ties.ts'

/** What the pages of a site may load: their own files, and the workers they make. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"

/** Tells the viewer that its answers are files. */
const HEAD = `<meta name="mithaq-site" content="./data/" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`

/** Every node there is: a site has no store to fetch the rest from. */
const ALL_NODES = 1_000_000

/** The first view of a large graph is laid out here, as the server would. */
async function withPlaces(graph: GraphView, commitments: readonly CommitmentView[]): Promise<GraphView> {
  if (graph.nodes.length <= FIRST_NODES) return graph
  const ids = overviewOf(commitments.map(partsOf), FIRST_NODES)
  const { nodes } = await laidOut({
    nodes: graph.nodes.filter(({ id }) => ids.has(id)),
    edges: graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
    truncated: true,
  })
  const placed = new Map(nodes.map((node) => [node.id, node]))
  return { ...graph, nodes: graph.nodes.map((node) => placed.get(node.id) ?? node) }
}

/**
 * Write a graph as a site of its own: the viewer's files and the data as JSON, without a server. Any file
 * server shows it; an older site in the directory gives way.
 *
 * @param options.viewerDirectory the built viewer
 * @param options.today the day of the statuses, until the viewer tells those of its own day
 * @returns how many articles it holds
 */
export async function writeSite(
  store: GraphStore,
  directory: string,
  options: { viewerDirectory: string; today: string },
): Promise<number> {
  const data = join(directory, 'data')
  await rm(data, { recursive: true, force: true })
  await rm(join(directory, 'assets'), { recursive: true, force: true })
  await mkdir(join(data, 'articles'), { recursive: true })
  await cp(options.viewerDirectory, directory, { recursive: true })
  const page = await readFile(join(options.viewerDirectory, 'index.html'), 'utf8')
  await writeFile(join(directory, 'index.html'), page.replace('<head>', `<head>\n    ${HEAD}`))

  const articles = await listArticles(store)
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(data, name), JSON.stringify(value))
  const commitments = await commitmentViews(store, { asOf: options.today })
  await write('graph.json', await withPlaces(await graphView(store, { limit: ALL_NODES }), commitments))
  await write('commitments.json', commitments)
  await write('ties.json', await readTies(store))
  await write('articles.json', articles)
  // By their place in the list: an id may hold what no file name may.
  for (const [index, { id }] of articles.entries())
    await write(join('articles', `${index}.json`), await articleView(store, id))
  return articles.length
}
